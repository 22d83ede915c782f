"""What the drawn page shows: which words can be seen there, and print that no word stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

from ingest.layer.sheet import Sheet
from ingest.picture import GreyImage
from models.geometry import Box, hull

_SCALE = 100 / 72
"""Pixels a point: at 100 dpi small print is still told from its paper."""
_MOST_PIXELS = 6_000_000
_CONTRAST = 24
"""Grey levels by which print differs at least from what it stands on."""
_PAPER = 235
"""White print can be seen on what is darker than this."""
_INNER = 0.15
"""So much of a word's height is left out above and below: lines of a table run there."""
_LETTER_HEIGHTS = (3.0, 22.0)
_LETTER_WIDTHS = (0.8, 24.0)
"""In points."""
_MARGIN = 1.5
"""So many points around a word are taken to be its own."""
_ROW = 6.0
"""A row of letters is at least so many times as long as it is high."""
_LEAST_LETTERS = 40
_LEAST_SHARE = 0.5
"""So many letters, and such a share of all specks, stand in rows where there is print."""
_ROUND, _DOTS = 0.15, 0.75
"""Where so many specks are as wide as high, but for this share, they are the dots of a printed photograph."""
_MOST_SPECKS = 50_000


Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sight:
    """A page drawn in grey, `scale` pixels a point."""

    pixels: GreyImage
    scale: float

    def shows(self, box: Box, *, on_dark: bool = False) -> bool:
        """Whether anything stands out within `box`, in points, and, if it must, on what is dark."""
        inner = _INNER * box.height
        part = self._part(Box(box.x0, box.y0 + inner, box.x1, box.y1 - inner))
        if not part.size or int(part.max()) - int(part.min()) < _CONTRAST:
            return False
        return not on_dark or float(np.median(part)) < _PAPER

    def print_beside(self, image: Box, words: Iterable[Box]) -> Box | None:
        """Where on `image` rows of letters stand that none of `words` covers; None where they are few."""
        part = self._part(image).copy()
        if not part.size:
            return None
        paper = int(np.median(part))
        for word in words:
            self._cover(part, word, image, paper)
        found = _rows(part, self.scale)
        if found is None:
            return None
        x0, y0, x1, y1 = (edge / self.scale for edge in found)
        return Box(image.x0 + x0, image.y0 + y0, image.x0 + x1, image.y0 + y1)

    def _part(self, box: Box) -> GreyImage:
        x0, y0, x1, y1 = (max(0, round(edge * self.scale)) for edge in (box.x0, box.y0, box.x1, box.y1))
        return self.pixels[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]

    def _cover(self, part: GreyImage, word: Box, image: Box, paper: int) -> None:
        x0 = round((word.x0 - image.x0 - _MARGIN) * self.scale)
        y0 = round((word.y0 - image.y0 - _MARGIN) * self.scale)
        x1 = round((word.x1 - image.x0 + _MARGIN) * self.scale)
        y1 = round((word.y1 - image.y0 + _MARGIN) * self.scale)
        part[max(y0, 0) : max(y1, 0), max(x0, 0) : max(x1, 0)] = paper


def sight_of(page: pypdfium2.PdfPage, sheet: Sheet) -> Sight:
    """The page drawn as a reader sees it, hidden layers left out."""
    scale = min(_SCALE, (_MOST_PIXELS / max(sheet.width * sheet.height, 1.0)) ** 0.5)
    pixels = np.array(page.render(scale=scale, grayscale=True).to_numpy(), dtype=np.uint8)
    return Sight(pixels.reshape(pixels.shape[:2]), scale)


def _rows(part: GreyImage, scale: float) -> tuple[int, int, int, int] | None:
    """The rectangle around all rows of letter-like specks in a grey image; none where they are few."""
    _, ink = cv2.threshold(part, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    labels, sizes = _specks(np.asarray(ink, np.uint8))
    if not _LEAST_LETTERS < len(sizes) < _MOST_SPECKS:
        return None
    letters = _letter_like(sizes / scale)
    widths, heights = sizes[letters].T
    round_ones = np.count_nonzero(np.abs(widths - heights) <= np.maximum(1, _ROUND * heights))
    if len(heights) < _LEAST_LETTERS or round_ones > _DOTS * len(heights):
        return None
    mask = np.asarray(letters[labels], np.uint8)
    usual = float(np.median(heights))
    reach = np.ones((1, max(3, round(1.6 * usual))), np.uint8)
    closed = np.asarray(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, reach), np.uint8)
    return _hull_of_rows(closed, mask, labels, usual)


def _specks(ink: GreyImage) -> tuple[Numbers, Numbers]:
    """The number of the speck that each pixel belongs to, 0 for paper; the width and height of each."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink)
    sizes = np.asarray(stats, np.int64)[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    return np.asarray(labels, np.int64), sizes


def _letter_like(sizes: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which specks, by width and height in points, are as large as letters are; the first is the paper."""
    width, height = sizes.T
    like: NDArray[np.bool_] = (height >= _LETTER_HEIGHTS[0]) & (height <= _LETTER_HEIGHTS[1])
    like &= (width >= _LETTER_WIDTHS[0]) & (width <= _LETTER_WIDTHS[1])
    like[0] = False
    return like


def _hull_of_rows(
    closed: GreyImage, mask: GreyImage, labels: Numbers, usual: float
) -> tuple[int, int, int, int] | None:
    rows, sizes = _specks(closed)
    width, height = sizes.T
    long = (width >= _ROW * height) & (height <= 3 * usual)
    long[0] = False
    inside = long[rows] & (mask > 0)
    letters = len(np.unique(labels[inside]))
    if letters < max(_LEAST_LETTERS, _LEAST_SHARE * len(np.unique(labels[mask > 0]))):
        return None
    down, across = np.nonzero(inside)
    return int(across.min()), int(down.min()), int(across.max()) + 1, int(down.max()) + 1


def union(boxes: Sequence[Box]) -> list[Box]:
    """`boxes` with those that touch joined: the strips into which a scanner cuts a page are one image."""
    joined: list[Box] = []
    for box in boxes:
        near = [other for other in joined if _touch(box, other)]
        joined = [*(other for other in joined if other not in near), hull([box, *near])]
    return joined


def _touch(one: Box, other: Box) -> bool:
    across = one.x0 <= other.x1 + 1 and other.x0 <= one.x1 + 1
    return across and one.y0 <= other.y1 + 1 and other.y0 <= one.y1 + 1
