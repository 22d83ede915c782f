"""The texts of the pages, block by block: those in `texts/`, and those of the samples.

A line in `texts/` is a block: `§ ` begins an item of minutes, `# ` a heading, `- ` or `1. ` an entry of a
list, `| a | b` a row of wide columns, `: a | b | c` a row of a table; any other line is a paragraph. A word
may be broken, with a hyphen, at "~". `<name>` is a field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from numpy.random import Generator

from benchmarks.reading.make.fields import filled
from samples import FOLDER
from samples.make.source import Block as SampleBlock
from samples.make.source import read_source

TEXTS = Path(__file__).resolve().parents[1] / "texts"
_ENTRY = re.compile(r"(?:-|\d+\.) ")
_HEADS = frozenset({"head", "section", "title", "center", "right", "typed", "recipients", "cover"})


class Shape(Enum):
    """How a block is set."""

    ITEM = "item"
    HEAD = "head"
    TEXT = "text"
    ENTRY = "entry"
    ROW = "row"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """A block: `cells` holds one text, or one for each column of a row."""

    shape: Shape
    cells: tuple[str, ...]


def page_text(names: tuple[str, ...], generator: Generator, *, from_top: bool) -> Iterator[Block]:
    """Blocks without end, beginning anywhere in one of the texts (or at its top), its fields filled."""
    name = names[int(generator.integers(len(names)))]
    blocks = text_blocks(name)
    at = 0 if from_top else int(generator.integers(len(blocks)))
    number = int(generator.integers(3, 180))
    while True:
        for block in blocks[at:]:
            cells = tuple(filled(cell, generator) for cell in block.cells)
            if block.shape is Shape.ITEM:
                cells = (f"§ {number} {cells[0]}",)
                number += 1
            yield Block(block.shape, cells)
        at = 0


def typed(block: Block) -> Block:
    """The block as a typewriter has it, which has one sign for hyphen and dash: nobody could read two."""
    return Block(block.shape, tuple(cell.replace("–", "-") for cell in block.cells))


@cache
def text_blocks(name: str) -> tuple[Block, ...]:
    """The blocks of `texts/NAME.txt`, or of a sample where the name begins with "granby"."""
    if name.startswith("granby"):
        documents = read_source(FOLDER / "source" / f"{name}.txt")
        return tuple(block for document in documents for block in _of_sample(document.blocks))
    lines = (TEXTS / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(_of_line(line) for line in lines if line.strip())


def _of_line(line: str) -> Block:
    if line.startswith("§ "):
        return Block(Shape.ITEM, (line[2:],))
    if line.startswith("# "):
        return Block(Shape.HEAD, (line[2:],))
    if line.startswith(("| ", ": ")):
        shape = Shape.ROW if line[0] == "|" else Shape.TABLE
        return Block(shape, tuple(cell.strip() for cell in line[2:].split("|")))
    return Block(Shape.ENTRY if _ENTRY.match(line) else Shape.TEXT, (line,))


def _of_sample(blocks: tuple[SampleBlock, ...]) -> Iterator[Block]:
    for block in blocks:
        text = " ".join(block.breakable.split())
        if not text:
            continue
        if block.name == "item":
            yield Block(Shape.ITEM, (text.partition(" ")[2],))
        elif block.name in _HEADS:
            yield Block(Shape.HEAD, (text,))
        elif block.name == "line" and text.count(" || ") == 1:
            yield Block(Shape.ROW, tuple(text.split(" || ")))
        elif block.name == "dnr":
            yield Block(Shape.TEXT, (f"Dnr {text}",))
        else:
            yield Block(Shape.ENTRY if block.name == "entry" else Shape.TEXT, (text.replace(" || ", " "),))
