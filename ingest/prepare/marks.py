"""The separate dark marks of a page: letters, dots, specks, pictures."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage
from ingest.prepare.lines import dark_parts
from ingest.prepare.once import once

_LETTER = (5, 150)
"""What is lower or higher than this, in pixels, is no letter."""
_LEAST_LETTERS = 60
_COARSE = 4
"""How near a mark is to others is told to so many pixels."""

Boxes = NDArray[np.int64]
"""A row of left, top, width and height for each mark, in pixels."""

Places = NDArray[np.int64]
"""A row of column and row for each place."""


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """The marks of an image: each one's box and number of dark pixels; and the image where it is dark."""

    boxes: Boxes
    areas: NDArray[np.int64]
    dark: GreyImage

    @property
    def sides(self) -> NDArray[np.int64]:
        """Each mark's longer side."""
        return np.asarray(self.boxes[:, 2:].max(axis=1), dtype=np.int64)

    @property
    def letter_height(self) -> float | None:
        """The usual height of full letters: of the marks that may be letters, the upper quartile."""
        widths, heights = self.boxes[:, 2], self.boxes[:, 3]
        fitting = (heights >= _LETTER[0]) & (heights <= _LETTER[1]) & (widths < 3 * heights)
        letters = heights[fitting]
        return float(np.percentile(letters, 75)) if letters.size >= _LEAST_LETTERS else None

    def near(self, boxes: Boxes, distance: float) -> NDArray[np.bool_]:
        """For each mark, whether its middle lies within `distance` of one of `boxes`."""
        height, width = self.dark.shape
        size = (width // _COARSE + 1, height // _COARSE + 1)
        boxes = boxes.reshape(-1, 4)
        first = np.clip((boxes[:, :2] - distance) // _COARSE, 0, size).astype(np.int64)
        behind = (boxes[:, :2] + boxes[:, 2:] + distance) // _COARSE + 1
        covered = _covered(first, np.clip(behind, 0, size).astype(np.int64), size)
        middles = (self.boxes[:, :2] + self.boxes[:, 2:] // 2) // _COARSE
        return np.asarray(covered[middles[:, 1], middles[:, 0]], dtype=np.bool_)


def _covered(first: Places, behind: Places, size: tuple[int, int]) -> NDArray[np.bool_]:
    """Which cells lie in a rectangle from a place of `first` to before that of `behind`.

    Each rectangle is counted in at two of its corners and out at the others, and all are summed up at once.
    """
    counts = np.zeros((size[1] + 1, size[0] + 1), dtype=np.int32)
    for across, down, step in (
        (first[:, 0], first[:, 1], 1),
        (behind[:, 0], behind[:, 1], 1),
        (behind[:, 0], first[:, 1], -1),
        (first[:, 0], behind[:, 1], -1),
    ):
        np.add.at(counts, (down, across), step)
    return np.asarray(counts.cumsum(axis=0).cumsum(axis=1) > 0, dtype=np.bool_)


@once
def marks_of(pixels: GreyImage) -> Marks:
    """The dark marks of a page."""
    dark = dark_parts(pixels)
    _, _, statistics, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    rest = np.asarray(statistics[1:], dtype=np.int64)
    return Marks(rest[:, : cv2.CC_STAT_HEIGHT + 1], rest[:, cv2.CC_STAT_AREA], dark)
