"""A run in a process of its own, to be killed: `python -m tests.pipeline.batch.alone FOLDER ARCHIVE`."""

from __future__ import annotations

import sys
from pathlib import Path

from archive.folder import Archive
from ingest.files import find
from pipeline.batch.local import ProcessSpread
from pipeline.batch.run import Batch
from tests.pipeline.batch.rooms import worker

PRELOAD = ("tests.pipeline.batch.rooms",)


def main(folder: Path, archive: Path) -> None:
    with Archive.writing(archive) as opened:
        for event in Batch(opened, worker(), ProcessSpread(2, PRELOAD)).run(find([folder])):
            sys.stdout.write(f"{type(event).__name__}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
