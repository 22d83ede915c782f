"""A printed word laid against what was read of it, in groups of letters: the cheapest way through both."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from models.swedish.tagger.learn.confusions import Confusion

MOST = 3
"""A group has so many printed letters, and so many read ones, at most."""
_ASTRAY = 4
"""So many letters more or fewer may have been read than printed, at any point."""

Pricing = Callable[[Confusion], float]
"""What a confusion costs: minus the natural logarithm of its share."""


def grouped(printed: str, read: str, price: Pricing) -> tuple[Confusion, ...]:
    """The groups in their order, letters read right singly; nothing where no way leads through."""
    rest, after = len(printed), len(read)
    best = {(0, 0): (0.0, 0, 0)}
    for at in range(rest):
        for place in range(max(0, at - _ASTRAY), min(after, at + _ASTRAY) + 1):
            if (at, place) in best:
                _go_on(printed, read, (at, place), best, price)
    return tuple(_way(printed, read, best)) if (rest, after) in best else ()


def _go_on(
    printed: str,
    read: str,
    here: tuple[int, int],
    best: dict[tuple[int, int], tuple[float, int, int]],
    price: Pricing,
) -> None:
    """Note what each group that may stand here leads to, where it is the cheapest way there."""
    at, place = here
    so_far = best[here][0]
    for taken in range(1, min(MOST, len(printed) - at) + 1):
        true = printed[at : at + taken]
        for found in range(min(MOST, len(read) - place) + 1):
            confusion = Confusion(true, read[place : place + found])
            if taken > 1 and confusion.printed == confusion.read:
                continue
            there = (at + taken, place + found)
            cost = so_far + price(confusion)
            if cost < best.get(there, (inf, 0, 0))[0]:
                best[there] = (cost, at, place)


def _way(printed: str, read: str, best: dict[tuple[int, int], tuple[float, int, int]]) -> list[Confusion]:
    """The groups of the cheapest way, gathered from its end."""
    at, place = len(printed), len(read)
    way: list[Confusion] = []
    while at:
        _, before, earlier = best[at, place]
        way.append(Confusion(printed[before:at], read[earlier:place]))
        at, place = before, earlier
    return way[::-1]
