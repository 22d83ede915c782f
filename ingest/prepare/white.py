"""Paper that is not quite even is made white: where a line holds little print, its grain is taken for ink.

Tesseract sets black and white anew for each line, by the shades at which its middle row turns from darker to
lighter and back (`ComputeBlackWhite` in its networkio.cpp). Where words are short or type is thin and set
wide, most such turns are the paper's grain, however faint; then all print is one black, and §, s and - are
misread.
"""

from __future__ import annotations

import cv2
import numpy as np

from ingest.picture import GreyImage
from ingest.prepare.sheet import Sheet, grey
from ingest.prepare.tone import Tone, tone

_ROUGH, _ROUGHEST = 0.7, 0.08
"""Paper that strays by fewer shades is even; by more than this share of the contrast, print would be lost."""
_MARGIN = 3.0
"""Grain within so many deviations of the paper's level is paper."""
_PRINT = 0.3
"""What is darker than paper by this share of the contrast is print."""
_STEP = 3
"""Every third pixel of every third row tells as much as all."""
_SPREAD_OF_MEDIAN = 1.4826
"""A normal distribution's standard deviation over the median of its absolute values."""


def whitened(sheet: Sheet) -> Sheet:
    """The sheet with its paper white and its ink black, where the paper has a little grain."""
    now = tone(sheet.pixels)
    rough = roughness(sheet.pixels, now)
    if not _ROUGH <= rough <= _ROUGHEST * now.contrast:
        return sheet
    white = now.paper - _MARGIN * rough
    shades = np.interp(np.arange(256), (now.ink, white), (0, 255)).astype(np.uint8)
    return sheet.repainted(cv2.LUT(sheet.pixels, shades), f"whiten {rough:.1f}")


def roughness(pixels: GreyImage, now: Tone) -> float:
    """How far the shades of the paper stray from its level: their standard deviation."""
    some = grey(pixels[::_STEP, ::_STEP])
    paper = some[some > now.paper - _PRINT * now.contrast].astype(np.float32)
    apart = np.abs(paper - np.float32(now.paper))
    return _SPREAD_OF_MEDIAN * float(np.percentile(apart, 50)) if apart.size else 0.0
