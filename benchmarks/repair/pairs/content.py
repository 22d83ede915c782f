"""What stands on the pages: paragraphs as they are, headings, capitals, lists of names, figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from numpy.random import Generator

from benchmarks.reading.make.blocks import Block, Shape
from benchmarks.reading.make.fields import filled
from benchmarks.reading.make.setting import BREAK

_DRAWABLE = re.compile(r"[ -}¡-ÿ–—‘’“”„•…€]+")
"""Every face has these signs; "~" is left out, for it marks where a word may be broken."""
_SHORTEST = 25
_LONGEST = 900
_BREAKABLE = re.compile(r"(?<=[a-zåäö]{3})(?=[bcdfghjklmnpqrstvx][aeiouyåäö][a-zåäö])")
_LISTS = (
    "<person>, ordförande", "<namn>", "<person>", "<namn>, <gata>", "<fastighet>, <namn>",
    "<namn>, sekreterare", "Ersättare: <person>, <person>", "<namn> ersätter <person> § <n>",
)  # fmt: skip
_FIGURES = (
    "Dnr <dnr>", "<isodatum> kl. <klocka>", "<datum>", "<§>", "<belopp> kr (<procent>)",
    "<år> <tkr> <tkr> <procent>", "Kostnad <tkr> tkr, bidrag <tkr> tkr",
    "<fastighet> <n> m² <belopp> kronor", "Bilaga <n>, sid. <n>–<n>",
)  # fmt: skip


def fit(lines: Iterable[str]) -> Iterator[str]:
    """The paragraphs that can stand on a page, white space collapsed."""
    for line in lines:
        text = " ".join(line.split())
        if _SHORTEST <= len(text) <= _LONGEST and _DRAWABLE.fullmatch(text):
            yield text


def page_blocks(paragraphs: Sequence[str], generator: Generator) -> Iterator[Block]:
    """Blocks without end: mostly paragraphs drawn at random; some pages break words at line ends."""
    breaks = generator.random() < 0.3
    while True:
        share = generator.random()
        text = paragraphs[int(generator.integers(len(paragraphs)))]
        if share < 0.1:
            yield _heading(text, generator)
        elif share < 0.16:
            yield from _list(_LISTS if generator.random() < 0.5 else _FIGURES, generator)
        elif share < 0.2:
            yield Block(Shape.TEXT, (text[:200].upper(),))
        else:
            shape = Shape.ENTRY if text.startswith(("- ", "– ", "• ")) else Shape.TEXT
            yield Block(shape, (_BREAKABLE.sub(BREAK, text) if breaks else text,))


def _heading(text: str, generator: Generator) -> Block:
    words = text.split()[: int(generator.integers(2, 8))]
    said = " ".join(words).rstrip(",.;:")
    return Block(Shape.HEAD, (said.upper() if generator.random() < 0.4 else said,))


def _list(rows: Sequence[str], generator: Generator) -> Iterator[Block]:
    for _ in range(int(generator.integers(3, 10))):
        row = rows[int(generator.integers(len(rows)))]
        yield Block(Shape.ENTRY, (filled(row, generator),))
