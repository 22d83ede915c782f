"""The separate marks of one word on the image, from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from models.geometry import Box

_LOW, _BELOW = 0.5, 0.55
"""Of a figure's height: a comma or point is lower than this, and begins below that."""
_TALL, _DIRT = 0.8, 0.3
"""Of the highest mark: figures are all about as high, and what is lower than that is none."""
_ROOMS, _BETWEEN = (0.6, 1.0), 0.12
"""Of a figure's height: the room that one takes in the faces there are, and the white in it."""

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


def figure_of(every: Sequence[Mark]) -> Mark | None:
    """How high figures are and where they stand, by the marks as high as any; None without marks."""
    highest = max((mark.height for mark in every), default=0)
    tall = [mark for mark in every if mark.height >= _TALL * highest]
    if not tall:
        return None
    return Mark(0, highest, median(mark.top for mark in tall), median(mark.bottom for mark in tall))


def single(every: Sequence[Mark], count: int, figure: Mark) -> list[Mark]:
    """The marks with touching figures parted evenly, so that there are `count`; none if that cannot be.

    Commas and points stay; what is low and neither is dirt.
    """
    figures = [mark for mark in every if mark.height >= _DIRT * figure.height and not is_point(mark, figure)]
    shares = _shares([mark.width for mark in figures], count, figure.height)
    if shares is None:
        return []
    parts = [part for mark, share in zip(figures, shares, strict=True) for part in _parts(mark, share)]
    return sorted((*parts, *(mark for mark in every if is_point(mark, figure))), key=lambda mark: mark.left)


def _shares(widths: Sequence[float], count: int, height: float) -> list[int] | None:
    """How many figures each mark is, by the room of one at which they are `count` together and fit best."""
    best: tuple[float, list[int]] | None = None
    for room in np.arange(*_ROOMS, 0.02) * height:
        shares = [max(1, round((width + _BETWEEN * height) / room)) for width in widths]
        if sum(shares) == count:
            several = [(width, share) for width, share in zip(widths, shares, strict=True) if share > 1]
            off = sum(abs(share * room - _BETWEEN * height - width) for width, share in several)
            best = min(best or (off, shares), (off, shares))
    return best[1] if best else None


def _parts(mark: Mark, count: int) -> list[Mark]:
    step = mark.width / count
    return [
        Mark(mark.left + n * step, mark.left + (n + 1) * step, mark.top, mark.bottom) for n in range(count)
    ]
