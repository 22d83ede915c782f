"""How alike two short texts are when recognition may have damaged either."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from models.swedish.marks import plain

_READ_FOR_LETTERS = str.maketrans({"é": "o", "1": "l", "|": "l", "!": "l", "0": "o", "6": "o"})
"""Signs that recognition writes for letters: é and 6 for ö, 1 and | for l."""


def worn(text: str) -> str:
    """The text single-spaced, without marks, and with the letters that recognition mistakes made alike."""
    return plain(re.sub(r"\s+", " ", text.casefold()).strip().translate(_READ_FOR_LETTERS))


def likeness(one: str, other: str) -> float:
    """How alike two worn texts are, 0 to 100; 0 where a whole syllable is too many or missing."""
    if abs(len(one) - len(other)) > len(other) // 10 + 1:
        return 0.0
    return fuzz.ratio(one, other)
