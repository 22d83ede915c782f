"""The titles by which documents call themselves."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

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
    folded = re.sub(r"\s+", " ", words.strip(" :.*#").casefold())
    if folded in titles():
        return titles()[folded]
    if len(folded) < 6:
        return None
    best = max(titles(), key=lambda title: fuzz.ratio(title, folded))
    return titles()[best] if fuzz.ratio(best, folded) >= _SIMILAR else None
