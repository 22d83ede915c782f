"""What shines through from the back, too faint and too soft to be print, is made paper."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage
from ingest.prepare.sheet import Sheet, grey
from ingest.prepare.tone import Tone, grain, tone

_FAINT, _FAINTEST = 0.5, 0.1
"""Shares of the contrast between which strokes are too faint for a threshold, and darker than paper."""
_DEEPEST = 0.75
"""What shines through is never nearly as dark as print."""
_DARKER = 0.05
_EDGE = 0.008
"""Inches around print in which its own soft edges lie."""
_MUCH = 0.004
"""Of all pixels: so many are faint where the back shines through, and on a clean page hardly any."""
_MOST_GRAIN = 0.04
"""Of the contrast: in stronger noise nothing faint can be told."""
_BLUR = 1 / 60
"""Inches."""
_SOFT = 0.7
"""Strokes that have gone through paper are blurred: a further blur leaves this share of their depth."""
_PEAKS = 0.0006
"""Of the faint pixels: where strokes are darkest are so many; the edges of blurred print have none."""

Mask = NDArray[np.bool_]
Depth = NDArray[np.float32]
"""How dark each pixel is: 0 paper, 1 ink."""


def without_shine(sheet: Sheet) -> Sheet:
    """The sheet without the faint and soft strokes of its back; faint print, which is sharp, stays."""
    now = tone(sheet.pixels)
    noise = grain(sheet.pixels)
    if noise > _MOST_GRAIN * now.contrast:
        return sheet
    least = max(_FAINTEST, 4 * noise / now.contrast)
    glance = _faint(_depth(sheet.pixels[::2, ::2], now), least, _FAINT, sheet.dpi // 2)
    if float(np.mean(glance)) < _MUCH / 2:
        return sheet  # nearly every page ends here, at a quarter of the cost
    depth = _depth(sheet.pixels, now)
    faint = _faint(depth, least, _FAINT, sheet.dpi)
    if float(np.mean(faint)) < _MUCH:
        return sheet
    soft = _soft_depths(depth, faint, sheet.dpi)
    if soft is None:
        return sheet
    faint = _faint(depth, least, soft, sheet.dpi)
    return sheet.repainted(np.where(faint, np.uint8(now.paper), sheet.pixels), f"without shine ({soft:.2f})")


def _depth(pixels: GreyImage, now: Tone) -> Depth:
    table = np.clip(now.paper - np.arange(256, dtype=np.float32), 0, None) / now.contrast
    return np.asarray(cv2.LUT(pixels, table.astype(np.float32)), dtype=np.float32)


def _faint(depth: Depth, least: float, most: float, dpi: int) -> Mask:
    """Where there are strokes between these depths that are no soft edges of darker ones."""
    side = 2 * max(1, round(_EDGE * dpi)) + 1
    dark = grey(depth > most + _DARKER)
    near = cv2.dilate(dark, np.ones((side, side), dtype=np.uint8)) > 0
    return np.asarray((depth > least) & (depth < most) & ~near, dtype=np.bool_)


def _soft_depths(depth: Depth, faint: Mask, dpi: int) -> float | None:
    """How deep the strokes of the back go; None where the faint strokes are as sharp as print.

    A blur leaves soft strokes most of their depth where they are darkest, and sharp ones little.
    """
    side = max(3, round(_BLUR * dpi) | 1)
    darkest = depth == np.asarray(cv2.dilate(depth, np.ones((5, 5), dtype=np.uint8)), dtype=np.float32)
    left = np.asarray(cv2.blur(depth, (side, side)), dtype=np.float32)
    of_faint = darkest & faint
    if np.count_nonzero(of_faint) < max(1, _PEAKS * np.count_nonzero(faint)):
        return None
    if float(left[of_faint].sum()) < _SOFT * float(depth[of_faint].sum()):
        return None
    soft = darkest & (depth < _DEEPEST) & (depth > _FAINTEST) & (left > _SOFT * depth)
    return float(np.percentile(depth[soft], 95))
