"""Characters become words by the gaps between them, whatever way they are written across the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest.layer.glyphs import SLANTED, Glyphs
from ingest.layer.sheet import Sheet
from models.geometry import Box
from models.page import Word

WORD_GAP = 0.15
"""Letters further apart than this share of the type size are of two words."""
_LINE_SHIFT = 0.5
"""Letters whose base lines lie further apart than this share are of two lines."""
_SAME_PLACE = 0.3
"""What stands nearer than this share to the like of it stands there twice."""
_DESCENT = 0.21
"""Letters reach so much of the type size below the base line, in whatever font."""
_SIZES = (0.3, 3.0)
"""A type size is believed where it is so many times the height of the font's box."""

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Drawn(NamedTuple):
    """A word, `box` being where it would lie were the page turned so that it is upright.

    `direction` is how it is written (see `Glyphs`), `size` its type size in points, `look` how surely it can
    be seen (`Look`).
    """

    word: Word
    box: Box
    direction: int
    size: float
    look: int


@dataclass(frozen=True, slots=True)
class Upright:
    """The characters of `Glyphs` as they lie when each is turned upright: edges along and across its line."""

    start: Floats
    top: Floats
    end: Floats
    base: Floats
    size: Floats


def words_of(glyphs: Glyphs, sheet: Sheet) -> tuple[Drawn, ...]:
    """The words on the page, in the order in which they were drawn; what lies outside it is left out."""
    if not glyphs.text:
        return ()
    lying = upright(glyphs, sheet)
    starts = np.flatnonzero(_begins(glyphs, lying))
    ends = np.append(starts[1:], len(glyphs.text))
    edges = np.array(
        [
            np.minimum.reduceat(lying.start, starts),
            np.minimum.reduceat(lying.top, starts),
            np.maximum.reduceat(lying.end, starts),
            np.maximum.reduceat(lying.base, starts),
        ]
    )
    inside = _on_page(edges, glyphs.directions[starts], sheet)
    boxes = [Box(*box) for box in edges.T[inside].tolist()]
    first = starts[inside]
    texts = [glyphs.text[start:end] for start, end in zip(first.tolist(), ends[inside].tolist(), strict=True)]
    told = (glyphs.directions, lying.size, glyphs.looks)
    return tuple(
        Drawn(Word(text, box=box), box, *rest)
        for text, box, *rest in zip(texts, boxes, *(each[first].tolist() for each in told), strict=True)
    )


def upright(glyphs: Glyphs, sheet: Sheet) -> Upright:
    """The characters' places when each is turned upright."""
    left, top, right, bottom = glyphs.boxes.T
    width, height, ways = sheet.width, sheet.height, glyphs.directions % SLANTED
    start = np.choose(ways, [left, top, width - right, height - bottom])
    end = np.choose(ways, [right, bottom, width - left, height - top])
    high = np.choose(ways, [top, width - right, height - bottom, left])
    base = np.choose(ways, [bottom, width - left, height - top, right])
    least, most = _SIZES
    box = base - high
    believed = (glyphs.sizes > least * box) & (glyphs.sizes < most * box)
    size = np.maximum(np.where(believed, glyphs.sizes, box), 1e-3)
    base = base - np.where(believed, glyphs.lowered - _DESCENT * size, 0.0)
    return Upright(start, base - size, end, base, size)


def displayed(box: Box, direction: int, sheet: Sheet) -> Box:
    """A box of upright writing, where it lies on the page as displayed."""
    width, height = sheet.width, sheet.height
    match direction:
        case 1:
            return Box(width - box.y1, box.x0, width - box.y0, box.x1)
        case 2:
            return Box(width - box.x1, height - box.y1, width - box.x0, height - box.y0)
        case 3:
            return Box(box.y0, height - box.x1, box.y1, height - box.x0)
        case _:
            return box


def uprighted(box: Box, direction: int, sheet: Sheet) -> Box:
    """A box on the page as displayed, where it lies once its writing is turned upright."""
    width, height = sheet.width, sheet.height
    match direction:
        case 1:
            return Box(box.y0, width - box.x1, box.y1, width - box.x0)
        case 2:
            return Box(width - box.x1, height - box.y1, width - box.x0, height - box.y0)
        case 3:
            return Box(height - box.y1, box.x0, height - box.y0, box.x1)
        case _:
            return box


def twice_drawn(glyphs: Glyphs, sheet: Sheet) -> int:
    """How many characters stand right upon one of their kind that was drawn before them."""
    if len(glyphs.text) < 2:
        return 0
    lying = upright(glyphs, sheet)
    codes = np.frombuffer(glyphs.text.encode("utf-32-le"), np.uint32)
    wide = (lying.end - lying.start)[:-1]
    near = np.abs(np.diff(lying.start)) + np.abs(np.diff(lying.base)) < _SAME_PLACE * wide
    # The letters of a ligature share its box.
    return int(np.count_nonzero((codes[1:] == codes[:-1]) & near & (codes[1:] != ord("f"))))


def _begins(glyphs: Glyphs, lying: Upright) -> Flags:
    """Before which characters a word begins."""
    gap = lying.start[1:] - lying.end[:-1]
    size = lying.size[:-1]
    apart = (gap > WORD_GAP * size) | (gap < -size) | (np.abs(np.diff(lying.base)) > _LINE_SHIFT * size)
    level = glyphs.directions[1:] != SLANTED
    return np.append(True, glyphs.parted[1:] | (np.diff(glyphs.directions) != 0) | (apart & level))


def _on_page(edges: Floats, directions: NDArray[np.int8], sheet: Sheet) -> Flags:
    """Which words, by their upright edges (4, n), have their middles on the page."""
    along, across = (edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2
    turned = (directions == 1) | (directions == 3)
    width = np.where(turned, sheet.height, sheet.width)
    height = np.where(turned, sheet.width, sheet.height)
    inside: Flags = (along >= 0) & (along <= width) & (across >= 0) & (across <= height)
    return inside
