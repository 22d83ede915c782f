"""Offices and titles that stand beside names, and the labels that a name follows."""

from __future__ import annotations

import re
from functools import cache

from models.swedish.table import rows_of

_ENDINGS_OF_FORM = ("n", "en", "s", "ns", "na", "er", "erna")


@cache
def _forms(use: str) -> frozenset[str]:
    return frozenset(row["form"] for row in rows_of("roles") if row["use"] == use)


@cache
def is_role(word: str) -> bool:
    """Whether the word is a title ("sekreterare", "Planarkitekt", "ordföranden")."""
    low = word.casefold().strip(".,:;()")
    base = next(
        (low[: -len(e)] for e in _ENDINGS_OF_FORM if low.endswith(e) and low[: -len(e)] in _forms("role")),
        low,
    )
    if base in _forms("role"):
        return True
    return any(low.endswith(ending) and len(low) > len(ending) + 2 for ending in _forms("ending"))


def goes_before(word: str) -> bool:
    """Whether the word stands before a title and belongs to it ("1:e", "vice", "biträdande")."""
    return word.casefold().strip(",;()") in _forms("before")


@cache
def label() -> re.Pattern[str]:
    """A label at the end of a text that says that a name follows."""
    words = "|".join(re.escape(form) for form in sorted(_forms("label"), key=len, reverse=True))
    return re.compile(rf"(?i:\b(?:{words}))[ ]*:?[ ]*$")
