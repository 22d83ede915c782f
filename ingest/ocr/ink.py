"""The separate marks of one word on the image, from left to right."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from models.geometry import Box

_LOW, _BELOW = 0.5, 0.55
"""Of a figure's height: a comma or point is lower than this, and begins below that."""
_TWO = 1.65
"""Figures that touch are one mark so many times as wide as one figure."""

Ink = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Mark:
    """Columns with ink in all of them, and the highest and lowest of it; pixels from the box's corner."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def centre(self) -> float:
        """As much to its left as to its right."""
        return (self.left + self.right) / 2


def inside(box: Box, dark: Ink) -> Ink:
    """The part of the image under `box`."""
    return dark[max(0, int(box.y0)) : int(box.y1) + 1, max(0, int(box.x0)) : int(box.x1) + 1]


def runs(filled: Ink) -> list[tuple[int, int]]:
    """Where stretches of True begin and end."""
    edges = np.nonzero(np.diff(np.concatenate(([False], filled, [False])).astype(np.int8)))[0]
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]


def marks(ink: Ink) -> list[Mark]:
    """The marks that white columns part."""
    found: list[Mark] = []
    for start, end in runs(np.asarray(ink.any(axis=0), dtype=np.bool_)):
        rows = np.flatnonzero(ink[:, start:end].any(axis=1))
        found.append(Mark(start, end, int(rows[0]), int(rows[-1]) + 1))
    return found


def is_point(mark: Mark, figures: Mark) -> bool:
    """Whether the mark is as low and as small as a comma or a point beside `figures`."""
    low = mark.height <= _LOW * figures.height
    return low and mark.top >= figures.top + _BELOW * figures.height and mark.width <= _LOW * figures.height


def usual_figure(every: list[Mark]) -> Mark | None:
    """What is usual among the marks as high as figures: its width and where it stands; None without any."""
    highest = max((mark.height for mark in every), default=0)
    tall = [mark for mark in every if mark.height >= 0.8 * highest]
    wide = [mark.width for mark in tall if mark.width >= 0.4 * mark.height]
    if not wide:
        return None
    top, bottom = median(mark.top for mark in tall), median(mark.bottom for mark in tall)
    return Mark(0, median(wide), top, bottom)


def parted(every: list[Mark], figure: Mark) -> list[Mark]:
    """The marks with those that are several figures wide parted evenly."""
    found: list[Mark] = []
    for mark in every:
        count = round(mark.width / (1.1 * figure.width)) if mark.width >= _TWO * figure.width else 1
        step = mark.width / max(1, count)
        found += [
            Mark(mark.left + n * step, mark.left + (n + 1) * step, mark.top, mark.bottom)
            for n in range(count)
        ]
    return found
