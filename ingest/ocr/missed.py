"""Print that the engine took for no text: a page number by itself, a figure in the margin."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.picture import GreyImage
from ingest.prepare.marks import Boxes, marks_of
from models.geometry import Box, hull
from models.page import Word

_HEIGHTS = (0.55, 1.8)
"""Of a letter's height: what is lower or higher is no letter or figure."""
_APART = 1.0
"""Of a letter's height: marks further apart stand by themselves."""
_COVERED = 0.35
"""Of a letter's height: marks so near to a word that was read belong to it."""
_MOST = 12
"""More stretches than this are no print that was missed, but a drawing or a hand."""
_LONGEST = 12.0
"""Of a letter's height: a longer stretch is no page number."""


def missed(pixels: GreyImage, words: Sequence[Word]) -> tuple[Box, ...]:
    """Where marks of a letter's size stand, few together, on which no word was read."""
    marks = marks_of(pixels)
    height = marks.letter_height
    if height is None or not words:
        return ()
    read = np.array([_corner_and_size(word.box) for word in words if word.box], dtype=np.int64)
    sizes = marks.boxes[:, 3]
    fitting = (sizes >= _HEIGHTS[0] * height) & (sizes <= _HEIGHTS[1] * height)
    fitting &= (marks.boxes[:, 2] <= 2 * height) & (marks.areas >= 0.1 * sizes * marks.boxes[:, 2])
    left = marks.boxes[fitting & ~marks.near(read, _COVERED * height)]
    found = [one for one in _stretches(left, height) if one.width <= _LONGEST * height]
    return tuple(found) if len(found) <= _MOST else ()


def _corner_and_size(box: Box) -> tuple[int, int, int, int]:
    return round(box.x0), round(box.y0), round(box.width), round(box.height)


def _stretches(boxes: Boxes, height: float) -> list[Box]:
    """Boxes that stand side by side, as one each."""
    rows: list[list[Box]] = []
    for x, y, wide, high in sorted(boxes.tolist()):
        box = Box(x, y, x + wide, y + high)
        row = next((row for row in rows if _follows(row[-1], box, height)), None)
        if row is None:
            rows.append([box])
        else:
            row.append(box)
    return [hull(row) for row in rows]


def _follows(before: Box, box: Box, height: float) -> bool:
    return before.shares_row(box) and box.x0 - before.x1 <= _APART * height
