"""Single dots and grain: noise that is smaller than print."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage
from ingest.prepare.sheet import Sheet, grey
from ingest.prepare.tone import grain, tone

_IMPULSES = 0.002
"""More single dots than this share of all pixels are noise: print has about none."""
_DENSE_IMPULSES = 0.012
_STANDS_OUT = 0.3
"""A dot differs from all around it by this share of the contrast."""
_GRAINY = 0.1
"""Noise over this share of the contrast makes specks of its own when it is thresholded."""
_DPI_A_PIXEL = 100
"""A dot may take one pixel for so many dots an inch, for two of them often touch; never less than two."""
_TILES = 24
"""Noise lies over all of the page: of so many squares along its longer side nearly every one has some."""
_LARGEST_TILE = 64
_RING = np.array([[1, 1, 1], [1, 0, 1], [1, 1, 1]], dtype=np.uint8)


def without_dots(sheet: Sheet) -> Sheet:
    """The sheet freed of salt and pepper, where it has any.

    Pixels that stand alone or touch few like them are mended and no others, so that thin strokes stay; where
    compression has smeared the dots, a median over the whole page takes them.
    """
    share = impulses(sheet.pixels)
    if share < _IMPULSES:
        return sheet
    mended = sheet.repainted(_mended(sheet), "mend dots")
    if impulses(mended.pixels) < _IMPULSES or is_grainy(sheet):
        return mended  # what is left in strong noise is its own, and a median would take thin strokes for it
    width = 5 if share > _DENSE_IMPULSES and sheet.dpi >= 250 else 3
    return sheet.repainted(cv2.medianBlur(sheet.pixels, width), f"median {width}")


def has_dots(sheet: Sheet) -> bool:
    """Whether the sheet has salt and pepper."""
    return impulses(sheet.pixels) >= _IMPULSES


def _mended(sheet: Sheet) -> GreyImage:
    """The image with black dots in the paper, and white ones in print, given the shade of what is around."""
    now = tone(sheet.pixels)
    half = float(round(now.paper - now.contrast / 2))
    most = max(2, round(sheet.dpi / _DPI_A_PIXEL))
    mended = sheet.pixels.copy()
    for kind in (cv2.THRESH_BINARY_INV, cv2.THRESH_BINARY):
        _, mask = cv2.threshold(sheet.pixels, half, 255, kind)
        dots = _of_area(grey(mask), most)
        around = grey(cv2.medianBlur(sheet.pixels, 5))
        mended = np.where(dots, around, mended)
    return mended


def _of_area(mask: GreyImage, most: int) -> NDArray[np.bool_]:
    """Where `mask` has separate parts of at most so many pixels."""
    _, labels, statistics, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    small = np.asarray(statistics[:, cv2.CC_STAT_AREA] <= most, dtype=np.bool_)
    small[0] = False
    return np.asarray(small[np.asarray(labels, dtype=np.int64)], dtype=np.bool_)


def is_grainy(sheet: Sheet) -> bool:
    """Whether noise is so strong that print and paper run together."""
    return grain(sheet.pixels) >= _GRAINY * tone(sheet.pixels).contrast


def without_grain(sheet: Sheet) -> Sheet:
    """The sheet with its noise smoothed, where it is so strong that print and paper run together."""
    if not is_grainy(sheet):
        return sheet
    sigma = 1.2 * sheet.dpi / 300
    return sheet.repainted(cv2.GaussianBlur(sheet.pixels, (0, 0), sigma), f"smooth {sigma:.1f}")


def impulses(pixels: GreyImage) -> float:
    """The share of pixels that stand alone: black among white ones, or white among black ones.

    By the squares that have fewest of them: of fine print some dots and hairlines stand alone too, but none
    in the margins.
    """
    step = round(_STANDS_OUT * tone(pixels).contrast)
    pepper = grey(cv2.subtract(grey(cv2.erode(pixels, _RING)), pixels))
    salt = grey(cv2.subtract(pixels, grey(cv2.dilate(pixels, _RING))))
    alone = np.asarray(grey(cv2.max(pepper, salt)) > step, dtype=np.bool_)
    share = float(alone.mean())
    if share < _IMPULSES:
        return share  # as it is of nearly every page
    return min(share, 1.5 * float(np.percentile(_by_tile(alone), 10)))


def _by_tile(alone: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The share of each square of the image."""
    height, width = alone.shape
    side = max(1, min(_LARGEST_TILE, max(height, width) // _TILES))
    size = (max(1, width // side), max(1, height // side))
    shares = cv2.resize(alone.astype(np.float32), size, interpolation=cv2.INTER_AREA)
    return np.asarray(shares, dtype=np.float32)
