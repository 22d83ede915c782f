"""Documents listed, newest first, and what the archive holds in all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, func, or_, select

from archive.cursor import keys_of
from archive.reading.stretch import Stretch, cut
from archive.tables import DECISIONS, DOCUMENTS, ITEMS, SOURCES
from models.errors import RecordMissing
from models.vocabulary import Kind, Status

_COLUMNS = tuple(column for column in DOCUMENTS.c if column.name not in {"record", "original"})
_MOST_NAMES = 200
"""Bodies, or municipalities, that are listed to choose from."""


@dataclass(frozen=True, slots=True)
class DocumentQuery:
    """Which documents: a municipality by name or kommunkod, days in ISO 8601, the first and last that count.

    A document counts for a day where its date, or the window it is known to lie in, touches it.
    """

    kind: Kind | None = None
    body: str | None = None
    municipality: str | None = None
    first_day: str | None = None
    last_day: str | None = None
    limit: int = 20
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """What a list says of a document; `date_start` is the first day that it can be of."""

    id: str
    path: str
    sha256: str
    media_type: str
    part: int
    page_from: int
    page_to: int
    kind: Kind
    title: str | None
    municipality: str | None
    municipality_code: str | None
    body: str | None
    date: str | None
    date_start: str | None
    date_end: str | None
    paragraph_from: int | None
    paragraph_to: int | None
    status: Status
    confidence: float | None


_SHOWN = frozenset(field.name for field in fields(DocumentRow))


@dataclass(frozen=True, slots=True)
class Overview:
    """What an archive holds: how many of each kind, and from which day to which."""

    documents: int
    files: int
    items: int
    decisions: int
    first_day: str | None
    last_day: str | None
    kinds: tuple[tuple[Kind, int], ...]
    bodies: tuple[str, ...]
    municipalities: tuple[str, ...]


def documents(connection: Connection, query: DocumentQuery) -> Stretch[DocumentRow]:
    """The documents that answer, the latest first and those without a date last."""
    asked = _rows().where(*_filters(query))
    if query.cursor is not None:
        day, record_id = keys_of(query.cursor, 2)
        asked = asked.where(_after(day, record_id or ""))
    asked = asked.order_by(DOCUMENTS.c.date_start.desc().nulls_last(), DOCUMENTS.c.id).limit(query.limit + 1)
    found = [_row(row) for row in connection.execute(asked).mappings()]
    return cut(found, query.limit, lambda row: (row.date_start, row.id))


def document(connection: Connection, record_id: str) -> DocumentRow:
    """One document; RecordMissing where there is none with that id."""
    row = connection.execute(_rows().where(DOCUMENTS.c.id == record_id)).mappings().one_or_none()
    if row is None:
        raise RecordMissing("No record has that id: the list of documents shows the ids there are.")
    return _row(row)


def overview(connection: Connection) -> Overview:
    """The archive in numbers."""
    number = func.count()
    kinds = (
        select(DOCUMENTS.c.kind, number).group_by(DOCUMENTS.c.kind).order_by(number.desc(), DOCUMENTS.c.kind)
    )
    found = tuple((Kind(kind), count) for kind, count in connection.execute(kinds))
    first, last = connection.execute(
        select(func.min(DOCUMENTS.c.date_start), func.max(DOCUMENTS.c.date_end))
    ).one()
    return Overview(
        documents=sum(count for _, count in found),
        files=_count(connection, select(number).select_from(SOURCES)),
        items=_count(connection, select(number).select_from(ITEMS)),
        decisions=_count(connection, select(number).select_from(DECISIONS)),
        first_day=first,
        last_day=last,
        kinds=found,
        bodies=tuple(_names(connection, DOCUMENTS.c.body)),
        municipalities=tuple(_names(connection, DOCUMENTS.c.municipality)),
    )


def _rows() -> Select[*tuple[object, ...]]:
    joined = DOCUMENTS.c.source == SOURCES.c.sha256
    return select(*_COLUMNS, SOURCES.c.path, SOURCES.c.media_type).join(SOURCES, joined)


def of_documents(
    body: str | None, municipality: str | None, first_day: str | None, last_day: str | None
) -> Iterator[ColumnElement[bool]]:
    """What the documents of a body, a municipality and some days meet; None asks for nothing."""
    columns = DOCUMENTS.c
    if body is not None:
        yield columns.body == body
    if municipality is not None:
        yield or_(columns.municipality == municipality, columns.municipality_code == municipality)
    if first_day is not None:
        yield columns.date_end >= first_day
    if last_day is not None:
        yield columns.date_start <= last_day


def _filters(query: DocumentQuery) -> Iterator[ColumnElement[bool]]:
    if query.kind is not None:
        yield DOCUMENTS.c.kind == query.kind.value
    yield from of_documents(query.body, query.municipality, query.first_day, query.last_day)


def _after(day: str | None, record_id: str) -> ColumnElement[bool]:
    """What follows a row, in the order of the list."""
    start, later = DOCUMENTS.c.date_start, DOCUMENTS.c.id > record_id
    if day is None:
        return and_(start.is_(None), later)
    return or_(start < day, and_(start == day, later), start.is_(None))


def _row(row: RowMapping) -> DocumentRow:
    values = {name: row[name] for name in row if name in _SHOWN}
    values |= {"sha256": row["source"], "kind": Kind(row["kind"]), "status": Status(row["status"])}
    return DocumentRow(**values)


def _count(connection: Connection, query: Select[int]) -> int:
    return connection.execute(query).scalar_one()


def _names(connection: Connection, column: ColumnElement[str | None]) -> Iterator[str]:
    """The values of a column, those that are named most first, and no more than a list can show."""
    query = select(column).where(column.is_not(None)).group_by(column).order_by(func.count().desc(), column)
    return (name for name in connection.scalars(query.limit(_MOST_NAMES)) if name)
