"""A writer killed again and again: `python -m tests.archive.kills [--rounds 50] [--folder DIR]`.

Each round starts a process that puts documents into the archive and says so of each, kills it with SIGKILL
after some of them, at a moment of chance, and looks at what is there: the database is whole, no document that
was acknowledged is lost, records, files, search and the feed of changes agree, and no change is told twice.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from archive.changes import What, changes
from archive.folder import Archive
from archive.store import Query
from tests.archive.records import outcome_of

_MOST = 12
"""So many documents a round acknowledges at most before its process is killed."""
_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Round:
    """What one round found: documents acknowledged so far, and those that the archive holds."""

    acknowledged: int
    held: int


def kill_rounds(folder: Path, rounds: int, seed: int = 1) -> Iterator[Round]:
    """Each round with what it found; AssertionError where something is lost, half written or told twice."""
    chance = random.Random(seed)  # noqa: S311  nothing secret
    acknowledged = 0
    with Archive.writing(folder):
        # Begun here, so that every writer finds it in the database that it was begun in.
        pass
    for _ in range(rounds):
        # Some of the documents are made anew, which takes away as well as it puts in.
        begin = max(acknowledged - chance.randrange(4), 0)
        acknowledged = max(acknowledged, _killed(folder, begin, chance) + 1)
        yield _looked_at(folder, acknowledged)


def _killed(folder: Path, begin: int, chance: random.Random) -> int:
    """Write until killed; the number of the last document that was acknowledged."""
    # A server that has loaded the program forks each writer, which saves the seconds of loading it.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["archive.folder", "tests.archive.records", __name__])
    told, tells = context.Pipe(duplex=False)
    writer = context.Process(target=_write, args=(folder, begin, tells))
    writer.start()
    tells.close()
    numbers = [told.recv() for _ in range(chance.randint(1, _MOST))]
    time.sleep(chance.uniform(0, 0.08))
    writer.kill()
    writer.join()
    with suppress(EOFError):
        while True:
            numbers.append(told.recv())
    assert writer.exitcode == -signal.SIGKILL, f"the writer ended by itself, with {writer.exitcode}"
    return int(numbers[-1])


def _write(folder: Path, begin: int, tells: Connection) -> None:
    """Put one document after the other, and acknowledge each."""
    with Archive.writing(folder) as archive:
        for n in range(begin, _ALL):
            archive.put(outcome_of(str(n).encode(), f"in/{n}"))
            tells.send(n)


def _looked_at(folder: Path, acknowledged: int) -> Round:
    with Archive.writing(folder) as archive, archive.connection() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        there = {record.id for record in archive.records()}
        told = changes(connection, 0, _ALL).changes
    numbers = [change.number for change in told]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {change.document for change in told if change.what is What.PUT} == there
    assert {path.stem for path in folder.rglob("records/*/*.json")} == there
    with Archive.reading(folder) as archive:
        assert archive.search(Query("in:dokument")).total == len(there)
    assert len(there) >= acknowledged
    return Round(acknowledged, len(there))


def main() -> None:
    """Kill as often as asked, and say what came of it."""
    parser = argparse.ArgumentParser("python -m tests.archive.kills", description=__doc__)
    parser.add_argument("--rounds", type=int, default=50, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where the archive is made, and stays")
    asked = parser.parse_args()
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.folder or Path(temporary) / "arkiv"
        told = list(kill_rounds(folder, asked.rounds, asked.seed))
    last = told[-1]
    sys.stdout.write(
        f"{len(told)} rounds in {time.perf_counter() - begun:.0f} s: {last.acknowledged} documents "
        f"acknowledged, {last.held} held, none lost, the database whole each time.\n"
    )


if __name__ == "__main__":
    main()
