"""Uneven light and faint print are brought to what the engine was made for: black on white."""

from __future__ import annotations

import cv2
import numpy as np

from ingest.prepare.sheet import Sheet
from ingest.prepare.tone import Tone, deepest, grain, paper_map, tone

_UNEVEN = 24
"""Shades between the light and the dark parts of the paper that no global threshold bears."""
_WEAK = 110
"""Contrast under which print is stretched to full black and white; that of the darkest print, as what shines
through from the back would else be made as black as thin type over it."""
_MARGIN = 2.5
"""Grain within so many deviations of the paper's level is paper."""


def even(sheet: Sheet) -> Sheet:
    """The sheet with its paper made evenly white, where shadows lie on it or its print is faint."""
    paper = paper_map(sheet.pixels, sheet.dpi)
    low, high = np.percentile(paper, (4, 96))
    if high - low < _UNEVEN and deepest(sheet.pixels) >= _WEAK:
        return sheet
    height, width = sheet.pixels.shape
    level = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    flat = np.asarray(cv2.divide(sheet.pixels, np.maximum(level, 1), scale=235), dtype=np.uint8)
    stretched = _stretch(flat, tone(flat), grain(flat))
    return sheet.repainted(stretched, f"even {low:.0f}-{high:.0f}")


def _stretch(pixels: np.ndarray, now: Tone, noise: float) -> np.ndarray:
    """Ink taken to black and paper, with its grain, to white."""
    white = max(now.paper - _MARGIN * noise, now.ink + 1)
    table = np.interp(np.arange(256), (now.ink, white), (0, 255)).astype(np.uint8)
    return np.asarray(cv2.LUT(pixels, table), dtype=np.uint8)
