"""One run of the batch with the time at which each page ended: `... timed FILE ARCHIVE WORKERS OUT.json`."""

from __future__ import annotations

import sys
import time
from importlib.metadata import version
from pathlib import Path

from pydantic import BaseModel

from archive.folder import Archive
from ingest.files import find
from models.settings import Settings
from pipeline.batch.events import InputDone, PageRead
from pipeline.batch.local import ProcessSpread
from pipeline.batch.run import Batch
from pipeline.batch.work import Worker


class Ends(BaseModel):
    """Seconds from the start at which each page was read, in the order they ended, and the whole was done."""

    pages: list[float] = []
    whole: float = 0.0
    faults: int = 0


def main() -> None:
    """Run as `justerat run` does."""
    file, archive, workers, out = sys.argv[1:]
    begun = time.monotonic()
    ends = Ends()
    worker = Worker(Settings(), version("justerat"))
    spread = ProcessSpread(int(workers), preload=(worker.rooms.partition(":")[0],))
    with Archive.writing(Path(archive)) as opened:
        for event in Batch(opened, worker, spread).run(find([file])):
            if isinstance(event, PageRead):
                ends.pages.append(time.monotonic() - begun)
                ends.faults += event.fault is not None
            elif isinstance(event, InputDone):
                ends.whole = time.monotonic() - begun
    Path(out).write_text(ends.model_dump_json(), "utf-8")


if __name__ == "__main__":
    main()
