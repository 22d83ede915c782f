"""Full stops, colons and dots over letters that the network which draws print anew took for specks come back.

A speck and a full stop look alike; a full stop stands on the line, close behind a letter, the upper dot of a
colon over such a one, and the dots of ä and ö level over one letter.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage
from ingest.prepare.marks import Boxes, Marks, marks_of
from ingest.prepare.sheet import grey

_SMALL, _LETTER = 0.3, 0.5
"""Of a letter's height: a full stop is as small, a letter as high."""
_DOT, _PART, _LARGER = 75, 0.5, 2.0
"""A full stop takes such shares of the area of the page's usual dot: the upper quartile of what is small."""
_BEHIND, _FREE = (0.02, 0.9), 0.12
"""Of a letter's height: so far it stands behind a letter, and so far before the next."""
_ON_THE_LINE = 0.12
"""Of a letter's height: so far at most it stands off the line."""
_OVER_A_STOP, _BESIDE_IT = (0.2, 0.7), 0.12
"""Of a letter's height: so far the upper dot of a colon is over the lower, and so far at most beside it."""
_PAIR, _LEVEL, _MOST_OVER = (0.15, 0.75), 0.12, 0.35
"""Of a letter's height: so far apart and so level are two dots over a letter, and so far over it at most."""
_AROUND, _OVER = 4.0, 0.6
"""Of a letter's height: letters so near tell where the line is."""
_FEWEST, _MOST = 3, 1500
"""So many letters tell it; of more dots that are lost most are noise."""
_DARK, _LEFT = 128, 0.5
"""Less of it than this share is so dark where it was taken away."""


def with_stops(anew: GreyImage, given: GreyImage) -> GreyImage:
    """`anew`, drawn from `given` at a whole multiple of its size, with the stops and dots of `given`."""
    marks = marks_of(given)
    height = marks.letter_height
    if height is None:
        return anew
    scale = anew.shape[0] // given.shape[0]
    dots = _dots(marks, height)
    lost = [box for box in marks.boxes[dots] if _is_lost(box, anew, scale)]
    if len(lost) > _MOST:
        return anew
    letters = marks.boxes[marks.boxes[:, 3] >= _LETTER * height]
    letters = letters[(letters[:, 3] <= 2 * height) & (letters[:, 2] <= 3 * height)]
    stops = [box for box in lost if _is_stop(box, letters, height)]
    lower = [_under(box, marks.boxes[dots], height) for box in lost]
    stops += [box for box, under in zip(lost, lower, strict=True) if _has_stop(under, letters, height)]
    stops += [box for box in lost if _is_of_pair(box, np.array(lost), letters, height)]
    return _put_back(anew, given, stops, scale) if stops else anew


def _dots(marks: Marks, height: float) -> NDArray[np.bool_]:
    small = marks.sides <= _SMALL * height
    if not small.any():
        return np.asarray(small, dtype=np.bool_)
    usual = float(np.percentile(marks.areas[small], _DOT))
    fitting = (marks.areas >= _PART * usual) & (marks.areas <= _LARGER * usual)
    return np.asarray(small & fitting, dtype=np.bool_)


def _is_lost(box: Boxes, anew: GreyImage, scale: int) -> bool:
    left, top, wide, high = (scale * int(value) for value in box)
    return float(np.mean(anew[top : top + high, left : left + wide] < _DARK)) < _LEFT


def _is_stop(box: Boxes, letters: Boxes, height: float) -> bool:
    """Whether a dot stands on the line of the letters about it, behind one of them and before none."""
    left, top, wide, high = (int(value) for value in box)
    aside = np.abs(letters[:, 0] - left) < _AROUND * height
    over = np.abs(letters[:, 1] + letters[:, 3] / 2 - (top + high - height / 2)) < _OVER * height
    row = letters[aside & over]
    if len(row) < _FEWEST:
        return False
    ends = row[:, 0] + row[:, 2]
    line = float(np.median(row[:, 1] + row[:, 3]))
    behind = (left - ends >= _BEHIND[0] * height) & (left - ends <= _BEHIND[1] * height)
    covered = (row[:, 0] < left + wide + _FREE * height) & (ends > left)
    on_line = abs(top + high - line) <= _ON_THE_LINE * height
    return bool(on_line and behind.any() and not covered.any())


def _under(box: Boxes, dots: Boxes, height: float) -> Boxes:
    """The dots of which this can be the upper one."""
    apart = dots[:, 1] - (box[1] + box[3])
    beside = np.abs(dots[:, 0] + dots[:, 2] / 2 - (box[0] + box[2] / 2))
    least, most = _OVER_A_STOP
    near = (apart >= least * height) & (apart <= most * height) & (beside <= _BESIDE_IT * height)
    return np.asarray(dots[near], dtype=np.int64)


def _has_stop(dots: Boxes, letters: Boxes, height: float) -> bool:
    return any(_is_stop(dot, letters, height) for dot in dots)


def _is_of_pair(box: Boxes, lost: Boxes, letters: Boxes, height: float) -> bool:
    """Whether a dot and another beside it stand over one letter."""
    across, down = np.abs(lost[:, 0] - box[0]), np.abs(lost[:, 1] - box[1])
    beside = (across >= _PAIR[0] * height) & (across <= _PAIR[1] * height) & (down <= _LEVEL * height)
    return any(_is_over_one(box, other, letters, height) for other in lost[beside])


def _is_over_one(box: Boxes, other: Boxes, letters: Boxes, height: float) -> bool:
    middle = (box[0] + other[0] + (box[2] + other[2]) / 2) / 2
    apart = letters[:, 1] - max(box[1] + box[3], other[1] + other[3])
    near = (apart >= 0) & (apart <= _MOST_OVER * height)
    return bool(np.any(near & (letters[:, 0] <= middle) & (letters[:, 0] + letters[:, 2] >= middle)))


def _put_back(anew: GreyImage, given: GreyImage, stops: list[Boxes], scale: int) -> GreyImage:
    painted = anew.copy()
    for box in stops:
        left, top, wide, high = (int(value) for value in box)
        rows, columns = slice(max(0, top - 1), top + high + 1), slice(max(0, left - 1), left + wide + 1)
        piece = grey(
            cv2.resize(given[rows, columns], None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
        )
        place = (
            slice(scale * rows.start, scale * rows.start + piece.shape[0]),
            slice(scale * columns.start, scale * columns.start + piece.shape[1]),
        )
        painted[place] = np.minimum(painted[place], piece)
    return painted
