"""Given names and family names by which a person's name is told from other capitals."""

from __future__ import annotations

from functools import cache

from models.swedish.marks import plain
from models.swedish.table import rows_of

PARTICLES = frozenset(
    {
        "von",
        "af",
        "av",
        "de",
        "du",
        "van",
        "der",
        "den",
        "la",
        "le",
        "del",
        "di",
        "da",
        "dos",
        "el",
        "al",
        "bin",
        "zu",
    }
)
"""Words in lower case that stand inside a name."""


@cache
def _names(use: str) -> frozenset[str]:
    """The names in lower case, and as they are where their marks are lost."""
    exact = {row["name"].casefold() for row in rows_of("names") if row["use"] == use}
    return frozenset(exact | {plain(name) for name in exact})


@cache
def is_given(word: str) -> bool:
    """Whether it is a given name, or a double one with a hyphen whose first half is; lost marks allowed."""
    low = word.casefold()
    return low in _names("given") or ("-" in low and low.split("-")[0] in _names("given"))


@cache
def is_family(word: str) -> bool:
    """Whether it is a common Swedish family name, or ends as a son's name does."""
    low = word.casefold()
    return low in _names("family") or (low.endswith(_FAMILY_ENDINGS) and len(low) > 5)


_FAMILY_ENDINGS = ("sson", "qvist", "kvist", "ström", "strom", "gren", "blad")
NAME_WORD = (
    r"(?:[A-ZÀ-ÖØ-Þ\u0100-\u017f][\w'’]{0,30}(?:-[A-ZÀ-ÖØ-Þ\u0100-\u017f][\w'’]{0,30}){0,3}(?![\w'’]))"
)
"""A pattern for one word of a name: with a capital, hyphens allowed; no name is endless."""
