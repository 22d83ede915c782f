"""A page turned as a scanner may have it: where its words stand then."""

from __future__ import annotations

from dataclasses import replace
from math import cos, radians, sin

from models.geometry import Box, hull
from models.page import Page


def turned(page: Page, degrees: float) -> Page:
    """The page when its sheet lies turned counterclockwise, and must be turned clockwise to be read."""
    sheet = Box(0, 0, page.width or 0, page.height or 0)
    around = _turned(sheet, degrees)

    def placed(box: Box) -> Box:
        one = _turned(box, degrees)
        left, top = around.x0, around.y0
        return Box(one.x0 - left, one.y0 - top, one.x1 - left, one.y1 - top)

    words = tuple(replace(word, box=placed(word.box) if word.box else None) for word in page.words)
    return replace(page, words=words, width=around.width, height=around.height, rotation=degrees % 360)


def _turned(box: Box, degrees: float) -> Box:
    c, s = cos(radians(degrees)), sin(radians(degrees))
    corners = [(x * c + y * s, y * c - x * s) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
    return hull(Box(x, y, x, y) for x, y in corners)
