"""Several hands at one archive at once, and what is true of it afterwards."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from archive.changes import changes
from archive.files import record_json, record_path
from archive.folder import Archive
from benchmarks.archives import outcomes
from benchmarks.review.hands import Done, read, review, run

_DOCUMENTS = 12
_DECISIONS = 60
_THREADS = 4
"""Readers a process."""
_LINES = 1000


@dataclass(frozen=True, slots=True)
class Result:
    """What each kind of hand did, and what of the acknowledged is not there (`lost`) or not so (`wrong`)."""

    reviewers: tuple[Done, ...]
    readers: tuple[Done, ...]
    runs: tuple[Done, ...]
    lost: int
    wrong: tuple[str, ...]

    @property
    def errors(self) -> list[str]:
        """What went wrong with any of them."""
        return [error for done in (*self.reviewers, *self.readers, *self.runs) for error in done.errors]


def measure(folder: Path, readers: int, reviewers: int, seconds: float) -> Result:
    """Make an archive in `folder` and let them at it, with a run that puts the same documents in anew."""
    made = tuple(islice(outcomes(_DECISIONS * _DOCUMENTS, seed=1), _DOCUMENTS))
    with Archive.writing(folder) as archive:
        archive.jobs.queue([one.source.path for one in made])
        archive.put_all(made)
    ids = tuple(record.id for one in made for record in one.records)
    shares = [min(_THREADS, readers - first) for first in range(0, readers, _THREADS)]
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(reviewers + len(shares) + 1, mp_context=spawn) as pool:
        reading = [pool.submit(read, folder, ids, seconds, n, share) for n, share in enumerate(shares)]
        correcting = [pool.submit(review, folder, ids, seconds, n) for n in range(reviewers)]
        running = pool.submit(run, folder, made, seconds)
        corrected = tuple(one.result() for one in correcting)
        looked = tuple(one.result() for one in reading)
        ran = (running.result(),)
    lost, wrong = _checked(folder, corrected, ids)
    return Result(corrected, looked, ran, lost, wrong)


def _checked(folder: Path, reviewers: tuple[Done, ...], ids: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    told = [one for done in reviewers for one in done.acknowledged]
    with Archive.writing(folder) as archive:
        there = {(d, one.number) for d in ids for one in archive.reviews.of(d).corrections}
        wrong = tuple(_wrong(archive, ids))
    twice = len(told) - len(set(told))
    return len(set(told) - there) + twice, wrong + (
        ("more than was acknowledged",) if there - set(told) else ()
    )


def _wrong(archive: Archive, ids: tuple[str, ...]) -> Iterator[str]:
    for document in ids:
        found = archive.reviews.of(document)
        record = archive.get(document)
        if record != found.reviewed.record:
            yield f"{document} is not what its corrections make of it"
        if record_path(archive.folder, document).read_text("utf-8") != record_json(record):
            yield f"the file of {document} is not its record"
    numbers = [one.change for document in ids for one in archive.reviews.of(document).corrections]
    last, fed, more = 0, set[int](), True
    with archive.connection() as connection:
        while more:
            part = changes(connection, last, _LINES)
            fed |= {one.number for one in part.changes}
            last, more = part.last, part.more
        if connection.dialect.name == "sqlite":
            whole = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
            if whole != "ok":
                yield f"the database: {whole}"
    if not fed.issuperset(numbers) or len(set(numbers)) != len(numbers):
        yield "the feed lacks a correction"
