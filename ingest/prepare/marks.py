"""The separate dark marks of a page: letters, dots, specks, pictures."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage
from ingest.prepare.lines import dark_parts

_LETTER = (5, 150)
"""What is lower or higher than this, in pixels, is no letter."""
_LEAST_LETTERS = 60
_COARSE = 4
"""How near a mark is to others is told to so many pixels."""

Boxes = NDArray[np.int64]
"""A row of left, top, width and height for each mark, in pixels."""


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
        mask = np.zeros((height // _COARSE + 1, width // _COARSE + 1), dtype=np.uint8)
        for left, top, wide, high in boxes:
            first = (int((left - distance) // _COARSE), int((top - distance) // _COARSE))
            last = (int((left + wide + distance) // _COARSE), int((top + high + distance) // _COARSE))
            cv2.rectangle(mask, first, last, 1, thickness=cv2.FILLED)
        middles = (self.boxes[:, :2] + self.boxes[:, 2:] // 2) // _COARSE
        return np.asarray(mask[middles[:, 1], middles[:, 0]] > 0, dtype=np.bool_)


def marks_of(pixels: GreyImage) -> Marks:
    """The dark marks of a page."""
    dark = dark_parts(pixels)
    _, _, statistics, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    rest = np.asarray(statistics[1:], dtype=np.int64)
    return Marks(rest[:, : cv2.CC_STAT_HEIGHT + 1], rest[:, cv2.CC_STAT_AREA], dark)
