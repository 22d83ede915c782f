"""Words with boxes become lines in reading order, the layout of the page kept in the gaps between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.columns import split_columns
from ingest.margins import part_margins
from ingest.rows import Line, lines_of
from models.page import Word

_WIDE = 2.6
"""A space of so many characters' width begins a column; justified prose stays under it."""
_TWO = 1.7
"""So wide are two blanks of a typewriter, in characters, with what is white beside the letters."""
_LONG, _FEWEST_LONG, _EVEN = 7, 8, 0.025
"""Words of so many letters, so many of them, whose widths stray so little, were set by a typewriter."""
_COLUMN_BLANKS = 3
_MOST_BLANKS = 500
"""No line of print is so long; type too small to be seen would else fill the memory with blanks."""
_LOOSE_LINES = 1.4
"""Lines so many usual distances apart have an empty line between them."""
_FEWEST_ALIKE = 3
_SHARE_ALIKE = 0.15
"""So many distances of lines are alike where they are those of the text, and of no note in small print."""
_ALIKE = 1.15
_INDENT = 2
"""A line that begins fewer characters to the right isn't indented."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual on a page, in its unit: width of a character, distance of lines, left edge of text."""

    character: float
    distance: float
    left: float
    typed: bool
    """Whether every character is as wide as another, so that two blanks can be told from one."""


def lay_out(words: Iterable[Word]) -> tuple[Word, ...]:
    """`words`, each with its box on an upright page, in reading order with the white space before each.

    Tables and lists are read row by row, their columns parted by three blanks or more that stand about where
    the columns do; columns of running prose are read one after the other, and notes in its margins apart.
    """
    sides = part_margins([word for word in words if word.box])
    blocks = (block for side in sides for block in split_columns(side))
    placed: list[Word] = []
    for block in blocks:
        laid = _lay_out_block(lines_of(block))
        if placed and laid:
            laid = [replace(laid[0], gap="\n\n" + laid[0].gap), *laid[1:]]
        placed += laid
    return tuple(placed)


def _lay_out_block(lines: Sequence[Line]) -> list[Word]:
    if not lines:
        return []
    measure = _measure(lines)
    placed: list[Word] = []
    above: Line | None = None
    for line in lines:
        breaks = "" if above is None else _breaks(above, line, measure)
        placed += _lay_out_line(line, breaks, measure)
        above = line
    return placed


def _lay_out_line(line: Line, breaks: str, measure: _Measure) -> list[Word]:
    blanks = round((line.box.x0 - measure.left) / measure.character)
    indent = min(blanks, _MOST_BLANKS) if blanks >= _INDENT else 0
    placed: list[Word] = []
    at, edge = indent, 0.0
    own_width = max(measure.character, _character_width([line]))
    for word, box in line.words:
        if not placed:
            gap = breaks + " " * indent
        elif box.x0 - edge < _WIDE * own_width:
            two = measure.typed and placed[-1].text[-1].isalnum() and box.x0 - edge > _TWO * own_width
            gap = "  " if two else " "
        else:
            blanks = round((box.x0 - measure.left) / measure.character) - at
            gap = " " * min(max(_COLUMN_BLANKS, blanks), _MOST_BLANKS)
        placed.append(Word(word.text, gap, word.box, word.confidence))
        at += len(word.text) + (len(gap) if len(placed) > 1 else 0)
        edge = box.x1
    return placed


def _breaks(above: Line, line: Line, measure: _Measure) -> str:
    """One line feed, or two where clearly more white than usual stands between the lines."""
    taller = max(1.0, line.box.height / max(above.box.height, 1e-6))
    usual = measure.distance * min(taller, 2.0)
    return "\n\n" if line.box.middle - above.box.middle > _LOOSE_LINES * usual else "\n"


def _measure(lines: Sequence[Line]) -> _Measure:
    height = median(line.box.height for line in lines)
    steps = [below.box.middle - above.box.middle for above, below in pairwise(lines)]
    near = sorted(step for step in steps if 0.5 * height < step < 3 * height)
    distance = min(_line_distance(near), 2.2 * height) if near else 1.3 * height
    edges = sorted(line.box.x0 for line in lines)
    return _Measure(_character_width(lines), distance, edges[len(edges) // 20], _is_typed(lines))


def _line_distance(near: Sequence[float]) -> float:
    """The distance of lines without white between them: the least of `near`, sorted, that is no exception.

    Minutes of one-line paragraphs have more empty lines than lines that follow on each other.
    """
    least = max(_FEWEST_ALIKE, _SHARE_ALIKE * len(near))
    for n, step in enumerate(near):
        alike = near[n : bisect_right(near, _ALIKE * step)]
        if len(alike) >= least:
            return median(alike)
    return median(near)


def _is_typed(lines: Iterable[Line]) -> bool:
    """Whether the long words are as wide as their number of letters says, as a typewriter sets them."""
    widths = [
        box.width / len(word.text) for line in lines for word, box in line.words if len(word.text) >= _LONG
    ]
    if len(widths) < _FEWEST_LONG:
        return False
    usual = median(widths)
    return median(abs(width - usual) for width in widths) < _EVEN * usual


def _character_width(lines: Iterable[Line]) -> float:
    """The usual width of a character, by the words of four or more where there are any."""
    every = [(len(word.text), box) for line in lines for word, box in line.words]
    long = [(length, box) for length, box in every if length >= 4] or every
    return max(median(box.width / length for length, box in long), 1e-3)
