"""The dash of an empty cell, which the engine often takes for no text, or for letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from ingest.ocr.ink import Ink, Mark, inside, marks
from ingest.rows import Line, lines_of
from models.geometry import Box
from models.page import Word

_CELL = re.compile(r"[\d.,]*\d%?$|[%–-]$")
_FALSE = re.compile(r"[a-z=~_«»]{1,2}$")
_SURE = 0.85
_ALIGNED = 0.4
"""Of a figure's height: cells of one column end so near to each other."""
_LEAST_ROWS, _LEAST_COLUMNS = 5, 2
_BEFORE, _BEHIND = 1.6, 0.6
"""Of its height: so much white before and behind makes a dash a cell of its own."""
_WIDE, _HIGH, _MIDDLE = (0.35, 1.3), 0.25, (0.3, 0.8)
"""Of its height: how wide and how high a dash is, and where on the row its middle stands."""


def with_empty_cells(words: Sequence[Word], dark: Ink) -> list[Word]:
    """`words` and the dashes that stand where a column of figures has nothing else on a row."""
    cells = [word.box for word in words if word.box and _CELL.match(word.text)]
    if len(cells) < _LEAST_ROWS * _LEAST_COLUMNS:
        return list(words)
    height = median(box.height for box in cells)
    edges = _edges(sorted(box.x1 for box in cells), height)
    if len(edges) < _LEAST_COLUMNS:
        return list(words)
    found = [dash for line in lines_of(words) for dash in _dashes(line, edges, height, dark)]
    return [*(_corrected(word, height, dark) for word in words), *found]


def _edges(rights: Sequence[float], height: float) -> list[float]:
    """The right edges of columns: where cells of many rows end one under the other."""
    groups: list[list[float]] = []
    for right in rights:
        if groups and right - groups[-1][-1] <= _ALIGNED * height:
            groups[-1].append(right)
        else:
            groups.append([right])
    return [median(group) for group in groups if len(group) >= _LEAST_ROWS]


def _dashes(line: Line, edges: Sequence[float], height: float, dark: Ink) -> Iterator[Word]:
    """The dashes on a row that has a cell in one column at least."""
    ends = [box.x1 for word, box in line.words if _CELL.match(word.text)]
    if not any(abs(end - edge) <= height for end in ends for edge in edges):
        return
    top, bottom = line.box.y0, line.box.y0 + height
    for edge in edges:
        around = Box(edge - _BEFORE * height, top, edge + _BEHIND * height, bottom)
        if any(box.x0 < around.x1 and box.x1 > around.x0 for _, box in line.words):
            continue
        every = marks(inside(around, dark)) if around.x0 >= 0 and around.y0 >= 0 else []
        if len(every) == 1 and _is_dash(every[0], height):
            left, right = (around.x0 + x for x in (every[0].left, every[0].right))
            if abs(right - edge) <= height / 2:
                yield Word("-", box=Box(left, top, right, bottom), confidence=_SURE)


def _is_dash(mark: Mark, height: float) -> bool:
    wide, high, middle = mark.width / height, mark.height / height, (mark.top + mark.bottom) / 2 / height
    return _WIDE[0] <= wide <= _WIDE[1] and high <= _HIGH and _MIDDLE[0] <= middle <= _MIDDLE[1]


def _corrected(word: Word, height: float, dark: Ink) -> Word:
    """The word, or a dash where one was read as letters."""
    if word.box is None or (word.confidence or 0.0) >= _SURE or not _FALSE.match(word.text):
        return word
    every = marks(inside(word.box, dark))
    flat = len(every) == 1 and _WIDE[0] <= every[0].width / height <= _WIDE[1]
    return replace(word, text="-") if flat and every[0].height <= _HIGH * height else word
