"""Which words of two readings of one page are the same word on the paper."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass

from models.geometry import Box
from models.page import Word

_OVERLAP = 0.5
"""Boxes of one word share this much of the narrower one's width and of the lower one's height."""


@dataclass(frozen=True, slots=True)
class Group:
    """The words of each reading over the same print; several where the readings part it otherwise."""

    first: tuple[Word, ...]
    second: tuple[Word, ...]


def align(first: Sequence[Word], second: Sequence[Word]) -> list[Group]:
    """Every word of both readings in one group, in the order of `first`, what only `second` has last."""
    links = _links(first, second)
    back: dict[int, list[int]] = {}
    for one, others in links.items():
        for other in others:
            back.setdefault(other, []).append(one)
    groups: list[Group] = []
    seen: set[int] = set()
    for start in range(len(first)):
        if start not in seen:
            ours, theirs = _connected(start, links, back)
            seen |= ours
            groups.append(
                Group(tuple(first[n] for n in sorted(ours)), tuple(second[n] for n in sorted(theirs)))
            )
    groups += [Group((), (word,)) for n, word in enumerate(second) if n not in back]
    return groups


def overlaps(one: Box, other: Box) -> bool:
    """Whether the boxes cover the same print."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    narrow, low = min(one.width, other.width), min(one.height, other.height)
    return across >= _OVERLAP * narrow and down >= _OVERLAP * low and across > 0 and down > 0


def _links(first: Sequence[Word], second: Sequence[Word]) -> dict[int, list[int]]:
    """For each word of `first`, the words of `second` over the same print."""
    by_top: list[tuple[float, int]] = []
    tallest = 0.0
    for n, word in enumerate(second):
        if word.box:
            insort(by_top, (word.box.y0, n))
            tallest = max(tallest, word.box.height)
    links: dict[int, list[int]] = {}
    for n, word in enumerate(first):
        box = word.box
        if box is None:
            continue
        low = bisect_left(by_top, (box.y0 - tallest, -1))
        high = bisect_left(by_top, (box.y1, -1))
        candidates = ((other, second[other].box) for _, other in by_top[low:high])
        links[n] = [other for other, its in candidates if its and overlaps(box, its)]
    return links


def _connected(
    start: int, links: dict[int, list[int]], back: dict[int, list[int]]
) -> tuple[set[int], set[int]]:
    """All words of both readings that hang together with word `start` of the first."""
    ones, others = {start}, set[int]()
    waiting = [start]
    while waiting:
        for other in links.get(waiting.pop(), []):
            if other not in others:
                others.add(other)
                fresh = [one for one in back[other] if one not in ones]
                ones.update(fresh)
                waiting += fresh
    return ones, others
