"""Corrections made and taken back, each in one transaction with the record, index and feed that follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, select

from archive import changes, database, rows, unwritten
from archive.review import log
from archive.review.apply import Reviewed, apply
from archive.review.propose import Said, proposed, undone
from archive.review.settled import settled
from archive.review.words import own_words
from archive.search import index
from archive.tables import CHANGES, DOCUMENTS
from models.correction import Act, Asked, Correction
from models.errors import RecordMissing
from models.record import Record


@dataclass(frozen=True, slots=True)
class Review:
    """A document with all that was said of it; `seen` is the number of its last change."""

    original: Record
    reviewed: Reviewed
    corrections: tuple[Correction, ...]
    seen: int


class Reviews:
    """The corrections of an archive; several may make some at once, in this process and in others."""

    def __init__(self, engine: Engine, mend: Callable[[str], None]) -> None:
        self._engine = engine
        self._mend = mend

    def of(self, document: str) -> Review:
        """What was said of a document, as one moment has it; RecordMissing where it is not there."""
        with self._engine.connect() as connection:
            original = _original(connection, document)
            said = log.corrections_of(connection, document)
            return Review(original, apply(original, said), tuple(said), _last_change(connection, document))

    def all(self) -> tuple[Correction, ...]:
        """Everything that was ever said, in order; also of documents that are not there just now."""
        with self._engine.connect() as connection:
            return tuple(log.all_corrections(connection))

    def words(self) -> tuple[str, ...]:
        """The archive's own words, by which what is read from now on is repaired."""
        with self._engine.connect() as connection:
            return tuple(sorted(own_words(log.all_corrections(connection))))

    def make(self, document: str, asked: Asked, by: str) -> Correction:
        """Make a correction; CorrectionError where it can't be, CorrectionStale where another came first."""
        with database.writing(self._engine) as connection:
            original = _original(connection, document)
            before = log.corrections_of(connection, document)
            blank = _blank(connection, original, by)
            reread = _was_read_since(connection, document, asked.seen, before)
            one = proposed(connection, Said(original, before, blank, reread), asked)
            one = _keep(connection, original, before, one)
        self._mend(document)
        return one

    def undo(self, document: str, number: int, by: str) -> Correction:
        """Take a correction back; what held before it holds again."""
        with database.writing(self._engine) as connection:
            original = _original(connection, document)
            before = log.corrections_of(connection, document)
            one = undone(before, number, _blank(connection, original, by))
            one = _keep(connection, original, before, one)
        self._mend(document)
        return one


def reviewed(connection: Connection, record: Record) -> Record:
    """A record that a run has made, with the corrections that stand for its document."""
    return apply(record, log.corrections_of(connection, record.id)).record


def settle(connection: Connection, documents: Iterable[str]) -> None:
    """Take off the work list what people have answered of documents that were put anew."""
    for document in documents:
        if said := log.corrections_of(connection, document):
            made = apply(_original(connection, document), said)
            index.settle(connection, document, settled(made))


def _original(connection: Connection, document: str) -> Record:
    asked = select(DOCUMENTS.c.record, DOCUMENTS.c.original).where(DOCUMENTS.c.id == document)
    row = connection.execute(asked).one_or_none()
    if row is None:
        raise RecordMissing("No record has that id: the list of documents shows the ids there are.")
    return rows.unpack(row.original or row.record)


def _last_change(connection: Connection, document: str) -> int:
    asked = select(CHANGES.c.number).where(CHANGES.c.document == document)
    return connection.scalar(asked.order_by(CHANGES.c.number.desc()).limit(1)) or 0


def _was_read_since(
    connection: Connection, document: str, seen: int, corrections: Sequence[Correction]
) -> bool:
    """Whether a run has put the document in since, which is a change that no correction made."""
    asked = select(CHANGES.c.number).where(CHANGES.c.document == document, CHANGES.c.number > seen)
    return bool(set(connection.scalars(asked)) - {one.change for one in corrections})


def _blank(connection: Connection, record: Record, by: str) -> Correction:
    number = log.next_number(connection)
    return Correction(
        number=number,
        document=record.id,
        sha256=record.source.sha256,
        by=by,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        act=Act.CONFIRM,
        field="",
        root=number,
    )


def _keep(
    connection: Connection, original: Record, before: Sequence[Correction], one: Correction
) -> Correction:
    """Add the correction and put the record that comes of it in place of the one there is."""
    document = original.id
    made = apply(original, [*before, one])
    record = made.record
    index.take_out(connection, [document])
    connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.id == document))
    rows.insert_record(connection, record, original)
    index.put(connection, [record])
    index.settle(connection, document, settled(made))
    changes.note(connection, [document], ())
    unwritten.note(connection, [document])
    kept = one.model_copy(update={"change": _last_change(connection, document)})
    log.add(connection, kept)
    return kept
