"""What a document is before it is set: blocks of marked text, and a running head and foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from benchmarks.extraction.layout.house import House
from samples.make.facts import About

Cell = tuple[float, str]
"""Where a text begins, as a share of the width between the margins, and the text."""


class Shape(StrEnum):
    """How a block is set."""

    TEXT = "text"
    HEAD = "head"
    ENTRY = "entry"
    ROW = "row"
    CENTER = "center"
    RULE = "rule"
    BLANK = "blank"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Block:
    """A block: `cells` holds one text, the sign and text of an entry, or one text for each column of a row.

    `stops` are where the columns begin, as shares of the width; `indent` is such a share too, `size` a
    multiple of the size of text.
    """

    shape: Shape
    cells: tuple[str, ...] = ()
    stops: tuple[float, ...] = ()
    bold: bool = False
    indent: float = 0.0
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class Document:
    """One document; in `head` and `foot`, rows of cells, "<page>" and "<pages>" are the page counter."""

    about: About
    house: House
    blocks: tuple[Block, ...]
    head: tuple[tuple[Cell, ...], ...] = ()
    foot: tuple[tuple[Cell, ...], ...] = ()
    last: int = 0
    """The number of its last item."""
    traits: tuple[tuple[str, str], ...] = ()
    """Which of the grammar's forms it has, by what they are forms of ("attendance")."""

    @property
    def texts(self) -> Iterator[str]:
        """Every marked text, those of the running head and foot first."""
        for row in (*self.head, *self.foot):
            yield from (text for _, text in row)
        for block in self.blocks:
            yield from block.cells


def text(marked: str, *, indent: float = 0.0) -> Block:
    """A paragraph."""
    return Block(Shape.TEXT, (marked,), indent=indent)


def head(marked: str, *, bold: bool = True, size: float = 1.0, indent: float = 0.0) -> Block:
    """A heading, which never stands alone at the foot of a page."""
    return Block(Shape.HEAD, (marked,), bold=bold, size=size, indent=indent)


def entry(sign: str, marked: str, *, indent: float = 0.0) -> Block:
    """An entry of a list: its sign, and the text that hangs beside it."""
    return Block(Shape.ENTRY, (sign, marked), indent=indent)


def row(*cells: str, stops: tuple[float, ...], bold: bool = False) -> Block:
    """A row of columns."""
    return Block(Shape.ROW, cells, stops, bold=bold)


def center(marked: str, *, bold: bool = True, size: float = 1.0) -> Block:
    """A line in the middle of the page."""
    return Block(Shape.CENTER, (marked,), bold=bold, size=size)


RULE = Block(Shape.RULE)
BLANK = Block(Shape.BLANK)
PAGE = Block(Shape.PAGE)
