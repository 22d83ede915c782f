"""Two pages of an open book on one image are parted at the gutter."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.prepare.lines import dark_parts
from ingest.prepare.sheet import Sheet, grey, shrunk

_SIDE = 1000
"""The gutter is looked for on an image with a longer side of so many pixels."""
_SHAPES = (1.1, 2.2)
"""Width over height of two pages side by side."""
_MIDDLE = (0.4, 0.6)
"""The gutter lies between these shares of the width."""
_GUTTER = 0.025
"""It is at least this share of the width."""
_FULL_LINE = 0.5
"""In running text lines fill this share of their page's width; in half a table none does."""
_LEAST_LINES = 6
_LEAST_FULL_LINES = 2
_LINE = 0.2
_NOTHING = 0.004
"""Specks in a column of the image that is otherwise empty, as a share of its height."""

Profile = NDArray[np.bool_]


def parted(sheet: Sheet) -> tuple[Sheet, ...]:
    """The left page and the right, where the sheet holds two; else the sheet alone."""
    gutter = find_gutter(sheet)
    if gutter is None:
        return (sheet,)
    left = sheet.moved(sheet.pixels[:, :gutter], f"left of spread (x {gutter})", _shift(0))
    right = sheet.moved(sheet.pixels[:, gutter:], f"right of spread (x {gutter})", _shift(gutter))
    return left, replace(right, is_later=True)


def find_gutter(sheet: Sheet) -> int | None:
    """Where the gutter is, in pixels from the left; None where the sheet is one page."""
    height, width = (int(side) for side in sheet.pixels.shape)
    if not _SHAPES[0] <= width / height <= _SHAPES[1]:
        return None
    small = shrunk(sheet.pixels, min(1.0, _SIDE / width))
    ink = dark_parts(small) > 0
    empty = np.asarray(ink.mean(axis=0) < _NOTHING)
    start, end = _widest_run(empty, *(round(share * small.shape[1]) for share in _MIDDLE))
    if end - start < _GUTTER * small.shape[1]:
        return None
    middle = (start + end) // 2
    if not (_is_page(ink[:, :start]) and _is_page(ink[:, end:])):
        return None
    return int(middle * width / small.shape[1])


def _widest_run(empty: Profile, first: int, last: int) -> tuple[int, int]:
    """The widest stretch of empty columns that reaches into the middle of the image."""
    edges = np.nonzero(np.diff(np.concatenate(([False], empty, [False])).astype(np.int8)))[0].reshape(-1, 2)
    reaching = [(int(a), int(b)) for a, b in edges if b > first and a < last]
    return max(reaching, key=lambda run: run[1] - run[0], default=(0, 0))


def _is_page(ink: NDArray[np.bool_]) -> bool:
    """Whether the half holds lines of running text."""
    width = ink.shape[1]
    if width == 0:
        return False
    joined = cv2.morphologyEx(grey(ink), cv2.MORPH_CLOSE, np.ones((1, max(3, width // 25)), dtype=np.uint8))
    count, _, statistics, _ = cv2.connectedComponentsWithStats(joined, connectivity=4)
    widths = np.asarray(statistics[1:count, cv2.CC_STAT_WIDTH], dtype=np.int64)
    lines, full = (int(np.count_nonzero(widths > share * width)) for share in (_LINE, _FULL_LINE))
    return lines >= _LEAST_LINES and full >= _LEAST_FULL_LINES


def _shift(left: int) -> NDArray[np.float64]:
    return np.array([[1.0, 0.0, -left], [0.0, 1.0, 0.0]])
