"""Specks, too small to be print or small and far from it, and pictures are taken off the page."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage
from ingest.prepare.marks import Boxes, Marks, marks_of
from ingest.prepare.sheet import Sheet, grey
from ingest.prepare.tone import tone

_TINY, _TOUCH = 0.12, 0.5
"""Of a letter's height: what is so small has broken off a letter that is so near, or is a speck."""
_SMALL, _NEAR = 0.3, 0.9
"""Of a letter's height: dots and full stops are so small, and so near to a letter; else they are specks."""
_PART, _PART_RESTORED = 0.4, 0.3
"""Most of what is small and near to letters is dots of letters and full stops, all of about a size; what
takes less than this share of the usual area has no dot's size. Print that was drawn anew has dots of more
sizes."""
_ASIDE, _OVER = 5.0, 1.5
"""Of a letter's height: letters so near tell how large the type is about a dot."""
_TWIN, _LEVEL = (0.15, 0.6), 0.1
"""Of a letter's height: so far apart are two dots on one letter, and so level."""
_MOST_NEAR = 1500
"""More crumbs than this near to letters are what is left of broken print."""
_FINE = 20
"""Pixels: the dots of lower letters are too few pixels to be told from specks."""
_MANY = 25
"""A page with fewer specks has none that matter."""
_LARGE = 3.5
"""Of a letter's height: a coat of arms is higher and wider; so are large initials, frames and signatures."""
_FILLED, _HOLES = 0.08, 6
"""A coat of arms is darker than a frame, and has more holes than a letter or a signature that is as dark."""
_MOST_INSIDE = 10
"""More letters in it than this, and it is a frame around print."""
_CELLS, _RULED, _CLEAR = 4, 0.5, 0.7
"""So many rectangles over so much of it, and it is a table; so much of each is empty, beside its print."""


def without_dirt(sheet: Sheet) -> Sheet:
    """The sheet with coats of arms, and specks where it has many, painted over in the colour of its paper."""
    marks = marks_of(sheet.pixels)
    height = marks.letter_height
    if height is None:
        return sheet
    part = 0.0 if height < _FINE else _PART_RESTORED if "restore" in sheet.steps else _PART
    for boxes, name in ((_pictures(marks, height), "picture"), (_specks(marks, height, part), "despeckle")):
        if len(boxes):
            sheet = sheet.repainted(_painted(sheet.pixels, boxes), f"{name} {len(boxes)}")
    return sheet


def count_specks(marks: Marks) -> int:
    """How many of the marks are specks; 0 where they are few, or where there is no print."""
    height = marks.letter_height
    return len(_specks(marks, height, 0.0)) if height is not None else 0


def _specks(marks: Marks, height: float, part: float) -> Boxes:
    """The marks that are too small, or small and too lonely, to be print; none where the lonely are few.

    Near to letters those are too small that take less than `part` of a dot's area.
    """
    print_boxes = marks.boxes[marks.sides > _SMALL * height]
    near = marks.near(print_boxes, _NEAR * height)
    tiny = (marks.sides <= _TINY * height) & ~marks.near(print_boxes, _TOUCH * height)
    small = marks.sides <= _SMALL * height
    lonely = tiny | (small & ~near)
    if np.count_nonzero(lonely) < _MANY:
        return marks.boxes[:0]
    return marks.boxes[lonely | _smaller_than_dots(marks, small & near, height, part)]


def _smaller_than_dots(
    marks: Marks, small: NDArray[np.bool_], height: float, part: float
) -> NDArray[np.bool_]:
    """Which of the marks that are small take less than `part` of a dot's area in type as large as about them.

    Two side by side are the dots of ä or ö, however small.
    """
    chosen = np.zeros_like(small)
    usual = float(np.median(marks.areas[small])) if small.any() else 0.0
    letters = marks.boxes[(marks.sides > height / 2) & (marks.boxes[:, 3] <= 2 * height)]
    places, areas = marks.boxes[small, :2], marks.areas[small]
    doubtful = np.flatnonzero(small & (marks.areas < part * usual))
    if len(doubtful) > _MOST_NEAR:
        return chosen
    for n in doubtful:
        here = _height_about(marks.boxes[n], letters, height)
        apart = np.abs(places - marks.boxes[n, :2])
        beside = (apart[:, 0] >= _TWIN[0] * here) & (apart[:, 0] <= _TWIN[1] * here)
        alike = (areas <= 2 * marks.areas[n]) & (2 * areas >= marks.areas[n])
        twin = beside & alike & (apart[:, 1] <= _LEVEL * here)
        chosen[n] = marks.areas[n] < part * usual * min(1.0, here / height) ** 2 and not twin.any()
    return chosen


def _height_about(box: Boxes, letters: Boxes, height: float) -> float:
    """How high full letters are about a mark."""
    around = (np.abs(letters[:, :2] - box[:2]) < (_ASIDE * height, _OVER * height)).all(axis=1)
    return float(np.percentile(letters[around, 3], 75)) if around.any() else height


def _pictures(marks: Marks, height: float) -> Boxes:
    """The marks that are coats of arms and the like."""
    wide, high = marks.boxes[:, 2], marks.boxes[:, 3]
    dense = marks.areas >= _FILLED * wide * high
    large = (wide > _LARGE * height) & (high > _LARGE * height) & dense
    chosen = [box for box in marks.boxes[large] if _is_picture(marks, box, height)]
    return np.array(chosen, dtype=np.int64).reshape(-1, 4)


def _is_picture(marks: Marks, box: Boxes, height: float) -> bool:
    left, top, wide, high = (int(value) for value in box)
    light = grey(marks.dark[top : top + high, left : left + wide] == 0)
    parts, _, statistics, _ = cv2.connectedComponentsWithStats(light, connectivity=4)
    if _is_table(np.asarray(statistics[1:], dtype=np.int64), wide * high, height):
        return False
    ends = marks.boxes[:, :2] + marks.boxes[:, 2:]
    inside = (marks.boxes[:, :2] >= (left, top)).all(axis=1) & (ends <= (left + wide, top + high)).all(axis=1)
    letters = inside & (marks.boxes[:, 3] > height / 2)
    return parts - 1 >= _HOLES and int(np.count_nonzero(letters)) - 1 <= _MOST_INSIDE


def _is_table(light: NDArray[np.int64], area: int, height: float) -> bool:
    """Whether the light parts of a mark are the cells of a table."""
    wide, high = light[:, cv2.CC_STAT_WIDTH], light[:, cv2.CC_STAT_HEIGHT]
    clear = light[:, cv2.CC_STAT_AREA] >= _CLEAR * wide * high
    cells = (wide >= height) & (high >= height) & clear
    return int(np.count_nonzero(cells)) >= _CELLS and int((wide * high)[cells].sum()) >= _RULED * area


def _painted(pixels: GreyImage, boxes: Boxes) -> GreyImage:
    painted = pixels.copy()
    paper = round(tone(pixels).paper)
    for left, top, wide, high in boxes:
        painted[max(0, top - 1) : top + high + 1, max(0, left - 1) : left + wide + 1] = paper
    return painted
