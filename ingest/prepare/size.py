"""Print is brought to a height that costs no more than it must and still has its dots and rings."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from ingest.prepare.marks import marks_of
from ingest.prepare.sheet import Sheet, glance

_TALL = 38
"""Letters higher than this, in pixels, only cost time; they are brought down to `_GOOD`. (From 26 to
22, drawn pages read as well and in less time, but worn bilevel scans did not.)"""
_LOW = 9
"""Letters lower than this lose their dots and rings; they are brought up to `_GOOD`. Between the two, scaling
brought nothing on pages of 150 to 400 dpi."""
_GOOD = 28
_MOST = 2.5


def sized(sheet: Sheet) -> Sheet:
    """The sheet scaled, where its letters are too small or needlessly large."""
    copy = glance(sheet.pixels)
    small = max(copy.shape) / max(sheet.pixels.shape)
    measured = marks_of(copy).letter_height
    if measured is None or _LOW <= measured / small <= _TALL:
        return sheet
    scale = min(_GOOD * small / measured, _MOST)
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    pixels = cv2.resize(sheet.pixels, None, fx=scale, fy=scale, interpolation=how)
    down, across = (new / old for new, old in zip(pixels.shape, sheet.pixels.shape, strict=True))
    moved = sheet.moved(pixels, f"scale {scale:.2f}", np.array([[across, 0.0, 0.0], [0.0, down, 0.0]]))
    return replace(moved, dpi=round(sheet.dpi * scale))
