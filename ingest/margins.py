"""Notes and page numbers in the margin of running prose are kept apart from it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from statistics import median

from ingest.columns import is_prose
from ingest.rows import lines_of
from models.geometry import Box
from models.page import Word
from models.swedish.headings import heading_of

_LEAST_LINES = 12
_WIDEST = 0.28
"""A margin takes at most this share of the text's width."""
_NEAR = 0.6
"""Of a word's height: line ends so near to one another are one edge of the text."""
_EDGE_SHARE = 0.35
"""So many of the lines begin or end at the text's edge, where it has one."""
_MOST_EDGES = 4
_GUTTER = 0.35
"""Of a word's height: so much white at least parts a margin from the text."""
_MOST_LINES = 0.5
"""A margin has at most so many lines for each line of the text."""
_OF_THE_TEXT = re.compile(r"§|\bdnr\b|\bd nr\b|diarien|:$", re.IGNORECASE)
"""What belongs to the line that it stands beside: an item's number, its diarienummer, a label."""
_MARKER = re.compile(r"(?:\d{1,2}[.):]?|[a-zåäö][.)]|[-–—•*]|att)$", re.IGNORECASE)
"""What opens a point of a list."""
_LIST = 2
"""So many of them make a list, which hangs in the margin but belongs to the text; one is a page number."""
_PAGE_NUMBER = re.compile(r"[-–]? ?\d{1,4} ?[-–]?$")
_FOOT = 3
"""A page number at the foot stands no higher than the last lines of the text, so many of them."""

Words = Sequence[Word]


def part_margins(words: Words) -> list[Words]:
    """The words of the left margin, of the text, of the right margin, and a page number left at the foot.

    Those parts that there are, in the order in which a page is read.
    """
    boxes = [word.box for word in words if word.box]
    if len(boxes) < 3 * _LEAST_LINES:
        return [words]
    left, text = _split(words, lambda box: box.x0, -1.0)
    text, right = reversed(_split(text, lambda box: box.x1, 1.0))
    notes, foot = _without_foot(left, text)
    return [side for side in (notes, text, right, foot) if side]


def _without_foot(left: Words, text: Words) -> tuple[Words, Words]:
    """The words of a left margin, and apart from them its last line where that is the page's number."""
    notes, lines = lines_of(left), lines_of(text)
    if not notes or notes[-1].box.y1 < min(line.box.y0 for line in lines[-_FOOT:]):
        return left, ()
    foot = [word for word, _ in notes[-1].words]
    if not _PAGE_NUMBER.match(" ".join(word.text for word in foot)):
        return left, ()
    return [word for word in left if word not in foot], foot


def _split(words: Words, edge_of: Callable[[Box], float], side: float) -> tuple[Words, Words]:
    """The words outside the text's edge on one side (-1 left, 1 right), none where that is no margin."""
    height = median(word.box.height for word in words if word.box)
    for edge in _edges([edge_of(word.box) for word in words if word.box], len(lines_of(words)), height):
        beyond = edge + side * _GUTTER * height
        outside = [word for word in words if word.box and side * (_inner(word.box, side) - beyond) > 0]
        inside = [word for word in words if word.box and side * (_inner(word.box, side) - beyond) <= 0]
        crossing = any(word.box and side * (edge_of(word.box) - beyond) > 0 for word in inside)
        if outside and not crossing and _is_margin(outside, inside):
            return outside, inside
    return (), words


def _inner(box: Box, side: float) -> float:
    """The edge of a box that is nearer to the text."""
    return box.x1 if side < 0 else box.x0


def _edges(every: Sequence[float], lines: int, height: float) -> list[float]:
    """Where many words begin or end one under the other: the places where an edge of the text may be."""
    values = sorted(every)
    reach = _NEAR * height
    counted = [
        (bisect_right(values, value + reach) - bisect_left(values, value - reach), value) for value in values
    ]
    found: list[float] = []
    for count, value in sorted(counted, reverse=True):
        if count < _EDGE_SHARE * lines or len(found) == _MOST_EDGES:
            break
        if all(abs(value - other) > 2 * reach for other in found):
            found.append(value)
    return found


def _is_margin(outside: Words, inside: Words) -> bool:
    lines, text = lines_of(outside), lines_of(inside)
    if len(text) < _LEAST_LINES or len(lines) > _MOST_LINES * len(text) or not is_prose(text):
        return False
    across = [word.box for word in (*outside, *inside) if word.box]
    width = max(box.x1 for box in across) - min(box.x0 for box in across)
    own = [word.box for word in outside if word.box]
    if max(box.x1 for box in own) - min(box.x0 for box in own) > _WIDEST * width:
        return False
    printed = [" ".join(word.text for word, _ in line.words) for line in lines]
    if sum(bool(_MARKER.match(line)) for line in printed) >= _LIST:
        return False
    return not any(_OF_THE_TEXT.search(line) or heading_of(line, labels=True) for line in printed)
