"""Offices and titles that stand beside names, and the labels that a name follows."""

from __future__ import annotations

import re
from functools import cache

from models.swedish.marks import plain
from models.swedish.table import rows_of

_INFLECTED = ("n", "en", "et", "s", "ns", "ens", "nen", "na", "er", "erna")


@cache
def _forms(use: str) -> frozenset[str]:
    """The forms of this use, and what is left of each where its marks are lost."""
    forms = {row["form"] for row in rows_of("roles") if row["use"] == use}
    return frozenset(forms | {plain(form) for form in forms})


@cache
def is_role(word: str) -> bool:
    """Whether the word is a title, inflected or not ("sekreterare", "Planarkitekt", "ordföranden")."""
    return singular(word) is not None


@cache
def singular(word: str) -> str | None:
    """The title in lower case as it is without article ("ordföranden": "ordförande"); None for no title."""
    low = word.casefold().strip(".,:;()")
    stems = (low[: -len(ending)] for ending in _INFLECTED if low.endswith(ending))
    return next((form for form in (low, *stems) if _is_form(form)), None)


def _is_form(low: str) -> bool:
    ends = any(low.endswith(ending) and len(low) > len(ending) + 2 for ending in _forms("ending"))
    return low in _forms("role") or ends


def goes_before(word: str) -> bool:
    """Whether the word stands before a title and belongs to it ("1:e", "vice", "biträdande")."""
    return word.casefold().strip(",;()") in _forms("before")


@cache
def is_address(word: str) -> bool:
    """Whether the word is put before a name in speech and is no office ("Herr", "Fröken")."""
    return word.casefold().strip(".,:;()") in _forms("address")


@cache
def address() -> str:
    """A pattern for one word of address, in any case, with its full stop."""
    words = "|".join(re.escape(form) for form in sorted(_forms("address"), key=len, reverse=True))
    return rf"(?i:(?:{words})\b\.?)"


@cache
def label() -> re.Pattern[str]:
    """A label at the end of a text that says that a name follows."""
    words = "|".join(re.escape(form) for form in sorted(_forms("label"), key=len, reverse=True))
    return re.compile(rf"(?i:\b(?:{words}))[ ]*:?[ ]*$")
