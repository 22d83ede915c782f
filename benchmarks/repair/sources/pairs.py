"""Pairs that someone has: a folder of texts beside their true texts, or a table of lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from benchmarks.repair.document import Document, Facts
from benchmarks.repair.pairs.recognise import MODELS

_TRUE = ".gt.txt"


def given(path: Path) -> Iterator[Document]:
    """The documents of a table, or of a folder and its sub-folders, tables in it included."""
    if path.is_file():
        yield from from_table(path)
        return
    for truth in sorted(path.rglob(f"*{_TRUE}")):
        read = truth.with_name(truth.name.removesuffix(_TRUE) + ".txt")
        if read.is_file():
            folder = truth.parent.relative_to(path).as_posix()
            facts = Facts(name=read.stem, set=path.name if folder == "." else folder, kind="damaged")
            yield Document(facts=facts, printed=_text(truth), read=_text(read))
    for table in sorted(path.rglob("*.tsv")):
        if not table.name.endswith(".pages.tsv"):
            yield from from_table(table)


def from_table(path: Path) -> Iterator[Document]:
    """The pages of a table as `benchmarks.repair.pairs` writes it, the model's name their set."""
    degrees = _degrees(path.with_suffix(".pages.tsv"))
    rows = [line.split("\t") for line in _text(path).split("\n") if line]
    for (model, page), lines in groupby(sorted(rows, key=_place), key=lambda row: (row[0], row[1])):
        printed, read = zip(*((line[3], line[4]) for line in lines), strict=True)
        facts = Facts(
            name=f"{path.stem}-{model}-{page}", set=model, kind="damaged", degree=degrees.get(page, "")
        )
        yield Document(facts=facts, printed=_joined(printed), read=_joined(read))


def _place(row: list[str]) -> tuple[int, str, int, int]:
    """Where a line stands: the known models in their order, then others by name; page and line as numbers."""
    known = MODELS.index(row[0]) if row[0] in MODELS else len(MODELS)
    return known, row[0], int(row[1]), int(row[2])


def _degrees(about: Path) -> dict[str, str]:
    """By page, how worn it is, where the file about the pages is there."""
    if not about.exists():
        return {}
    rows = (line.split("\t") for line in _text(about).splitlines())
    return {row[1]: row[4].lower() for row in rows}


def _text(path: Path) -> str:
    return path.read_text("utf-8-sig")


def _joined(lines: tuple[str, ...]) -> str:
    return "".join(f"{line}\n" for line in lines)
