"""The titles by which documents call themselves."""

from __future__ import annotations

from functools import cache

from models.swedish.likeness import likeness, worn
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
    folded = worn(words.strip(" :.*#"))
    if folded in _worn_titles():
        return _worn_titles()[folded]
    if len(folded) < 6:
        return None
    best = max(_worn_titles(), key=lambda title: likeness(folded, title))
    return _worn_titles()[best] if likeness(folded, best) >= _SIMILAR else None


@cache
def _worn_titles() -> dict[str, Kind]:
    return {worn(title): kind for title, kind in titles().items()}
