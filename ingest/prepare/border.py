"""What is on the image and not on the paper: the scanner's dark edges and the holes of a punch."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage
from ingest.prepare.sheet import Sheet, grey, shrunk
from ingest.prepare.tone import tone

_DPI = 75
"""Edges and holes are looked for on an image of so many dots an inch."""
_DARK = 0.5
"""Darker than this share of the way from paper to black is no shadow."""
_SOLID = 0.09
"""Inches: nothing printed is solid over a square of this side but a picture or a black bar."""
_HOLE = (0.15, 0.42)
"""The least and the greatest diameter of a punch-hole, in inches (ISO 838 has 6 mm, files up to 8)."""
_ROUND = 0.68
"""A disc fills pi/4 of the square around it."""
_MARGIN = 0.14
"""Holes lie within this share of the page from an edge."""
_GROW = 0.05
"""Inches by which what is taken away is widened, for its soft edge."""
_LIGHTEST = 5
"""Pixels there: over a square of this side the lightest is paper, whatever is printed on it."""
_SHADOW, _SHADOWED = 24, 0.5
"""Where so much of what is taken away lies beside paper so many shades darker than usual, it is shadow."""
_MOST = 0.6
"""A page darker than this is no page with an edge."""

_LONG = 0.5
"""Inches: what touches an edge over less is no edge of the scanner's."""

Mask = NDArray[np.uint8]
Parts = NDArray[np.int64]
"""A row of left, top, width, height and area for each part of a mask, the first for all that is outside."""


def without_border(sheet: Sheet) -> Sheet:
    """The sheet with dark edges and punch-holes painted over in the colour of its paper."""
    scale = min(1.0, _DPI / sheet.dpi)
    small = shrunk(sheet.pixels, scale)
    dots_an_inch = sheet.dpi * scale
    paper = _paper(small)
    dark = grey(small < paper * (1 - _DARK)) * 255
    solid = _opened(dark, round(_SOLID * dots_an_inch))
    if not solid.any() or float(np.mean(solid > 0)) > _MOST:
        return sheet
    taken = _wanted(solid, dots_an_inch)
    if not taken.any():
        return sheet
    grown = cv2.dilate(taken, _square(2 * round(_GROW * dots_an_inch) + 1))
    height, width = sheet.pixels.shape
    mask = cv2.resize(grey(grown), (width, height), interpolation=cv2.INTER_NEAREST)
    fill = cv2.resize(_fill(small, grey(grown), paper), (width, height), interpolation=cv2.INTER_LINEAR)
    return sheet.repainted(np.where(mask > 0, fill, sheet.pixels), "border")


def _fill(small: GreyImage, taken: Mask, paper: float) -> GreyImage:
    """What to paint over `taken`: the paper's level, or the shadow that leads to it, which is evened later.

    White beside a shadow would leave its last stretch as a black band through the print next to it.
    """
    light = cv2.dilate(small, _square(_LIGHTEST))
    # What is taken away, and its edge, is no paper.
    lost = np.asarray(cv2.dilate(taken, _square(_LIGHTEST)) > 0, dtype=np.bool_)
    _, labels = cv2.distanceTransformWithLabels(
        grey(lost), cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
    )
    nearest = np.asarray(labels, dtype=np.int64)
    kept = np.full(int(nearest.max()) + 1, round(paper), dtype=np.uint8)
    kept[nearest[~lost]] = light[~lost]
    local = np.asarray(kept[nearest], dtype=np.uint8)
    shadow = float(np.mean(local[taken > 0] < paper - _SHADOW))
    return local if shadow > _SHADOWED else np.full_like(small, round(paper))


def _paper(small: GreyImage) -> float:
    """The paper's level, also where the lid's black around it takes much of the image."""
    light = small[small > 128]
    return float(np.median(light)) if light.size > small.size // 5 else tone(small).paper


def _wanted(solid: Mask, dots_an_inch: float) -> Mask:
    """Of solid dark parts, those that run along an edge of the image and those that are holes."""
    _, labels, statistics, _ = cv2.connectedComponentsWithStats(solid, connectivity=8)
    parts = np.asarray(statistics, dtype=np.int64)
    wanted = _edges(parts, solid.shape, dots_an_inch) | _holes(parts, solid.shape, dots_an_inch)
    wanted[0] = False  # what is not dark
    return grey(wanted[np.asarray(labels, dtype=np.int64)]) * 255


def _edges(parts: Parts, shape: tuple[int, ...], dots_an_inch: float) -> NDArray[np.bool_]:
    left, top, wide, high = parts[:, :4].T
    touching = (left == 0) | (top == 0) | (left + wide == shape[1]) | (top + high == shape[0])
    return np.asarray(touching & (np.maximum(wide, high) > _LONG * dots_an_inch), dtype=np.bool_)


def _holes(parts: Parts, shape: tuple[int, ...], dots_an_inch: float) -> NDArray[np.bool_]:
    left, top, wide, high, area = parts[:, :5].T
    least, most = (diameter * dots_an_inch for diameter in _HOLE)
    fitting = (np.minimum(wide, high) >= 0.8 * least) & (np.maximum(wide, high) <= most)
    is_round = (area >= _ROUND * wide * high) & (np.minimum(wide, high) >= 0.7 * np.maximum(wide, high))
    across, down = (left + wide / 2) / shape[1], (top + high / 2) / shape[0]
    aside = np.minimum(np.minimum(across, 1 - across), np.minimum(down, 1 - down)) < _MARGIN
    return np.asarray(fitting & is_round & aside, dtype=np.bool_)


def _opened(mask: Mask, side: int) -> Mask:
    return grey(cv2.morphologyEx(mask, cv2.MORPH_OPEN, _square(max(side, 3))))


def _square(side: int) -> Mask:
    return np.ones((side, side), dtype=np.uint8)
