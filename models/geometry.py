"""Where something stands on a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in the page's unit, origin top left."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Extent from left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Extent from top to bottom."""
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        """The height at which the box has as much above as below."""
        return (self.y0 + self.y1) / 2

    @property
    def rounded(self) -> tuple[float, float, float, float]:
        """Its edges to a hundredth of the unit, which no eye can tell."""
        return round(self.x0, 2), round(self.y0, 2), round(self.x1, 2), round(self.y1, 2)

    def shares_row(self, other: Box) -> bool:
        """Whether the two stand on one line of print: each middle lies within the other's height."""
        return other.y0 <= self.middle <= other.y1 and self.y0 <= other.middle <= self.y1


def hull(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of `boxes`, of which there is at least one."""
    every = tuple(boxes)
    return Box(
        min(box.x0 for box in every),
        min(box.y0 for box in every),
        max(box.x1 for box in every),
        max(box.y1 for box in every),
    )


def rows(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """One box for each line of print that `boxes`, given in reading order, run over.

    Each is held against the one before it: on a slanting line the ends share no row.
    """
    lines: list[list[Box]] = []
    for box in boxes:
        if lines and lines[-1][-1].shares_row(box):
            lines[-1].append(box)
        else:
            lines.append([box])
    return tuple(map(hull, lines))
