"""The titles by which documents call themselves."""

from __future__ import annotations

from functools import cache

from models.swedish.likeness import likeness, plain
from models.swedish.table import rows_of
from models.vocabulary import Kind

_SIMILAR = 88.0


@cache
def titles() -> dict[str, Kind]:
    """Each known title, in lower case, with the kind of document that bears it."""
    return {row["title"]: Kind(row["kind"]) for row in rows_of("kinds")}


@cache
def kind_of_title(words: str) -> Kind | None:
    """The kind that these words, some letters damaged or not, are the whole title of."""
    folded = plain(words.strip(" :.*#"))
    if folded in _plain_titles():
        return _plain_titles()[folded]
    if len(folded) < 6:
        return None
    best = max(_plain_titles(), key=lambda title: likeness(folded, title))
    return _plain_titles()[best] if likeness(folded, best) >= _SIMILAR else None


@cache
def _plain_titles() -> dict[str, Kind]:
    return {plain(title): kind for title, kind in titles().items()}
