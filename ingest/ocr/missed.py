"""Print that the engine took for no text: a page number by itself, a figure in the margin."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage
from ingest.prepare.marks import Boxes, Marks, marks_of
from models.geometry import Box, hull
from models.page import Word

_HEIGHTS = (0.55, 1.8)
"""Of a letter's height: what is lower or higher is no letter or figure."""
_SOLID = 0.1
"""A letter covers so much of its box at least."""
_FEW_UNREAD, _UNREAD = 6, 0.008
"""So many unread marks, and so large a share of all, are more than what a page number and some dirt make."""
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
    left = marks.boxes[_letters(marks, height) & ~_read(marks, words, height)]
    found = [one for one in _stretches(left, height) if one.width <= _LONGEST * height]
    return tuple(found) if len(found) <= _MOST else ()


def leaves_print(pixels: GreyImage, words: Sequence[Word]) -> bool:
    """Whether more marks of a letter's size were left unread than specks and signatures account for."""
    marks = marks_of(pixels)
    height = marks.letter_height
    if height is None or not words:
        return False
    letters = _letters(marks, height)
    unread = np.count_nonzero(letters & ~_read(marks, words, height))
    return bool(unread > max(_FEW_UNREAD, _UNREAD * np.count_nonzero(letters)))


def _letters(marks: Marks, height: float) -> NDArray[np.bool_]:
    wide, high = marks.boxes[:, 2], marks.boxes[:, 3]
    fitting = (high >= _HEIGHTS[0] * height) & (high <= _HEIGHTS[1] * height) & (wide <= 2 * height)
    return np.asarray(fitting & (marks.areas >= _SOLID * wide * high), dtype=np.bool_)


def _read(marks: Marks, words: Sequence[Word], height: float) -> NDArray[np.bool_]:
    """Which marks belong to a word that was read."""
    boxes = np.array([_corner_and_size(word.box) for word in words if word.box], dtype=np.int64)
    return marks.near(boxes, _COVERED * height)


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
