"""A page of a PDF as a viewer shows it."""

from __future__ import annotations

from pikepdf import Page


def as_seen(page: Page) -> tuple[int, tuple[float, float, float, float]]:
    """By how much a viewer turns the page, clockwise in degrees, and the part of it that is shown."""
    media, crop = (tuple(float(edge) for edge in box) for box in (page.mediabox, page.cropbox))
    x0, x1 = sorted((media[0], media[2]))
    y0, y1 = sorted((media[1], media[3]))
    left, right = sorted((min(max(crop[0], x0), x1), min(max(crop[2], x0), x1)))
    bottom, top = sorted((min(max(crop[1], y0), y1), min(max(crop[3], y0), y1)))
    turned = int(page.obj.get("/Rotate", 0)) % 360
    if left == right or bottom == top:
        return turned, (x0, y0, x1, y1)
    return turned, (left, bottom, right, top)
