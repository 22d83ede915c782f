"""Where a Swedish word may be broken at the end of a line, well enough for print that looks right."""

from __future__ import annotations

import re
from itertools import pairwise

_SHORTEST = 7
_SHORTEST_NAME = 10
"""Names are seldom broken."""
_BETWEEN = re.compile(
    r"(?<=[aeiouyåäö])(?=[bcdfghjklmnpqrstvwxz][aeiouyåäö])|(?<=[lmnrst])(?=[bdfgkmpstv][aeiouyåäö])"
)


def pieces(word: str) -> list[str]:
    """The word cut where it may be broken; whole where it is short or no plain word."""
    shortest = _SHORTEST_NAME if word[:1].isupper() else _SHORTEST
    if len(word) < shortest or not word.rstrip(".,;:").isalpha():
        return [word]
    cuts = [found.start() for found in _BETWEEN.finditer(word) if 3 <= found.start() <= len(word) - 4]
    ends = [0, *cuts, len(word)]
    return [word[start:end] for start, end in pairwise(ends)]
