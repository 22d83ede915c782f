"""The result as tables of the console and of the docs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rich.table import Table

from benchmarks.reliability import Bin, cells
from benchmarks.repair.counts import CLASSES, EDGES, Counts, total
from benchmarks.repair.document import Facts, Kind
from benchmarks.repair.programs.known import SHOWN
from benchmarks.repair.result import ProgramResult, Result

Wanted = Callable[[Facts], bool]
Rows = list[tuple[str, ...]]
Head = tuple[str, ...]
_SURE = 0.95
"""Of edits so sure, as many should be right: a row of their own tells."""

DAMAGED_HEAD: Head = (
    "program", "words right", "without signs", "wrong fixed", "broken per 100,000", "CER", "worse", "words/s",
)  # fmt: skip
CLEAN_HEAD: Head = ("program", "words", "broken", "per 100,000", "words/s")


def of(result: Result, program: ProgramResult, wanted: Wanted) -> Counts:
    """The sum over the documents that are wanted, of those that the program was given."""
    pairs = zip(result.documents, program.counts, strict=True)
    return total(counts for facts, counts in pairs if counts is not None and wanted(facts))


def of_kind(kind: Kind) -> Wanted:
    """All damaged documents, or all clean ones."""
    return lambda facts: facts.kind == kind


def in_set(name: str, degree: str | None = None) -> Wanted:
    """The documents of a set, and of one degree of wear where it is named."""
    return lambda facts: facts.set == name and degree in {None, facts.degree}


def sets(result: Result, kind: Kind) -> list[str]:
    """The sets of a kind, in the order of the documents."""
    return list(dict.fromkeys(facts.set for facts in result.documents if facts.kind == kind))


def degrees(result: Result) -> list[str]:
    """The degrees of wear, in the order that they were met in."""
    return list(dict.fromkeys(facts.degree for facts in result.documents if facts.degree))


def damaged_rows(result: Result, wanted: Wanted) -> Rows:
    """By program, how far damaged documents were repaired."""
    return [
        (SHOWN[program.name], *_damaged(of(result, program, wanted))) for program in result.programs
    ]  # fmt: skip


def _damaged(counts: Counts) -> tuple[str, ...]:
    return (
        f"{counts.words.before:.2%} → {counts.words.after:.2%}",
        f"{counts.bare.before:.2%} → {counts.bare.after:.2%}",
        f"{counts.words.mended:.1%}",
        f"{counts.words.harm:,.0f}",
        f"{counts.cer_before:.2%} → {counts.cer_after:.2%}",
        f"{counts.worse} of {counts.documents}",
        _speed(counts),
    )


def clean_rows(result: Result, wanted: Wanted) -> Rows:
    """By program, how many good words were made bad."""
    found = ((program, of(result, program, wanted)) for program in result.programs)
    return [
        (
            SHOWN[program.name], f"{counts.words.words:,}", f"{counts.words.broken:,}",
            f"{counts.words.harm:,.1f}", _speed(counts),
        )
        for program, counts in found
    ]  # fmt: skip


def class_rows(result: Result, program: ProgramResult) -> Rows:
    """By class of word, in damaged and in clean documents."""
    damaged, clean = (of(result, program, of_kind(kind)) for kind in ("damaged", "clean"))
    rows = [
        ("all", damaged.words, clean.words),
        *((name, damaged.of(name), clean.of(name)) for name in CLASSES),
    ]
    return [
        (
            name, f"{bad.words:,}", f"{bad.before:.2%} → {bad.after:.2%}", f"{bad.mended:.1%}",
            f"{bad.broken:,}", f"{good.words:,}", f"{good.broken:,}",
        )
        for name, bad, good in rows
    ]  # fmt: skip


CLASS_HEAD: Head = ("class", "words", "words right", "wrong fixed", "broken", "clean words", "broken of them")


def set_rows(result: Result) -> Rows:
    """By model, and by model and wear: words right after each program."""
    rows: Rows = []
    for name in sets(result, "damaged"):
        rows.append((name, *_after(result, in_set(name))))
        for degree in degrees(result):
            after = list(_after(result, in_set(name, degree)))
            if any(cell != "–" for cell in after):
                rows.append((f"{name}, {degree}", *after))
    return rows


def clean_set_rows(result: Result) -> Rows:
    """By kind of clean text: its words, and how many each program broke."""
    rows: Rows = []
    for name in sets(result, "clean"):
        found = [of(result, program, in_set(name)) for program in result.programs]
        words = max(counts.words.words for counts in found)
        rows.append((name, f"{words:,}", *(str(counts.words.broken) for counts in found)))
    return rows


def _after(result: Result, wanted: Wanted) -> Iterator[str]:
    for program in result.programs:
        counts = of(result, program, wanted)
        yield f"{counts.words.after:.2%}" if counts.documents else "–"


CONFIDENCE_HEAD: Head = ("confidence", "edits", "mean confidence", "right")


def confidence_rows(counts: Counts) -> Rows:
    """By bin of confidence, the share of edits that were right; then of all that are surer than `_SURE`."""
    bins = list(zip(EDGES, (*EDGES[1:], 1.0), counts.bins, strict=True))
    sure = sum((found for low, _, found in bins if low >= _SURE), Bin())
    return [cells(*row) for row in (*bins, (_SURE, 1.0, sure)) if row[-1].values]


def cost_rows(result: Result) -> Rows:
    """By program, speed, loading and memory."""
    return [
        (
            SHOWN[program.name], _speed(of(result, program, of_kind("damaged"))),
            _speed(of(result, program, of_kind("clean"))), f"{program.load:.2f}",
            f"{program.peak / 2**20:.0f}",
        )
        for program in result.programs
    ]  # fmt: skip


COST_HEAD: Head = ("program", "words/s, damaged", "words/s, clean", "seconds to load", "peak MB")


def _speed(counts: Counts) -> str:
    return f"{counts.speed:,.0f}" if counts.seconds > 1e-3 else "–"


def shown(title: str, head: Sequence[str], rows: Rows) -> Table:
    """A table for the console, figures to the right."""
    table = Table(title=title, title_justify="left")
    for number, name in enumerate(head):
        table.add_column(name, justify="right" if number else "left")
    for row in rows:
        table.add_row(*row)
    return table
