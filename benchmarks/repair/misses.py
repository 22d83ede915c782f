"""The words that stand wrong after repair: those that it broke first, then the most frequent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from benchmarks.repair.measure import Judged


class Miss(NamedTuple):
    """A word as printed, as read and as repaired; "" where it was lost."""

    printed: str
    read: str
    repaired: str

    @property
    def broken(self) -> bool:
        """Whether repair made a right word wrong."""
        return self.read == self.printed


def misses(judged: Iterable[Judged]) -> Iterator[tuple[Miss, int, str]]:
    """Each miss with its number of times and one of the printed lines where it stands, the worst first."""
    times: Counter[Miss] = Counter()
    lines: dict[Miss, str] = {}
    for one in judged:
        printed = one.document.printed.splitlines()
        for at, token in enumerate(one.printed):
            miss = Miss(token.text, one.read.get(at, ""), one.repaired.get(at, ""))
            if miss.repaired != miss.printed:
                times[miss] += 1
                lines.setdefault(miss, f"{one.document.facts.name}: {printed[token.line].strip()}")
    for miss, number in sorted(times.items(), key=lambda item: (not item[0].broken, -item[1], item[0])):
        yield miss, number, lines[miss]


def shown(judged: Iterable[Judged], number: int) -> Iterator[str]:
    """The worst misses as lines of text."""
    for (miss, times, line), _ in zip(misses(judged), range(number), strict=False):
        what = "BROKEN" if miss.broken else "missed" if miss.repaired == miss.read else "wrong"
        words = " -> ".join(word or "(lost)" for word in miss)
        yield f"{what}  {times}x  {words}    {line}"
