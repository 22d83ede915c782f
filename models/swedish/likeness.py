"""How alike two short texts are when recognition may have damaged either."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

_ALIKE = str.maketrans(
    {"å": "a", "ä": "a", "ö": "o", "é": "o", "1": "l", "|": "l", "!": "l", "0": "o", "6": "o"}
)


def plain(text: str) -> str:
    """The text in lower case, single-spaced, with the letters that recognition loses first made alike."""
    return re.sub(r"\s+", " ", text.casefold()).strip().translate(_ALIKE)


def likeness(one: str, other: str) -> float:
    """How alike two plain texts are, 0 to 100; 0 where a whole syllable is too many or missing."""
    if abs(len(one) - len(other)) > len(other) // 10 + 1:
        return 0.0
    return fuzz.ratio(one, other)
