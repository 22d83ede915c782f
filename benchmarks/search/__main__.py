"""Measure search: `python -m benchmarks.search [--decisions N] [--archive DIR] [--database URL]`.

Makes an archive of as many decisions as are asked for (or asks one that was made before), puts the same
questions to it again and again, each with facets, and tells how long the first answer took, and the others.
With --pages it asks for the web pages of the same questions too; with --datasette it puts questions to
Datasette as well, over the same archive exported.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import tempfile
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from archive import places
from archive.folder import Archive
from archive.store import Query
from benchmarks.archives import outcomes
from benchmarks.search.datasette import PLACE, Compared, compare
from benchmarks.search.pages import Shown, shown

QUESTIONS = (
    "bygglov", "ärendet", "skolskjuts", "badplats taxa", "gatubelysn*", '"bifaller detaljplan"',
    '"ställer proposition på yrkandena"', "budget utfall:avslag", "bygglov -motion", "bokslot",
    "detaljplan organ:byggnadsnämnden från:1980 till:1990", "taxa från:1975-03-01 till:1975-05-31",
    "person:ek", "föreningsbidrag parti:s", "in:beslut utfall:bifall", "in:beslut", "utfall:avslag",
    "§:7 museum",
)  # fmt: skip
_AT_ONCE = 200
"""So many files are put in together."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A question, how many hits it has, and the milliseconds that its first answer took, and the others."""

    question: str
    hits: int
    first_ms: float
    ms: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A run: `p50_ms` and `p95_ms` are of all answers but the first; pages and Datasette are beside it."""

    decisions: int
    machine: str
    p50_ms: float
    p95_ms: float
    peak_mb: float
    questions: tuple[Measured, ...]
    pages: tuple[Shown, ...] = ()
    datasette: tuple[Compared, ...] = ()


def main() -> None:
    """Do what was asked."""
    asked = _arguments()
    if asked.database:
        os.environ[places.SETTING] = asked.database
    with _archive(asked.archive, asked.decisions) as archive:
        rows = tuple(_measured(archive, question, asked.times) for question in QUESTIONS)
        pages = shown(archive.folder, QUESTIONS, asked.times) if asked.pages else ()
        compared = compare(archive.folder, asked.datasette, asked.times) if asked.datasette else ()
    p50, p95 = _percentiles([taken for row in rows for taken in row.ms])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    result = Result(asked.decisions, machine, p50, p95, peak, rows, pages, compared)
    if asked.json:
        asked.json.write_text(json.dumps(asdict(result), ensure_ascii=False, indent=1) + "\n", "utf-8")
    _show(result)
    if pages:
        _show_pages(pages)
    if compared:
        _show_compared(compared)


def _percentiles(times: Sequence[float]) -> tuple[float, float]:
    p50, p95 = np.percentile(np.array(times), [50, 95])
    return float(p50), float(p95)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m benchmarks.search", description=__doc__)
    parser.add_argument("--decisions", type=int, default=20_000, metavar="N")
    parser.add_argument("--archive", type=Path, metavar="DIR", help="kept here, and asked where it is there")
    parser.add_argument("--database", metavar="URL", help="put the tables there (JUSTERAT_DATABASE)")
    parser.add_argument("--times", type=int, default=20, help="how often each question is put")
    parser.add_argument("--pages", action="store_true", help="ask for the web pages too")
    beside = "put questions to Datasette too, by this command"
    parser.add_argument("--datasette", type=Path, nargs="?", const=PLACE, metavar="COMMAND", help=beside)
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser.parse_args()


@contextmanager
def _archive(folder: Path | None, decisions: int) -> Generator[Archive]:
    with tempfile.TemporaryDirectory() as temporary:
        kept = folder or Path(temporary) / "arkiv"
        if places.begun(kept) is None:
            _fill(kept, decisions)
        with Archive.reading(kept) as archive:
            yield archive


def _fill(folder: Path, decisions: int) -> None:
    with Archive.writing(folder) as archive:
        files = outcomes(decisions, seed=1)
        while some := list(islice(files, _AT_ONCE)):
            archive.put_all(some)


def _measured(archive: Archive, question: str, times: int) -> Measured:
    taken: list[float] = []
    total = 0
    for _ in range(times + 1):
        start = time.perf_counter()
        total = archive.search(Query(question, facets=True)).total
        taken.append(1000 * (time.perf_counter() - start))
    return Measured(question, total, taken[0], tuple(taken[1:]))


def _show(result: Result) -> None:
    table = Table("question", "hits", "first, ms", "p50, ms", "p95, ms")
    for row in result.questions:
        times = (f"{taken:.1f}" for taken in (row.first_ms, *_percentiles(row.ms)))
        table.add_row(row.question, f"{row.hits:,}", *times)
    Console().print(table)
    Console().print(
        f"{result.decisions:,} decisions: p50 {result.p50_ms:.1f} ms, p95 {result.p95_ms:.1f} ms "
        f"of all answers with facets but the first; peak {result.peak_mb:.0f} MB."
    )


def _show_pages(pages: Sequence[Shown]) -> None:
    p50, p95 = _percentiles([taken for page in pages for taken in page.ms])
    slowest = max(pages, key=lambda page: page.first_ms)
    Console().print(
        f"The web page of a search: p50 {p50:.1f} ms, p95 {p95:.1f} ms over HTTP; asked for the first time "
        f"{_percentiles([page.first_ms for page in pages])[0]:.0f} ms in the middle, "
        f"{slowest.first_ms:.0f} ms at most ({slowest.question})."
    )


def _show_compared(compared: Sequence[Compared]) -> None:
    table = Table("question, over HTTP", "hits", "hits, Datasette", "ms", "ms, Datasette", "times")
    for one in compared:
        hits = (f"{count:,}" for count in (one.hits, one.their_hits))
        table.add_row(one.question, *hits, f"{one.ms:.1f}", f"{one.their_ms:.1f}", f"{one.ratio:.1f}")
    Console().print(table)
    ratios = sorted(one.ratio for one in compared)
    Console().print(f"Datasette takes {ratios[len(ratios) // 2]:.1f} times as long at the middle question.")


if __name__ == "__main__":
    main()
