"""Sound texts of several kinds, of which repair should change nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.random import Generator

from benchmarks.reading.make.blocks import text_blocks
from benchmarks.reading.make.fields import filled
from benchmarks.reading.make.setting import BREAK
from benchmarks.repair.document import Document, clean
from benchmarks.repair.pairs.lines import lines_of
from models.swedish.held_out import held_out
from samples import TRUTH

_STATUTE = Path(__file__).resolve().parents[1] / "texts" / "statute.txt"
_LINES = 150
"""A longer text becomes documents of so many lines, as long as a report of some ten pages."""
_READING = {"report": "report", "prose": "prose", "table": "table", "attendance": "names"}
_SAMPLES = {
    "granby-ks": "minutes", "granby-1974": "minutes", "granby-volym": "minutes",
    "granby-tjansteskrivelse": "report",
}  # fmt: skip
_NAMES = 300


def bundled(seed: int) -> Iterator[Document]:
    """The sound texts of this project: minutes, a statute, reports, tables, lists of names."""
    generator = np.random.default_rng([seed, 7])
    for name, kind in _SAMPLES.items():
        yield clean(name, kind, (TRUTH / f"{name}.txt").read_text("utf-8"))
    yield clean("statute", "statute", _STATUTE.read_text("utf-8"))
    for name, kind in _READING.items():
        yield clean(name, kind, _set(name, generator))
    yield clean("names", "names", "".join(f"{line}\n" for line in _name_list(generator)))


def of_file(path: Path, most_words: int | None = None) -> Iterator[Document]:
    """A sound text from elsewhere, whole."""
    yield from _parts(path, lines_of(path), most_words)


def of_running_text(path: Path, most_words: int | None = None) -> Iterator[Document]:
    """Of a text that is learnt from: the paragraphs that are held out."""
    yield from _parts(path, (line for line in lines_of(path) if held_out(line)), most_words)


def _parts(path: Path, lines: Iterable[str], most_words: int | None) -> Iterator[Document]:
    part: list[str] = []
    words = number = 0
    for line in lines:
        words += len(line.split())
        if most_words is not None and words > most_words:
            break
        part.append(f"{line.rstrip()}\n")
        if len(part) == _LINES:
            yield clean(f"{path.name}-{number}", path.name, "".join(part))
            part, number = [], number + 1
    if part:
        yield clean(f"{path.name}-{number}", path.name, "".join(part))


def _set(name: str, generator: Generator) -> str:
    """A text of the reading benchmark, its fields filled, cells of a row parted by blanks as in a layer."""
    rows = (filled("   ".join(block.cells), generator) for block in text_blocks(name))
    return "".join(f"{row.replace(BREAK, '')}\n" for row in rows)


def _name_list(generator: Generator) -> Iterator[str]:
    """Names with party, street or property, as lists of voters, owners and members hold them."""
    forms = ("<person>", "<namn>, <gata>", "<namn>", "<fastighet>, <namn>", "<namn> ersätter <person>")
    for _ in range(_NAMES):
        yield filled(forms[int(generator.integers(len(forms)))], generator)
