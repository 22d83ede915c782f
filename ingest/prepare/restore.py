"""Coarse print that is also damaged is drawn anew by a network, at twice the resolution."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from ingest.prepare.dots import has_dots, is_grainy
from ingest.prepare.marks import marks_of
from ingest.prepare.sheet import Sheet
from ingest.prepare.specks import count_specks
from ingest.prepare.stops import with_stops
from models.restorer.restorer import SCALE, restored

_COARSE = 23
"""Letters so high, in pixels, or lower lose their form to what else takes dots away; higher ones keep it."""
_LONGEST = 2400
"""Pixels of the longer side: on a sheet of A4 that has more, letters are higher."""
_SPECKS = 100
"""A coarse page with so many specks has some on its print."""
_STEP = "restore"
_SOFT = 1.4
"""Pixels, a standard deviation: so soft, print that was drawn anew reads with a third fewer errors. 0.8
changes little, and 2 smears fine print."""


def drawn_anew(sheet: Sheet) -> Sheet:
    """The sheet restored, where its print is coarse and under dots or specks."""
    if max(sheet.pixels.shape) > _LONGEST or not _is_coarse_and_damaged(sheet):
        return sheet
    beside = (SCALE - 1) / 2  # the middle of a pixel lies between those of the pixels that come of it
    twice = np.array([[SCALE, 0.0, beside], [0.0, SCALE, beside]], dtype=np.float64)
    anew = restored(sheet.pixels)
    if not has_dots(sheet):  # else most of what looks like a full stop is none
        anew = with_stops(anew, sheet.pixels)
    return replace(sheet.moved(anew, _STEP, twice), dpi=SCALE * sheet.dpi)


def softened(sheet: Sheet) -> Sheet:
    """The sheet with softer edges, where it was drawn anew: edges so hard mislead the engine.

    Where it was scaled since, its edges are soft.
    """
    if _STEP not in sheet.steps or any(step.startswith("scale") for step in sheet.steps):
        return sheet
    return sheet.repainted(cv2.GaussianBlur(sheet.pixels, (0, 0), _SOFT), f"soften {_SOFT}")


def _is_coarse_and_damaged(sheet: Sheet) -> bool:
    marks = marks_of(sheet.pixels)
    if marks.letter_height is None or marks.letter_height > _COARSE:
        return False
    if is_grainy(sheet):
        return False  # the network has not learnt from such noise
    return has_dots(sheet) or count_specks(marks) >= _SPECKS
