"""A result as tables: over all, and by kind, form, face and dpi."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.table import Table

from benchmarks.reading.make.kinds import LIGHT, Kind
from benchmarks.reading.measure import Counts, total
from benchmarks.reading.result import PageFacts, ProgramResult, Result

Key = Callable[[PageFacts], str]
GROUPINGS: dict[str, Key] = {
    "kind": lambda page: page.kind,
    "form": lambda page: page.form or "unknown",
    "face": lambda page: page.face or "unknown",
    "dpi": lambda page: str(page.dpi) if page.dpi else "unknown",
}
DETAILS = ("CER", "WER", "words lost", "å ä ö", "§", "digits", "CPU s", "wall s", "peak MB")
"""What is told of a program; seconds are those of a page."""
_LEAST_DPI = 200
_MEGABYTE = 1_000_000


def percent(share: float) -> str:
    """A share with three figures behind the point while it is small: "0.016 %"."""
    return f"{share:.3%}".replace("%", " %") if share < 0.1 else f"{share:.1%}".replace("%", " %")


def groups(result: Result, key: Key) -> Iterator[tuple[str, list[int]]]:
    """The places of the pages in each group, groups in the order that they first come."""
    found: dict[str, list[int]] = {}
    for at, page in enumerate(result.pages):
        found.setdefault(key(page), []).append(at)
    yield from found.items()


def of_pages(program: ProgramResult, places: list[int]) -> Counts:
    """The program's counts over these pages."""
    return total(program.counts[at] for at in places)


def shown_programs(result: Result) -> list[ProgramResult]:
    """The programs without what is only another view of one of them (its text repaired)."""
    return [program for program in result.programs if "," not in program.name]


def sound(result: Result) -> list[int]:
    """The places of clean and lightly damaged pages of 200 dpi and more."""
    kinds = {Kind.CLEAN.value, *(kind.value for kind in LIGHT)}
    return [at for at, page in enumerate(result.pages) if page.kind in kinds and page.dpi >= _LEAST_DPI]


def overall(result: Result) -> Table:
    """Every measure over all pages, a row a program."""
    table = Table(
        title=f"{len(result.pages)} pages, {result.jobs} jobs, {result.machine}", title_justify="left"
    )
    table.add_column("program")
    for name in (*DETAILS, "unread"):
        table.add_column(name, justify="right")
    for program in result.programs:
        table.add_row(program.name, *overall_row(result, program))
    return table


def overall_row(result: Result, program: ProgramResult) -> tuple[str, ...]:
    """The figures of one program; seconds are those of a page."""
    counts, pages = total(program.counts), max(1, len(result.pages))
    rates = (counts.cer, counts.wer, counts.lost, counts.swedish_rate, counts.sign_rate, counts.digit_rate)
    cost = (f"{program.cpu / pages:.2f}", f"{program.wall / pages:.2f}", f"{program.peak / _MEGABYTE:.0f}")
    return (*map(percent, rates), *cost, str(len(program.unread)))


def grouped(result: Result, name: str) -> Table:
    """CER by group, a column a program."""
    table = Table(title=f"CER by {name}", title_justify="left")
    table.add_column(name)
    table.add_column("pages", justify="right")
    for program in result.programs:
        table.add_column(program.name, justify="right")
    for group, places in (
        sorted(groups(result, GROUPINGS[name])) if name != "kind" else kinds_in_order(result)
    ):
        rates = (percent(of_pages(program, places).cer) for program in result.programs)
        table.add_row(group, str(len(places)), *rates)
    return table


def details(result: Result, program: ProgramResult, name: str) -> Table:
    """Every measure of one program by group."""
    table = Table(name, title=f"{program.name} by {name}", title_justify="left")
    for head in DETAILS:
        table.add_column(head, justify="right")
    for group, places in in_order(result, name):
        table.add_row(group, *detail_row(program, group, places))
    return table


def detail_row(program: ProgramResult, group: str, places: list[int]) -> tuple[str, ...]:
    """The figures of one group; what it took where kinds were read apart."""
    counts = of_pages(program, places)
    rates = (counts.cer, counts.wer, counts.lost, counts.swedish_rate, counts.sign_rate, counts.digit_rate)
    cost = program.kinds.get(group)
    pages = len(places)
    costs = (
        (f"{cost.cpu / pages:.2f}", f"{cost.wall / pages:.2f}", f"{cost.peak / _MEGABYTE:.0f}")
        if cost
        else ()
    )
    return (*map(percent, rates), *(costs or ("", "", "")))


def in_order(result: Result, name: str) -> list[tuple[str, list[int]]]:
    """The groups of one grouping: kinds as they come, others by name."""
    return kinds_in_order(result) if name == "kind" else sorted(groups(result, GROUPINGS[name]))


def kinds_in_order(result: Result) -> list[tuple[str, list[int]]]:
    """The kinds, and before them the sound pages together where there are any."""
    places = sound(result)
    before = [("clean and light, 200 dpi and more", places)] if places else []
    return [*before, *groups(result, GROUPINGS["kind"])]


def long_files(result: Result) -> Table:
    """What was measured of born-digital pages and of a volume."""
    table = Table(title=f"Long files, {result.machine}", title_justify="left", show_header=False)
    for what, figure in long_rows(result):
        table.add_row(what, figure)
    return table


def long_rows(result: Result) -> Iterator[tuple[str, str]]:
    """Each figure with what it is."""
    digital, volume = result.digital, result.volume
    if digital:
        yield (
            f"born-digital pages a CPU second, words alone ({digital.pages} pages)",
            f"{digital.reading:.0f}",
        )
        yield "born-digital pages a CPU second, a whole run to records", f"{digital.run:.0f}"
    if volume:
        yield f"pages of one PDF, {volume.scans} of them scans", str(volume.pages)
        yield f"seconds with {volume.jobs} jobs, of which CPU", f"{volume.wall:.0f}, {volume.cpu:.0f}"
        yield "peak memory of the largest process, MB", f"{volume.peak / _MEGABYTE:.0f}"
        yield "seconds for the first hundred pages, for the last", f"{volume.first:.1f}, {volume.last:.1f}"
        yield "the last hundred against the first", f"{volume.last / volume.first:.2f}"
        yield "pages that could not be read", str(volume.unread)
