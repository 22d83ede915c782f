"""How dark the ink and how light the paper of a page is, and how unevenly."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from ingest.picture import GreyImage
from ingest.prepare.once import once
from ingest.prepare.sheet import glance, grey, shrunk

_PAPER_DPI = 50
"""The paper's level is measured on an image of so many dots an inch."""
_PAPER_WINDOW = 0.5
"""Inches: print is never so wide without paper in it."""
_GRAIN_KERNEL = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], dtype=np.float32)
"""Blind to paper, slopes and straight edges (Immerkaer 1996); its response to noise is six times as wide."""
_BAND_ROWS = 16
_SPREAD_OF_MEDIAN = 1.4826
"""A normal distribution's standard deviation over the median of its absolute values."""


@dataclass(frozen=True, slots=True)
class Tone:
    """The usual grey of paper and of ink (0 to 255)."""

    paper: float
    ink: float

    @property
    def contrast(self) -> float:
        """By how many shades ink is darker than paper; 1 at least."""
        return max(self.paper - self.ink, 1.0)


@once
def tone(pixels: GreyImage) -> Tone:
    """The tone of a page that is mostly paper."""
    small = glance(pixels)
    paper = float(np.median(small))
    dark = small[small < paper - 15]
    ink = float(np.percentile(dark, 20)) if dark.size > 50 else paper
    return Tone(paper, ink)


@once
def deepest(pixels: GreyImage) -> float:
    """By how many shades the darkest print is darker than the paper: what shines through is not asked."""
    small = glance(pixels)
    depths = tone(pixels).paper - small[small < tone(pixels).paper - 15].astype(np.float64)
    if depths.size <= 50:
        return tone(pixels).contrast
    return float(np.percentile(depths[depths > np.percentile(depths, 95) / 2], 80))


def paper_map(pixels: GreyImage, dpi: int) -> GreyImage:
    """The paper's level at every place, as if nothing were printed on it; at `_PAPER_DPI`."""
    small = shrunk(pixels, min(1.0, _PAPER_DPI / dpi))
    smooth = cv2.GaussianBlur(small, (3, 3), 0)
    window = max(3, round(_PAPER_WINDOW * _PAPER_DPI * min(1.0, dpi / _PAPER_DPI)) | 1)
    lightest = cv2.dilate(smooth, np.ones((window // 2 | 1, window // 2 | 1), dtype=np.uint8))
    return grey(cv2.GaussianBlur(cv2.erode(lightest, np.ones((3, 3), dtype=np.uint8)), (window, window), 0))


@once
def grain(pixels: GreyImage) -> float:
    """The standard deviation of the noise, in shades, by bands of rows that are a quarter of the page."""
    bands = pixels[np.arange(len(pixels)) // _BAND_ROWS % 4 == 0]
    inside = (
        np.arange(len(bands)) % _BAND_ROWS % (_BAND_ROWS - 1) > 0
    )  # where bands meet, rows are no neighbours
    response = np.asarray(cv2.filter2D(bands, cv2.CV_16S, _GRAIN_KERNEL))[inside][::2, 1:-1:2]
    return float(np.median(np.abs(response))) * _SPREAD_OF_MEDIAN / 6 if response.size else 0.0
