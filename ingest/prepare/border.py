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
_MOST = 0.6
"""A page darker than this is no page with an edge."""

Mask = NDArray[np.uint8]


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
    return sheet.repainted(np.where(mask > 0, np.uint8(paper), sheet.pixels), "border")


def _paper(small: GreyImage) -> float:
    """The paper's level, also where the lid's black around it takes much of the image."""
    light = small[small > 128]
    return float(np.median(light)) if light.size > small.size // 5 else tone(small).paper


def _wanted(solid: Mask, dots_an_inch: float) -> Mask:
    """Of solid dark parts, those that run along an edge of the image and those that are holes."""
    count, labels, statistics, _ = cv2.connectedComponentsWithStats(solid, connectivity=8)
    height, width = solid.shape
    keep = np.zeros(count, dtype=np.uint8)
    for number in range(1, count):
        x, y, wide, high, area = (int(value) for value in statistics[number])
        at_edge = x == 0 or y == 0 or x + wide == width or y + high == height
        if at_edge and max(wide, high) > 0.5 * dots_an_inch:
            keep[number] = 255
        elif _is_hole(x, y, wide, high, area, (width, height), dots_an_inch):
            keep[number] = 255
    return grey(keep[labels])


def _is_hole(
    x: int, y: int, wide: int, high: int, area: int, size: tuple[int, int], dots_an_inch: float
) -> bool:
    least, most = (edge * dots_an_inch for edge in _HOLE)
    if not (least * 0.8 <= wide <= most and least * 0.8 <= high <= most and 0.7 <= wide / high <= 1.4):
        return False
    across, down = (x + wide / 2) / size[0], (y + high / 2) / size[1]
    near = min(across, 1 - across, down, 1 - down) < _MARGIN
    return near and area >= _ROUND * wide * high


def _opened(mask: Mask, side: int) -> Mask:
    return grey(cv2.morphologyEx(mask, cv2.MORPH_OPEN, _square(max(side, 3))))


def _square(side: int) -> Mask:
    return np.ones((side, side), dtype=np.uint8)
