"""One run: every program reads the same pages, one after the other, and is measured."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.reading.measure import compare
from benchmarks.reading.meter import Bill
from benchmarks.reading.page import BenchPage
from benchmarks.reading.programs.program import Program, Reading
from benchmarks.reading.result import KindCost, PageFacts, ProgramResult, Result

Texts = dict[str, Mapping[str, str]]
"""What was read: by program, by page."""


def begun(seed: int | None, jobs: int, pages: Sequence[BenchPage] = ()) -> Result:
    """A result without a program yet."""
    return Result(
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        seed=seed,
        jobs=jobs,
        machine=f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}",
        pages=[PageFacts(**page.model_dump(include=set(PageFacts.model_fields))) for page in pages],
        programs=[],
    )


def run(
    pages: Sequence[BenchPage],
    programs: Sequence[Program],
    result: Result,
    say: Callable[[str], None],
    *,
    apart: bool = False,
) -> Texts:
    """Read all pages with all programs, and add what came of it to the result.

    `apart` has each kind read in a call of its own, to know its cost; every call then pays its start.
    """
    texts: Texts = {}
    kinds = _by_kind(pages) if apart else {"": list(pages)}
    for program in programs:
        say(f"{program.name}: {len(pages)} pages ...")
        readings = {kind: _read(program, some, result.jobs) for kind, some in kinds.items()}
        costs = {kind: reading.bill for kind, reading in readings.items()}
        say(f"{program.name}: {sum(bill.wall for bill in costs.values()):.0f} s")
        read = _merged(reading.texts for reading in readings.values())
        repaired = _merged(reading.repaired for reading in readings.values())
        texts[program.name] = read
        result.programs.append(_judged(program, program.name, pages, read, costs))
        if repaired:
            name = f"{program.name}, repaired"
            result.programs.append(_judged(program, name, pages, repaired, costs))
    return texts


def _by_kind(pages: Sequence[BenchPage]) -> dict[str, list[BenchPage]]:
    kinds: dict[str, list[BenchPage]] = {}
    for page in pages:
        kinds.setdefault(page.kind, []).append(page)
    return kinds


def _read(program: Program, pages: Sequence[BenchPage], jobs: int) -> Reading:
    with tempfile.TemporaryDirectory(prefix="justerat-bench-") as work:
        return program.read(pages, jobs, Path(work))


def _merged(texts: Iterable[Mapping[str, str]]) -> dict[str, str]:
    return {name: text for some in texts for name, text in some.items()}


def _judged(
    program: Program,
    name: str,
    pages: Sequence[BenchPage],
    texts: Mapping[str, str],
    costs: Mapping[str, Bill],
) -> ProgramResult:
    return ProgramResult(
        name=name,
        version=program.version(),
        cpu=round(sum(bill.cpu for bill in costs.values()), 2),
        wall=round(sum(bill.wall for bill in costs.values()), 2),
        peak=max(bill.peak for bill in costs.values()),
        kinds={kind: KindCost(cpu=b.cpu, wall=b.wall, peak=b.peak) for kind, b in costs.items() if kind},
        unread=[page.name for page in pages if not texts.get(page.name, "").strip()],
        counts=[compare(page.truth, texts.get(page.name, ""), page.aside) for page in pages],
    )
