"""Print of another, paler ink than the page's own: what shows through from the back, and stamps.

Taken off the page, so that the print it lies under or over is read as if it weren't there, and kept as an
image of its own, so that it can be read for itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage
from ingest.prepare.sheet import Sheet, grey, shrunk
from ingest.prepare.solid import broad_strokes
from ingest.prepare.tone import Tone, grain, tone

_DPI = 150
"""Letters are looked at on an image of so many dots an inch."""
_LETTER = (7, 50)
"""The height of letters there: lower are dots, higher are frames, shadows and pictures."""
_LEAST_PALE = 10
_PALER = 0.22
"""A letter paler than the usual by this share of the contrast may be of another ink."""
_SHADES_APART = 0.5
"""Two inks differ by this share of the contrast at least."""
_ONE_INK = 0.1
"""Letters of one ink are hardly darker than their median by more than this share of the contrast."""
_GAP, _IN_GAP = 0.15, 0.3
"""In a gap between the inks, so wide a share of the contrast, lie few letters: so many for each pale one."""
_CORE = 0.75
"""Strokes of the page's own ink are somewhere darker than this share of the edge between the inks."""
_KEPT = 0.8
"""The page's own print keeps so much of its ink: where thin strokes of one ink are blurred, those of
bold headings alone are dark."""
_MOST_OF_PAGE = 0.25
_FAINTEST = 0.2
"""What is paler than this share of the contrast is no ink, and does no harm."""
_MOST_GRAIN = 0.04
_GRAIN = 4.0
"""Neither is what lies within so many deviations of the paper's grain."""


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """A page without its pale ink, and the pale ink without the page's own."""

    page: Sheet
    pale: Sheet | None = None


def part_pale(sheet: Sheet) -> Layers:
    """The sheet parted where its letters are clearly of two inks; else the sheet as it is.

    Pale print over most of the page is what shows through from its back, and nobody's to read.
    """
    now = tone(sheet.pixels)
    if grain(sheet.pixels) > _MOST_GRAIN * now.contrast:
        return Layers(sheet)  # noise gives letters every shade
    letters = _letters(sheet, now)
    edge = _between_inks(letters.shades, now)
    strokes = broad_strokes(sheet.pixels, sheet.dpi, now, letters.usual) if edge is None else None
    found = strokes if edge is None else (edge, letters.around(edge))
    if found is None:
        return Layers(sheet)
    edge, (left, top, right, bottom) = found
    own = _only_dark(sheet.pixels, now, edge)
    if _ink(own, now) < _KEPT * _ink(sheet.pixels, now):
        return Layers(sheet)
    page = sheet.repainted(own, f"without pale print ({edge:.0f})")
    if (right - left) * (bottom - top) > _MOST_OF_PAGE * sheet.pixels.size:
        return Layers(page)
    dark = _grown(sheet.pixels < edge, sheet.dpi)
    pale = np.where(dark > 0, np.uint8(now.paper), sheet.pixels)[top:bottom, left:right]
    return Layers(page, sheet.moved(pale, "pale print", np.array([[1.0, 0.0, -left], [0.0, 1.0, -top]])))


@dataclass(frozen=True, slots=True, eq=False)
class _Letters:
    """The letters of a page: each one's shade where it is darkest, and its box, in pixels of the page."""

    shades: GreyImage
    boxes: NDArray[np.float64]

    @property
    def usual(self) -> float:
        """The shade of the page's own ink."""
        return float(np.percentile(self.shades, 40)) if self.shades.size else 255.0

    def around(self, edge: float) -> tuple[int, int, int, int]:
        """The box (left, top, right, bottom) around nearly all letters paler than `edge`, and some paper."""
        boxes = self.boxes[self.shades > edge]
        left, top = np.percentile(boxes[:, :2], 2, axis=0)
        right, bottom = np.percentile(boxes[:, 2:], 98, axis=0)
        high = 2 * float(np.median(boxes[:, 3] - boxes[:, 1]))
        return max(0, int(left - high)), max(0, int(top - high)), int(right + high), int(bottom + high)


def _letters(sheet: Sheet, now: Tone) -> _Letters:
    """The marks of a letter's size."""
    scale = min(1.0, _DPI / sheet.dpi)
    small = shrunk(sheet.pixels, scale)
    least = now.paper - max(_FAINTEST * now.contrast, _GRAIN * grain(small))
    count, labels, statistics, _ = cv2.connectedComponentsWithStats(grey(small < least), connectivity=8)
    inside = labels > 0
    darkest = np.full(count, 255, dtype=np.uint8)
    np.minimum.at(darkest, np.asarray(labels, dtype=np.int64)[inside], small[inside])
    heights = statistics[:, cv2.CC_STAT_HEIGHT]
    kept = (heights >= _LETTER[0]) & (heights <= _LETTER[1])
    kept[0] = False
    corners = statistics[kept][:, : cv2.CC_STAT_HEIGHT + 1].astype(np.float64) / scale
    return _Letters(darkest[kept], np.hstack([corners[:, :2], corners[:, :2] + corners[:, 2:]]))


def _between_inks(shades: GreyImage, now: Tone) -> float | None:
    """The shade that parts two inks, None where the strokes are of one ink or of every shade."""
    if shades.size < 20 * _LEAST_PALE:
        return None
    usual = float(np.percentile(shades, 40))
    paler = shades[shades > usual + _PALER * now.contrast]
    if paler.size < _LEAST_PALE:
        return None
    of_pale = float(np.median(paler))
    top = of_pale - _ONE_INK * now.contrast
    gap = top - _GAP * now.contrast
    pale = np.count_nonzero(shades >= top)
    between = np.count_nonzero((shades >= gap) & (shades < top))
    apart = of_pale - usual >= _SHADES_APART * now.contrast
    if not apart or pale < _LEAST_PALE or between > _IN_GAP * pale:
        return None
    return gap


def _only_dark(pixels: GreyImage, now: Tone, edge: float) -> GreyImage:
    """The strokes darker than `edge` with their soft edges, which are paler, and paper for all else.

    What is only a little darker than `edge` at its darkest is the pale print's own.
    """
    strokes = grey(cv2.dilate(grey(pixels < edge), np.ones((3, 3), dtype=np.uint8)))
    count, labels, _, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
    numbers = np.asarray(labels, dtype=np.int64)
    printed = np.zeros(count, dtype=np.bool_)
    printed[np.unique(numbers[pixels < _CORE * edge])] = True
    printed[0] = False
    return grey(np.where(printed[numbers], pixels, np.uint8(now.paper)))


def _ink(pixels: GreyImage, now: Tone) -> int:
    """How many pixels are nearer to ink than to paper."""
    return int(np.count_nonzero(pixels < now.paper - now.contrast / 2))


def _grown(mask: NDArray[np.bool_], dpi: int) -> GreyImage:
    side = max(3, round(dpi / 60) | 1)
    return grey(cv2.dilate(grey(mask), np.ones((side, side), dtype=np.uint8)))
