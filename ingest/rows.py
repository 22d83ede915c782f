"""Words become lines of print by how their boxes overlap in height."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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
    band: Box
    weight: float

    def add(self, word: Word, box: Box) -> None:
        share = box.height / max(self.weight + box.height, 1e-9)
        self.band = Box(
            min(self.band.x0, box.x0),
            self.band.y0 + share * (box.y0 - self.band.y0),
            max(self.band.x1, box.x1),
            self.band.y1 + share * (box.y1 - self.band.y1),
        )
        self.weight += box.height
        self.words.append((word, box))


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
            growing.append(_Growing([(word, box)], box, box.height))
            growing.sort(key=_place)
    return [_finished(line) for line in sorted(growing, key=_place)]


def _by_middle(placed: list[Placed]) -> list[Placed]:
    return sorted(placed, key=lambda item: (item[1].middle, *_corner(item[1])))


def _line_for(box: Box, growing: list[_Growing], usual: float) -> _Growing | None:
    """The line whose band fits `box` best: middles within each other, or a small mark within the band."""
    if box.height < _SMALL * usual:
        fitting = [line for line in growing if line.band.y0 <= box.middle <= line.band.y1]
    else:
        fitting = [line for line in growing[-_LOOK_BACK:] if line.band.shares_row(box)]
    return min(fitting, key=lambda line: abs(line.band.middle - box.middle), default=None)


def _finished(line: _Growing) -> Line:
    words = sorted(line.words, key=lambda item: _corner(item[1]))
    return Line(tuple(words), line.band)


def _place(line: _Growing) -> tuple[float, float, float, float, float]:
    return line.band.middle, *_corner(line.band)


def _corner(box: Box) -> tuple[float, float, float, float]:
    """An order of boxes from the left in which no two different ones are equal."""
    return box.x0, box.y0, box.x1, box.y1
