"""How large pictures of a page are, known from the record without opening the file."""

from __future__ import annotations

from dataclasses import dataclass

from models.record import RecordPage

MOST_PIXELS = 2400
"""Width or height of the largest picture that is sent."""
_STEPS = (240, 600, 1200)
_POINTS_AN_INCH = 72
_DPI_OF_POINTS = 200
"""Pages without pixels of their own are offered at so many dots an inch."""


@dataclass(frozen=True, slots=True)
class Size:
    """In pixels."""

    width: int
    height: int


def full_size(page: RecordPage) -> Size | None:
    """The largest picture of a page; None where it has no size, as plain text."""
    if not page.width or not page.height:
        return None
    scale = _DPI_OF_POINTS / _POINTS_AN_INCH if page.unit == "pt" else 1.0
    scale = min(scale, MOST_PIXELS / max(page.width, page.height))
    return Size(max(round(page.width * scale), 1), max(round(page.height * scale), 1))


def sizes(page: RecordPage) -> tuple[Size, ...]:
    """Those that are offered, from the smallest to the largest."""
    full = full_size(page)
    if full is None:
        return ()
    smaller = (
        Size(step, max(round(full.height * step / full.width), 1)) for step in _STEPS if step < full.width
    )
    return (*smaller, full)
