"""`justerat` itself, as a user runs it: one batch, worker processes, records in an archive."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from archive.folder import Archive
from benchmarks.reading.meter import Job, metered
from benchmarks.reading.page import BenchPage
from benchmarks.reading.programs.program import Reading
from models.record import Record

_DATA_CODES = frozenset({0, 3, 4, *range(10, 23)} - {20})
"""Exit codes that tell of documents, not of the program: see `justerat --help`."""
_LIMIT = 6 * 3600.0


@dataclass(frozen=True, slots=True)
class Ours:
    """`justerat run`, records only; the text is what was read, repair undone."""

    name: str = "justerat"

    def version(self) -> str:
        """Which release it is."""
        return f"justerat {version('justerat')}"

    def read(self, pages: Sequence[BenchPage], jobs: int, work: Path) -> Reading:
        """Read all pages in one run, and take the texts from the archive."""
        listing, archive, log = work / "pages.txt", work / "archive", work / "log"
        listing.write_text("".join(f"{page.path.resolve()}\n" for page in pages), "utf-8")
        command = [
            sys.executable, "-m", "justerat.cli.main", "run", f"@{listing}",
            "--archive", str(archive), "--workers", str(jobs),
        ]  # fmt: skip
        bill = metered(Job(commands=[command], jobs=1, limit=_LIMIT, log=log))
        if bill.costs[0].code not in _DATA_CODES:
            raise RuntimeError(f"justerat ended with {bill.costs[0].code}:\n{log.read_text('utf-8')}")
        with Archive.reading(archive) as opened:
            records = list(opened.records())
        names = {hashlib.sha256(page.path.read_bytes()).hexdigest(): page.name for page in pages}
        as_read: dict[str, str] = {}
        repaired: dict[str, str] = {}
        for record in sorted(records, key=lambda record: (record.source.sha256, record.part.number)):
            name = names[record.source.sha256]
            as_read[name] = f"{as_read.get(name, '')}\n{raw_text(record)}"
            repaired[name] = f"{repaired.get(name, '')}\n{record.text}"
        return Reading(as_read, bill, repaired)


def raw_text(record: Record) -> str:
    """The record's text with every edit undone: what was read."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(record.edits, key=lambda edit: edit.start):
        pieces += [record.text[at : edit.start], edit.raw]
        at = edit.end
    return "".join([*pieces, record.text[at:]])
