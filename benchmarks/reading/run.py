"""One run: every program reads the same pages, one after the other, and is measured."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.reading.measure import compare
from benchmarks.reading.meter import Bill
from benchmarks.reading.page import BenchPage
from benchmarks.reading.programs.program import Program
from benchmarks.reading.result import PageFacts, ProgramResult, Result

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
    pages: Sequence[BenchPage], programs: Sequence[Program], result: Result, say: Callable[[str], None]
) -> Texts:
    """Read all pages with all programs, and add what came of it to the result."""
    texts: Texts = {}
    for program in programs:
        say(f"{program.name}: {len(pages)} pages ...")
        with tempfile.TemporaryDirectory(prefix="justerat-bench-") as work:
            reading = program.read(pages, result.jobs, Path(work))
        say(f"{program.name}: {reading.bill.wall:.0f} s, {reading.bill.cpu:.0f} CPU s")
        version = program.version()
        texts[program.name] = reading.texts
        result.programs.append(_judged(program.name, version, pages, reading.texts, reading.bill))
        if reading.repaired:
            name = f"{program.name}, repaired"
            result.programs.append(_judged(name, version, pages, reading.repaired, reading.bill))
    return texts


def _judged(
    name: str, version: str, pages: Sequence[BenchPage], texts: Mapping[str, str], bill: Bill
) -> ProgramResult:
    return ProgramResult(
        name=name,
        version=version,
        cpu=round(bill.cpu, 2),
        wall=round(bill.wall, 2),
        peak=bill.peak,
        unread=[page.name for page in pages if not texts.get(page.name, "").strip()],
        counts=[compare(page.truth, texts.get(page.name, ""), page.aside) for page in pages],
    )
