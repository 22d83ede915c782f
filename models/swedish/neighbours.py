"""Which words stand side by side in a large text: it settles words that differ in marks alone (var, vår)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import log
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from models.swedish.tokens import tokens

DATA = Path(__file__).with_name("neighbours.npy")
"""The program's table: numbers of 64 bits, in order, a key of 32 bits and a count; key 0 has the whole."""
EDGE = "\n"
"""What stands beside the first and the last word of a paragraph."""
_PRIOR = 0.5
"""So many times more any two are taken to have met, and to be expected to: few meetings tell little."""
_COUNT = (1 << 32) - 1


@dataclass(frozen=True)
class Neighbours:
    """How often words of a text stood alone and side by side, as far as that settles anything."""

    table: npt.NDArray[np.uint64] = field(repr=False)

    def attraction(self, first: str, second: str) -> float:
        """How much more often `second` follows `first` than by chance, as a natural logarithm.

        Both are tokens as `tokens_of` makes them (pointwise mutual information: Church and Hanks 1990).
        """
        whole = self._count(0)
        expected = self._count(_key(first)) * self._count(_key(second)) / whole if whole else 0.0
        return log((self._count(_key(first, second)) + _PRIOR) / (expected + _PRIOR))

    def _count(self, key: int) -> int:
        at = int(np.searchsorted(self.table, np.uint64(key << 32)))
        held = int(self.table[at]) if at < len(self.table) else 0
        return held & _COUNT if held >> 32 == key else 0


def tokens_of(text: str) -> Iterator[str]:
    """The words (lower case), numbers (all as 0) and signs of a text that may be neighbours."""
    return ("0" if token[0].isdigit() else token.lower() for token in tokens(text))


def table_of(whole: int, singles: Mapping[str, int], pairs: Mapping[tuple[str, str], int]) -> Neighbours:
    """The table of a text of `whole` tokens; of two that share a key the more frequent stays."""
    counts = {0: whole}
    for key, count in (
        *((_key(token), count) for token, count in singles.items()),
        *((_key(*pair), count) for pair, count in pairs.items()),
    ):
        counts[key] = max(count, counts.get(key, 0))
    rows = sorted(key << 32 | min(count, _COUNT) for key, count in counts.items())
    return Neighbours(np.array(rows, dtype=np.uint64))


@cache
def neighbours() -> Neighbours:
    """The table of the program; processes share its memory."""
    return Neighbours(np.load(DATA, mmap_mode="r"))


def _key(*tokens: str) -> int:
    return crc32("\t".join(tokens).encode("utf-8", "surrogatepass")) or 1
