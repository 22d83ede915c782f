"""Columns of running prose are told from tables, so that each can be read in its own order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median

import numpy as np
from numpy.typing import NDArray

from ingest.rows import Line, lines_of
from models.geometry import Box, hull
from models.page import Word

_EDGE = 0.25
"""A gutter stands at least this share of the text's width from either side."""
_GUTTER = 0.8
"""It is at least so many usual word heights wide."""
_LEAST_LINES = 6
_LEAST_WORDS = 3.5
_LEAST_FILL = 0.7
_RUNNING_ON = 0.3
"""In prose this share of the lines begins in lower case; names, labels and figures hardly ever do."""
_NUMBER = re.compile(r"[(\[–-]? ?\d{1,4} ?(?:\(\d{1,4}\))?[)\]–-]?$")
_FOOT = 0.8
"""Of its height: a page's number stands so far below the last line."""
_MOST_TRIED = 8
_DEEPEST = 4

Words = Sequence[Word]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A stretch from `top` to `bottom` over which no word crosses `x`."""

    x: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


def split_columns(words: Words, depth: int = 0) -> list[Words]:
    """`words`, each with its box, in blocks to be read in turn: one block where there are no columns."""
    gutter = _find_gutter(words) if depth < _DEEPEST else None
    if gutter is None:
        return [words] if words else []
    foot, others = _page_number(words)
    above, left, right, below = _part(others, gutter)
    below = [*below, *foot]
    blocks = (split_columns(side, depth + 1) for side in (above, left, right, below))
    return [block for side in blocks for block in side]


def _page_number(words: Words) -> tuple[Words, Words]:
    """The page's number below all else, which belongs to neither column, and the other words."""
    lowest = max((word.box for word in words if word.box), key=lambda box: box.y1)
    across = sorted(
        (word.box.x0, n) for n, word in enumerate(words) if word.box and word.box.shares_row(lowest)
    )
    foot = [words[n] for _, n in across]
    others = [word for word in words if word not in foot]
    last = max((word.box.y1 for word in others if word.box), default=lowest.y1)
    stands_apart = min(word.box.y0 for word in foot if word.box) - last >= _FOOT * lowest.height
    is_number = _NUMBER.match(" ".join(word.text for word in foot))
    return (foot, others) if stands_apart and is_number else ([], words)


def _find_gutter(words: Words) -> _Gutter | None:
    """The tallest gutter with running prose on both its sides."""
    boxes = [word.box for word in words if word.box]
    if len(boxes) < 2 * _LEAST_LINES * _LEAST_WORDS:
        return None
    usual = median(box.height for box in boxes)
    candidates = sorted(_gutters(boxes, usual), key=lambda gutter: -gutter.height)
    for gutter in candidates[:_MOST_TRIED]:
        if gutter.height < _LEAST_LINES * usual:
            return None
        _, left, right, _ = _part(words, gutter)
        if is_prose(lines_of(left)) and is_prose(lines_of(right)):
            return gutter
    return None


def _gutters(boxes: Sequence[Box], usual: float) -> Iterator[_Gutter]:
    """For each place where a gutter could stand, the tallest stretch without a word in it."""
    page = hull(boxes)
    step = max(_GUTTER * usual / 2, page.width / 200)
    reach = _GUTTER * usual / 2
    # In order of height once, so that those in the way of each place are in order too.
    edges = np.array(sorted((box.y0, box.y1, box.x0, box.x1) for box in boxes))
    tops, bottoms, lefts, rights = edges.T
    x = page.x0 + _EDGE * page.width
    while x < page.x1 - _EDGE * page.width:
        across = np.flatnonzero((lefts < x + reach) & (rights > x - reach))
        yield _tallest(tops[across], bottoms[across], page, x)
        x += step


def _tallest(tops: Floats, bottoms: Floats, page: Box, x: float) -> _Gutter:
    """The tallest stretch at `x` between the words in its way, given by their tops in order and bottoms."""
    begins = np.concatenate([[page.y0], np.maximum.accumulate(np.maximum(bottoms, page.y0))])
    ends = np.append(tops, page.y1)
    best = int(np.argmax(ends - begins))
    return _Gutter(x, float(begins[best]), float(ends[best]))


def _part(words: Words, gutter: _Gutter) -> tuple[Words, Words, Words, Words]:
    """The words above the gutter, to its left, to its right, and below."""
    above: list[Word] = []
    left: list[Word] = []
    right: list[Word] = []
    below: list[Word] = []
    for word in words:
        if word.box is None:
            continue
        if word.box.middle < gutter.top:
            above.append(word)
        elif word.box.middle > gutter.bottom:
            below.append(word)
        else:
            (left if word.box.x0 < gutter.x else right).append(word)
    return above, left, right, below


def is_prose(lines: Sequence[Line]) -> bool:
    """Whether the lines are running text: full, of several words, many going on from the one above."""
    if len(lines) < _LEAST_LINES or fmean(len(line.words) for line in lines) < _LEAST_WORDS:
        return False
    width = max(line.box.x1 for line in lines) - min(line.box.x0 for line in lines)
    fill = median(line.box.width for line in lines) / max(width, 1e-6)
    running_on = fmean(line.words[0][0].text[:1].islower() for line in lines)
    return fill >= _LEAST_FILL and running_on >= _RUNNING_ON
