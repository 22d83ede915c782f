"""Specks: marks too small to be print, or small and far from it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage
from ingest.prepare.lines import dark_parts
from ingest.prepare.sheet import Sheet
from ingest.prepare.tone import tone

_TINY, _TOUCH = 0.12, 0.5
"""Of a letter's height: what is so small has broken off a letter that is so near, or is a speck."""
_SMALL, _NEAR = 0.3, 0.9
"""Of a letter's height: dots and full stops are so small, and so near to a letter; else they are specks."""
_LETTER = (5, 150)
"""What is lower or higher than this, in pixels, is no letter."""
_LEAST_LETTERS = 60
_MANY = 25
"""A page with fewer specks has none that matter."""
_COARSE = 4
"""How near a mark is to print is told to so many pixels."""

Boxes = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """The separate dark marks of an image: a row of left, top, width and height for each, in pixels."""

    boxes: Boxes

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


def marks_of(pixels: GreyImage) -> Marks:
    """The dark marks of a page."""
    _, _, statistics, _ = cv2.connectedComponentsWithStats(dark_parts(pixels), connectivity=8)
    return Marks(np.asarray(statistics[1:, : cv2.CC_STAT_HEIGHT + 1], dtype=np.int64))


def without_specks(sheet: Sheet) -> Sheet:
    """The sheet with its specks painted over in the colour of its paper, where it has many."""
    marks = marks_of(sheet.pixels)
    height = marks.letter_height
    if height is None:
        return sheet
    print_boxes = marks.boxes[marks.sides > _SMALL * height]
    specks = [
        marks.boxes[small & ~_beside(marks.boxes, print_boxes, near * height, sheet.pixels.shape)]
        for small, near in ((marks.sides <= _TINY * height, _TOUCH), (marks.sides <= _SMALL * height, _NEAR))
    ]
    taken = np.unique(np.vstack(specks), axis=0)
    if len(taken) < _MANY:
        return sheet
    return sheet.repainted(_painted(sheet.pixels, taken), f"despeckle {len(taken)}")


def _beside(boxes: Boxes, print_boxes: Boxes, distance: float, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """For each of `boxes`, whether its middle lies within `distance` of print."""
    near = np.zeros((shape[0] // _COARSE + 1, shape[1] // _COARSE + 1), dtype=np.uint8)
    for left, top, width, height in print_boxes:
        first = (int((left - distance) // _COARSE), int((top - distance) // _COARSE))
        last = (int((left + width + distance) // _COARSE), int((top + height + distance) // _COARSE))
        cv2.rectangle(near, first, last, 1, thickness=cv2.FILLED)
    middles = (boxes[:, :2] + boxes[:, 2:] // 2) // _COARSE
    return np.asarray(near[middles[:, 1], middles[:, 0]] > 0, dtype=np.bool_)


def _painted(pixels: GreyImage, boxes: Boxes) -> GreyImage:
    painted = pixels.copy()
    paper = round(tone(pixels).paper)
    for left, top, width, height in boxes:
        painted[max(0, top - 1) : top + height + 1, max(0, left - 1) : left + width + 1] = paper
    return painted
