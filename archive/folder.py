"""An archive: a folder with a database, and a JSON file for each record.

The database is the truth. Records go into it in one transaction together with a note that their files are
still to be written (`unwritten`); then the files are written and the note is taken away. Killed in between,
the next run finds the note and writes the files. Where people have corrected a document, the record is the
corrected one, and the one that the program made is kept beside it.
"""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Self

from sqlalchemy import Connection, Engine, delete, exists, func, insert, select

from archive import changes, database, deadline, files, places, rows, unwritten
from archive.jobs import Jobs, settle
from archive.lock import folder_lock
from archive.places import Place
from archive.read_pages import ReadPages
from archive.review import reviews
from archive.review.reviews import Reviews, reviewed
from archive.search import index
from archive.search.answer import answer
from archive.search.sets import Memory
from archive.store import Query, Results
from archive.summary import Summary, summaries
from archive.tables import DOCUMENTS, JOBS, SOURCES, UNWRITTEN
from archive.tokens import Tokens
from models.errors import ArchiveBusy, ArchiveMissing, RecordMissing
from models.outcome import Outcome
from models.record import Record
from models.source import Source, path_text
from models.vocabulary import Status

_AT_ONCE = 20
"""So many records are held in memory while all are gone through."""


class Archive:
    """A Store in a folder, with what is known of each input beside the records."""

    def __init__(self, place: Place, engine: Engine) -> None:
        folder = place.folder
        self.folder = folder
        self.work = folder / "work"
        """Where a run may put files for a while; there only while the archive is open for writing."""
        self.unpacked = folder / "members"
        """Files out of archives and e-mails, each under its digest."""
        self.jobs = Jobs(engine)
        self.tokens = Tokens(engine)
        self.reviews = Reviews(engine, self._mend)
        self.place = place
        self._engine = engine
        self._memory = Memory()
        self._asking = Lock()

    @classmethod
    @contextmanager
    def reading(cls, folder: Path, seconds: float | None = None) -> Generator[Self]:
        """An archive that is there, to look into while a run may be writing to it; else ArchiveMissing.

        With `seconds`, whoever asks for more work of the database than that gets QueryTimeout.
        """
        place = places.begun(folder)
        if place is None:
            message = (
                f"No archive is in {path_text(folder)}: make one with `justerat run`, or give --archive."
            )
            raise ArchiveMissing(message)
        with _engine(place) as engine:
            if not database.is_current(engine, place):
                with folder_lock(folder), database.held(engine, place):
                    database.upgrade(engine, place, rows.refill)
            if seconds is not None:
                deadline.limit(engine, seconds)
            yield cls(place, engine)

    @classmethod
    @contextmanager
    def writing(cls, folder: Path) -> Generator[Self]:
        """An archive to write to, made where there is none; ArchiveBusy where another run writes to it."""
        with files.writable(folder):
            folder.mkdir(parents=True, exist_ok=True)
        with folder_lock(folder):
            known = places.begun(folder)
            place = known or places.new(folder)
            with _engine(place) as engine, database.held(engine, place):
                if known is None or not database.is_current(engine, place):
                    database.upgrade(engine, place, rows.refill)
                if known is None:
                    places.keep(place)
                archive = cls(place, engine)
                archive.mend()
                with _workshop(archive.work):
                    yield archive

    def put(self, outcome: Outcome) -> None:
        """Keep the records of a file in place of any that it had, and note how its job ended."""
        self.put_all([outcome])

    def put_all(self, outcomes: Sequence[Outcome]) -> None:
        """Keep the records of several files in one transaction, each in place of any that it had."""
        there: dict[str, Record] = {}
        gone: set[str] = set()
        with database.writing(self._engine) as connection:
            for outcome in outcomes:
                settle(connection, outcome.source.path, outcome.source.sha256, outcome.status)
                replaced = _clear(connection, outcome.source)
                put = _insert(connection, outcome)
                gone.update(replaced)
                there = {key: record for key, record in there.items() if key not in replaced}
                there |= {record.id: record for record in put}
            index.put(connection, there.values())
            reviews.settle(connection, there)
            changes.note(connection, there, gone)
            unwritten.note(connection, sorted(gone.union(there)))
        self.mend()

    def get(self, record_id: str) -> Record:
        """The record that this id, or a shortened one ("194db78e", "194db78e-2"), can only be."""
        content = select(DOCUMENTS.c.id, DOCUMENTS.c.record).order_by(DOCUMENTS.c.id).limit(2)
        with self._engine.connect() as connection:
            exact = connection.execute(content.where(DOCUMENTS.c.id == record_id)).all()
            file, dash, part = record_id.lower().partition("-")
            begins = DOCUMENTS.c.id.startswith(file, autoescape=True)
            ends = DOCUMENTS.c.id.endswith(f"{dash}{part}", autoescape=True)
            found = exact or connection.execute(content.where(begins, ends)).all()
        if len(found) == 1 and record_id:
            return rows.unpack(found[0].record)
        several = "Several records begin with that: give more of the id."
        missing = "No record has that id: `justerat search` and `justerat status` show the ids there are."
        raise RecordMissing(several if found else missing)

    def search(self, query: Query) -> Results:
        """What answers the query, best first; QueryError where it can't be understood."""
        with self.asking() as (connection, memory):
            return answer(connection, query, memory)

    @contextmanager
    def asking(self) -> Generator[tuple[Connection, Memory]]:
        """A connection to ask the index, and what readers keep of that between questions: one at a time."""
        with self._asking, self._engine.connect() as connection:
            yield connection, self._memory

    def records(self) -> Iterator[Record]:
        """Every record, by id."""
        with self._engine.connect() as connection:
            asked = select(DOCUMENTS.c.record).order_by(DOCUMENTS.c.id).execution_options(yield_per=_AT_ONCE)
            with connection.scalars(asked) as packed:
                yield from map(rows.unpack, packed)

    def summaries(self, sha256s: Iterable[str] | None = None) -> list[Summary]:
        """A line for each document, of all files or of these."""
        with self._engine.connect() as connection:
            return summaries(connection, sha256s)

    def counts(self) -> dict[Status, int]:
        """How many documents are whole, and how many partial."""
        number = select(DOCUMENTS.c.status, func.count()).group_by(DOCUMENTS.c.status)
        with self._engine.connect() as connection:
            found = {Status(status): count for status, count in connection.execute(number)}
        return {status: found.get(status, 0) for status in Status}

    def is_written_to(self) -> bool:
        """Whether a run goes on just now."""
        try:
            with folder_lock(self.folder), database.held(self._engine, self.place):
                return False
        except ArchiveBusy:
            return True

    def connection(self) -> Connection:
        """A connection to read the tables with."""
        return self._engine.connect()

    def read_pages(self, reading: str, version: str) -> ReadPages:
        """The pages as read with these settings by this version."""
        return ReadPages(self._engine, reading, version)

    def mend(self) -> None:
        """Bring record files into agreement with the database, where a note says that they are not."""
        with self._engine.connect() as connection:
            ids = list(connection.scalars(select(UNWRITTEN.c.document)))
        for record_id in ids:
            self._mend(record_id)

    def _mend(self, record_id: str) -> None:
        with database.writing(self._engine) as connection:
            content = connection.scalar(select(DOCUMENTS.c.record).where(DOCUMENTS.c.id == record_id))
            with files.writable(self.folder):
                if content is None:
                    files.remove(self.folder, record_id)
                else:
                    files.write(self.folder, rows.unpack(content))
            connection.execute(delete(UNWRITTEN).where(UNWRITTEN.c.document == record_id))


