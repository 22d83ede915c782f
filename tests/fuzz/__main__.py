"""A run over files that are broken at random: `python -m tests.fuzz --cases 20000 --seed 7 --folder DIR`.

`DIR` gets the files (`in`) and the archive (`arkiv`). Prints how the inputs ended; exit code 1 where one did
not end as it should.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.folder import Archive
from ingest.files import find
from justerat.cli.work import Tally
from models.errors import EXIT_PARTIAL, EXIT_SEVERAL_FAILURES, EXIT_WHOLE, KINDS, ProgramFault
from models.settings import ReadingSettings, Settings, WorkSettings
from pipeline.batch.events import Event, PageRead
from pipeline.batch.local import ProcessSpread
from pipeline.batch.run import Batch
from pipeline.batch.work import Worker
from tests.fuzz.mutate import mutants
from tests.fuzz.seeds import seeds

SETTINGS = Settings(
    reading=ReadingSettings(dpi=70, page_seconds=4, max_pixels=2_000_000, max_bytes=5_000_000, max_pages=40),
    work=WorkSettings(worker_mb=800),
)
ROOMS = "tests.fuzz.rooms:ROOMS"
_INPUTS = "in"
"""The folder of the broken files; what lies in an archive among them ends too, as an input of its own."""
_FAULT = "A fault of this program"
_DOCUMENTED = {EXIT_WHOLE, EXIT_PARTIAL, EXIT_SEVERAL_FAILURES} | {kind.exit_code for kind in KINDS.values()}


def main(arguments: list[str] | None = None) -> int:
    """Break files, read them, and tell how each ended."""
    options = _options(arguments)
    inputs = write(options.folder, options.cases, options.seed)
    with Archive.writing(options.folder / "arkiv") as archive:
        spread = ProcessSpread(
            options.workers, (ROOMS.partition(":")[0],), archive.work, SETTINGS.work.worker_mb
        )
        worker = Worker(SETTINGS, "fuzz", ROOMS, grace=6.0)
        wrong = list(judged(Batch(archive, worker, spread).run(find([inputs])), options.cases))
    for line in wrong:
        sys.stdout.write(f"WRONG {line}\n")
    return 1 if wrong else 0


def write(folder: Path, cases: int, seed: int) -> Path:
    """The folder with the broken files."""
    inputs = folder / _INPUTS
    inputs.mkdir(parents=True)
    for name, content in mutants(seeds(folder), cases, seed):
        (inputs / name).write_bytes(content)
    return inputs


def judged(events: Iterable[Event], cases: int) -> Iterator[str]:
    """What is wrong with how a run went on and ended."""
    tally = Tally()
    for event in events:
        tally.take(event)
        if isinstance(event, PageRead) and (event.fault or "").startswith(_FAULT):
            yield f"{event.path} page {event.number}: {event.fault}"
    for failed in tally.failed:
        if failed.error == ProgramFault.__name__:
            yield f"{failed.path}: {failed.message}"
    ended = Counter([*(one.path for one in tally.done), *(one.path for one in tally.failed)])
    given = [path for path in ended if path.parent.name == _INPUTS]
    if len(given) != cases or len(ended) != tally.inputs or set(ended.values()) != {1}:
        told = f"{len(given)} of {cases} files and {len(ended)} of {tally.inputs} inputs ended"
        yield f"{told}, some {max(ended.values())} times"
    if tally.exit_code() not in _DOCUMENTED:
        yield f"exit code {tally.exit_code()}"
    ends = Counter([*(one.status.value for one in tally.done), *(one.error for one in tally.failed)])
    sys.stdout.write(", ".join(f"{end} {count}" for end, count in ends.most_common()) + "\n")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--folder", type=Path, required=True)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
