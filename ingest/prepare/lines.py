"""How sharply the ink of a page falls into rows when it is turned: the measure behind skew and direction."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage
from ingest.prepare.once import once
from ingest.prepare.sheet import GLANCE_SIDE, glance, grey

_LARGEST = 90
"""Pixels there: letters, and words whose letters touch, are no larger."""
_MOST_POINTS = 40_000
"""So many dark pixels, spread over the page, tell as much as all of them."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """The places of dark pixels on the copy that `glance` gives, from its middle."""

    across: Floats
    down: Floats

    @property
    def on_its_side(self) -> Ink:
        """The same turned by a quarter, clockwise."""
        return Ink(-self.down, self.across)

    @property
    def halves(self) -> tuple[Ink, Ink]:
        """What lies left of the middle, and what lies right of it."""
        left = self.across < 0
        return Ink(self.across[left], self.down[left]), Ink(self.across[~left], self.down[~left])

    def sharpness(self, degrees: float) -> float:
        """How sharply rows part when the ink is turned by so much clockwise (Postl 1986)."""
        angle = np.deg2rad(degrees)
        rows = self.down * np.cos(angle) + self.across * np.sin(angle)
        profile = np.bincount((rows + GLANCE_SIDE).astype(np.int64), minlength=2 * GLANCE_SIDE).astype(
            np.float64
        )
        return float(np.square(np.diff(profile)).sum())

    def sharpest(self, angles: Floats) -> tuple[float, float]:
        """The angle at which rows part most sharply, and how sharply."""
        found = [self.sharpness(float(angle)) for angle in angles]
        best = int(np.argmax(found))
        return (float(angles[best]), found[best]) if found[best] > 0 else (0.0, 0.0)


@once
def ink_of(pixels: GreyImage) -> Ink:
    """Where the page is dark with letters: rules, frames, pictures and the scanner's edge tell no lines."""
    dark = dark_parts(glance(pixels))
    _, labels, statistics, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    sides = np.asarray(statistics[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]], dtype=np.int64).max(axis=1)
    letters = sides <= _LARGEST
    letters[0] = False
    down, across = np.nonzero(letters[np.asarray(labels, dtype=np.int64)])
    step = max(1, len(down) // _MOST_POINTS)
    height, width = dark.shape
    return Ink(across[::step] - width / 2, down[::step] - height / 2)


@once
def dark_parts(pixels: GreyImage) -> GreyImage:
    """255 where the image is ink, 0 where it is paper (Otsu 1979)."""
    _, dark = cv2.threshold(pixels, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    return grey(dark)
