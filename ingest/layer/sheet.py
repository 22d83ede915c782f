"""A PDF page as it is displayed: where a place in its user space lies on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pypdfium2
from numpy.typing import NDArray

Rectangles = NDArray[np.float64]
"""Shape (n, 4): left, top, right, bottom of each, in points."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The part of user space that a page shows, in points, turned clockwise by quarters."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int

    @property
    def width(self) -> float:
        """Width as displayed, in points."""
        return self.top - self.bottom if self.quarters % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height as displayed, in points."""
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def displayed(self, rectangles: Rectangles) -> Rectangles:
        """Rectangles of user space (left, bottom, right, top) as left, top, right, bottom on the page."""
        left, bottom, right, top = rectangles.reshape(-1, 4).T
        match self.quarters:
            case 0:
                edges = (left - self.left, self.top - top, right - self.left, self.top - bottom)
            case 1:
                edges = (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
            case 2:
                edges = (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
            case _:
                edges = (self.top - top, self.right - right, self.top - bottom, self.right - left)
        return np.array(edges).T

    def direction(self, along: float, up: float) -> tuple[float, float]:
        """A direction of user space as rightwards and downwards on the page."""
        return ((along, -up), (up, along), (-along, up), (-up, -along))[self.quarters]


def sheet_of(page: pypdfium2.PdfPage) -> Sheet:
    """How `page` is displayed: its crop box within its media box, turned as it says."""
    left, bottom, right, top = page.get_bbox()
    return Sheet(left, bottom, right, top, page.get_rotation() // 90 % 4)
