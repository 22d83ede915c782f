"""Bound volumes of minutes: whether many pages cost, page for page, what a few cost, and how much memory."""

from __future__ import annotations

import tempfile
from itertools import cycle
from pathlib import Path

from benchmarks.extraction.layout.draw import as_pdf
from benchmarks.extraction.layout.sheet import Sheet
from benchmarks.extraction.make import DECADES, one
from benchmarks.extraction.result import Volume
from benchmarks.reading.volume import timed

_HUNDRED = 100
_SHORT = 200
"""Pages of the volume that the long one is held against."""
_FIRST_FORMS = 1990


def measure_volumes(pages: int, seed: int) -> list[Volume]:
    """A short volume and one of so many pages, each read by one worker."""
    with tempfile.TemporaryDirectory(prefix="justerat-bench-") as name:
        work = Path(name)
        return [_measured(count, seed, work) for count in sorted({min(_SHORT, pages), pages})]


def _measured(pages: int, seed: int, work: Path) -> Volume:
    file = work / f"volume-{pages}.pdf"
    file.write_bytes(volume(pages, seed))
    bill, ends = timed(file, 1, work / f"run-{pages}")
    hundred = min(_HUNDRED, len(ends.pages) // 2)
    return Volume(
        pages=len(ends.pages),
        wall=ends.whole,
        cpu=bill.cpu,
        peak=bill.peak,
        first=ends.pages[hundred - 1] - ends.pages[0],
        last=ends.pages[-1] - ends.pages[-hundred],
        record=ends.whole - ends.pages[-1],
    )


def volume(pages: int, seed: int) -> bytes:
    """Minutes of many meetings in one PDF of so many pages; the last of them may break off."""
    decades = cycle(decade for decade in DECADES if decade >= _FIRST_FORMS)
    sheets: list[Sheet] = []
    for turn, decade in enumerate(decades):
        if len(sheets) >= pages:
            break
        sheets += one(seed, decade, turn).sheets()
    return as_pdf(sheets[:pages], "Protokoll")
