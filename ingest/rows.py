"""Words become lines of print by how their boxes overlap in height."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from statistics import median

from models.geometry import Box
from models.page import Word

_SMALL = 0.6
"""A box lower than this share of the usual is a comma, a dash or a quotation mark."""
_LOOK_BACK = 12
"""So many lines above are looked at for the one that a word stands on."""

Placed = tuple[Word, Box]


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one line of print from left to right, and the box of its full-sized words."""

    words: tuple[Placed, ...]
    box: Box


@dataclass(slots=True)
class _Growing:
    """A line while words are added to it; its band of heights is the mean of its words, by their height."""

    words: list[Placed]
    left: float
    top: float
    right: float
    bottom: float
    weight: float

    def add(self, word: Word, box: Box) -> None:
        height = box.y1 - box.y0
        share = height / max(self.weight + height, 1e-9)
        self.left = min(self.left, box.x0)
        self.top += share * (box.y0 - self.top)
        self.right = max(self.right, box.x1)
        self.bottom += share * (box.y1 - self.bottom)
        self.weight += height
        self.words.append((word, box))

    def place(self) -> tuple[float, float, float, float, float]:
        """Where it stands among the others: an order in which no two different ones are equal."""
        return (self.top + self.bottom) / 2, self.left, self.top, self.right, self.bottom


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines of print that `words`, each with its box, stand on, from the top of the page down."""
    placed = [(word, word.box) for word in words if word.box]
    if not placed:
        return []
    usual = median(box.height for _, box in placed)
    full = [item for item in placed if item[1].height >= _SMALL * usual]
    small = [item for item in placed if item[1].height < _SMALL * usual]
    growing: list[_Growing] = []
    for word, box in [*_by_middle(full), *_by_middle(small)]:
        line = _line_for(box, growing, usual)
        if line:
            line.add(word, box)
        else:
            new = _Growing([(word, box)], box.x0, box.y0, box.x1, box.y1, box.height)
            growing.append(new)
            growing.sort(key=_Growing.place)
    return [_finished(line) for line in sorted(growing, key=_Growing.place)]


def _by_middle(placed: list[Placed]) -> list[Placed]:
    return sorted(placed, key=lambda item: (item[1].middle, *_corner(item[1])))


def _line_for(box: Box, growing: list[_Growing], usual: float) -> _Growing | None:
    """The line whose band fits `box` best: middles within each other, or a small mark within the band."""
    top, bottom, middle = box.y0, box.y1, (box.y0 + box.y1) / 2
    is_small = box.height < _SMALL * usual
    best, least = None, inf
    for line in growing if is_small else growing[-_LOOK_BACK:]:
        if not line.top <= middle <= line.bottom:
            continue
        band = (line.top + line.bottom) / 2
        if (is_small or top <= band <= bottom) and abs(band - middle) < least:
            best, least = line, abs(band - middle)
    return best


def _finished(line: _Growing) -> Line:
    words = sorted(line.words, key=lambda item: _corner(item[1]))
    return Line(tuple(words), Box(line.left, line.top, line.right, line.bottom))


def _corner(box: Box) -> tuple[float, float, float, float]:
    """An order of boxes from the left in which no two different ones are equal."""
    return box.x0, box.y0, box.x1, box.y1
