"""The way of a page image from the scanner's file to the engine, each step only where it is needed.

Every step takes a sheet and gives it back, changed or the same; what was done stands in its `steps`. Dots go
first, since they mislead all measures, then what is larger than it need be; the border before the paper's
level is taken; direction and gutter need even paper; skew is each half's own. White comes after all that
tells grain from print. What was drawn anew is softened last, as it is measured by its hard edges.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from ingest.picture import GreyImage, Picture
from ingest.prepare.border import without_border
from ingest.prepare.dots import without_dots, without_grain
from ingest.prepare.pale import Layers, part_pale
from ingest.prepare.paper import even
from ingest.prepare.restore import drawn_anew, softened
from ingest.prepare.sheet import Sheet, glance
from ingest.prepare.shine import without_shine
from ingest.prepare.size import sized
from ingest.prepare.skew import level
from ingest.prepare.specks import without_dirt
from ingest.prepare.spread import parted
from ingest.prepare.tone import grain, paper_map
from ingest.prepare.upright import turned, upright
from ingest.prepare.white import whitened

_LEAST_SIDE = 16
"""An image lower or narrower than this, in pixels, holds no line of print."""
_GLANCE_DPI = 100
"""What the copy on which it is looked for ink has, of a sheet of A4."""
_PALEST, _GRAIN = 18, 5
"""Print is darker than paper by so many shades, and by so many deviations of the paper's grain."""
_BLANK = 0.0002
"""A page of which less than this share is dark holds no word."""


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """The sheets to be read, in reading order, and the pale print that was taken off them, if any."""

    sheets: tuple[Sheet, ...]
    pale: Sheet | None = None


def prepare(picture: Picture, quarters: int | None = None) -> Prepared:
    """`picture` made fit to be read; turned clockwise by `quarters`, or as its lines and letters tell."""
    sheet = Sheet(picture.pixels, picture.dpi, steps=picture.steps)
    for step in (drawn_anew, without_dots, sized, without_border, even, without_grain):
        sheet = step(sheet)
    smeared = any(step.startswith("median") for step in sheet.steps)
    layers = Layers(sheet) if smeared else part_pale(sheet)  # a median leaves letters of every shade
    clear = without_shine(layers.page)
    stood = upright(clear) if quarters is None else turned(clear, quarters)
    halves = (level(whitened(half)) for half in parted(without_dirt(stood)))
    return Prepared(tuple(softened(half) for half in halves), layers.pale)


def is_blank(pixels: GreyImage) -> bool:
    """Whether the page holds next to no ink, however pale its print and however uneven its paper may be."""
    if min(pixels.shape) < _LEAST_SIDE:
        return True
    small = glance(pixels)
    height, width = small.shape
    paper = cv2.resize(paper_map(small, _GLANCE_DPI), (width, height), interpolation=cv2.INTER_LINEAR)
    least = max(_PALEST, _GRAIN * grain(small))
    return float(np.mean(small < paper - np.float64(least))) < _BLANK
