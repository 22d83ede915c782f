"""Long files: how many born-digital pages a second, and whether a thousand pages cost what one costs."""

from __future__ import annotations

import resource
import sys
import tempfile
from pathlib import Path

from benchmarks.reading.make.volume import SCAN_EVERY, born_digital, volume
from benchmarks.reading.meter import Bill, Job, metered
from benchmarks.reading.result import Digital, Volume
from benchmarks.reading.timed import Ends
from ingest.files import open_source
from ingest.reader import FileReader
from models.settings import ReadingSettings

_DIGITAL_PAGES = 200
_LIMIT = 6 * 3600.0
_HUNDRED = 100


def measure_digital() -> Digital:
    """Pages a CPU second: words alone in this process, and all of a run from start to records."""
    with tempfile.TemporaryDirectory(prefix="justerat-bench-") as name:
        work = Path(name)
        one, many = work / "one.pdf", work / "many.pdf"
        one.write_bytes(born_digital(1))
        many.write_bytes(born_digital(_DIGITAL_PAGES))
        _read(one)
        begun = _cpu()
        read = _read(many)
        reading = _cpu() - begun
        # What a run costs before its first page is the same for any number of pages.
        start, whole = (timed(path, 1, work / path.stem)[0].cpu for path in (one, many))
    return Digital(pages=read, reading=read / reading, run=(read - 1) / (whole - start))


def measure_volume(pages: int, jobs: int, seed: int) -> Volume:
    """One run over a volume of so many pages (rounded up to full fifties)."""
    with tempfile.TemporaryDirectory(prefix="justerat-bench-") as name:
        work = Path(name)
        file = work / "volume.pdf"
        file.write_bytes(volume(pages, seed))
        bill, ends = timed(file, jobs, work / "run")
    hundred = min(_HUNDRED, len(ends.pages) // 2)
    return Volume(
        pages=len(ends.pages),
        scans=len(ends.pages) // SCAN_EVERY,
        jobs=jobs,
        unread=ends.faults,
        wall=ends.whole,
        cpu=bill.cpu,
        peak=bill.peak,
        first=ends.pages[hundred - 1] - ends.pages[0],
        last=ends.pages[-1] - ends.pages[-hundred],
    )


def _read(path: Path) -> int:
    settings = ReadingSettings()
    return sum(bool(page.words) for page in FileReader(settings).pages(open_source(path, settings)))


def _cpu() -> float:
    """User and system seconds of this process and of those that it has waited for."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def timed(file: Path, jobs: int, work: Path) -> tuple[Bill, Ends]:
    """One run of the batch over a file in a process of its own: what it cost, and when each page ended."""
    work.mkdir()
    out, log = work / "ends.json", work / "log"
    command = [
        sys.executable, "-m", "benchmarks.reading.timed",
        str(file), str(work / "archive"), str(jobs), str(out),
    ]  # fmt: skip
    bill = metered(Job(commands=[command], jobs=1, limit=_LIMIT, log=log))
    if not out.exists():
        raise RuntimeError(
            f"the run over {file.name} ended with {bill.costs[0].code}:\n{log.read_text('utf-8')}"
        )
    return bill, Ends.model_validate_json(out.read_text("utf-8"))