@contextmanager
def _workshop(folder: Path) -> Generator[None]:
    """An empty folder while work goes on: what a run that was killed has left in it is taken away."""
    shutil.rmtree(folder, ignore_errors=True)
    with files.writable(folder):
        folder.mkdir()
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _engine(place: Place) -> Generator[Engine]:
    engine = database.connect(place)
    try:
        yield engine
    finally:
        engine.dispose()


def _clear(connection: Connection, source: Source) -> list[str]:
    """Take away what the file held, and what its path held before where no other input has those bytes."""
    used = exists().where(JOBS.c.sha256 == SOURCES.c.sha256)
    replaced = (SOURCES.c.path == path_text(source.path)) & ~used
    old = select(SOURCES.c.sha256).where((SOURCES.c.sha256 == source.sha256) | replaced)
    gone = list(connection.scalars(select(DOCUMENTS.c.id).where(DOCUMENTS.c.source.in_(old))))
    index.take_out(connection, gone)
    connection.execute(delete(SOURCES).where(SOURCES.c.sha256.in_(old)))
    return gone


def _insert(connection: Connection, outcome: Outcome) -> list[Record]:
    """Put what a run has made, with the corrections that stand; the records as corrected."""
    source = outcome.source
    connection.execute(
        insert(SOURCES).values(
            sha256=source.sha256,
            path=path_text(source.path),
            bytes=source.size,
            media_type=source.media_type.value,
            page_count=max((record.source.page_count for record in outcome.records), default=0),
        )
    )
    made: list[Record] = []
    for original in outcome.records:
        record = reviewed(connection, original)
        rows.insert_record(connection, record, original)
        made.append(record)
    return made
