"""Things that documents hold, listed across the archive in the order of documents and of places in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, and_, or_, select

from archive.cursor import keys_of, wrong_cursor
from archive.reading.documents import of_documents
from archive.reading.stretch import Stretch, cut
from archive.rows import LIST_SEPARATOR
from archive.tables import DECISIONS, DNR, DOCUMENTS, ITEMS, PEOPLE
from models.vocabulary import DecisionOutcome, DecisionStatus, DnrRelation, VoteMethod


@dataclass(frozen=True, slots=True)
class PartQuery:
    """Which things: of one document, of documents of a body, a municipality or days; see `DocumentQuery`."""

    document: str | None = None
    body: str | None = None
    municipality: str | None = None
    first_day: str | None = None
    last_day: str | None = None
    limit: int = 20
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class PartRow:
    """What each such row has: an id (`<document>/<table>/<position>`), and the document that it stands in."""

    id: str
    document: str
    position: int
    municipality: str | None
    document_body: str | None
    document_date: str | None


@dataclass(frozen=True, slots=True)
class ItemRow(PartRow):
    """An ärende of minutes."""

    paragraph: int | None
    heading: str | None
    dnr: tuple[str, ...]
    summary: str | None
    vote_method: VoteMethod | None
    vote_yes: int | None
    vote_no: int | None
    immediate: bool


@dataclass(frozen=True, slots=True)
class DecisionRow(PartRow):
    """A decision, or a proposal or citation of one, as `status` tells; `decision` is its id in the record."""

    decision: str
    paragraph: int | None
    body: str | None
    date: str | None
    dnr: str | None
    status: DecisionStatus
    outcome: DecisionOutcome
    text: str


@dataclass(frozen=True, slots=True)
class PersonRow(PartRow):
    """A person as one document names them; nobody is put together with anybody of another document."""

    name: str
    party: str | None
    party_printed: str | None
    roles: tuple[str, ...]
    bodies: tuple[str, ...]
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DnrRow(PartRow):
    """A diarienummer that a document bears or cites."""

    value: str
    registry: str | None
    year: int | None
    number: int | None
    class_code: str | None
    document_no: str | None
    relation: DnrRelation
    candidates: tuple[str, ...]


Part = TypeVar("Part", bound=PartRow)
_POSITION = re.compile("[0-9]{1,9}")
_LISTS = frozenset({"roles", "bodies", "candidates"})
_ITEM, _DECISION = TypeAdapter(ItemRow), TypeAdapter(DecisionRow)
_PERSON, _NUMBER = TypeAdapter(PersonRow), TypeAdapter(DnrRow)


def items(connection: Connection, query: PartQuery) -> Stretch[ItemRow]:
    """The ärenden that answer."""
    return _listed(connection, ITEMS, query, (), _ITEM)


def decisions(
    connection: Connection,
    query: PartQuery,
    status: DecisionStatus | None = None,
    outcome: DecisionOutcome | None = None,
) -> Stretch[DecisionRow]:
    """The decisions that answer."""
    asked: list[ColumnElement[bool]] = []
    if status is not None:
        asked.append(DECISIONS.c.status == status.value)
    if outcome is not None:
        asked.append(DECISIONS.c.outcome == outcome.value)
    return _listed(connection, DECISIONS, query, asked, _DECISION)


def people(connection: Connection, query: PartQuery, name: str | None = None) -> Stretch[PersonRow]:
    """The people that answer; `name` is the whole name, as documents give it."""
    return _listed(connection, PEOPLE, query, [] if name is None else [PEOPLE.c.name == name], _PERSON)


def appearances(
    connection: Connection, name: str, limit: int = 20, cursor: str | None = None
) -> Stretch[PersonRow]:
    """Where a person of exactly this name is named, the earliest first and those without a date last."""
    asked = _joined(PEOPLE).where(PEOPLE.c.name == name)
    if cursor is not None:
        asked = asked.where(_is_after(*keys_of(cursor, 3)))
    asked = asked.order_by(DOCUMENTS.c.date_start.nulls_last(), PEOPLE.c.document, PEOPLE.c.position)
    rows = connection.execute(asked.limit(limit + 1)).mappings()
    found = [(_PERSON.validate_python(_values(row)), row["document_day"]) for row in rows]
    days = {person.id: day for person, day in found}
    people_found = [person for person, _ in found]
    return cut(people_found, limit, lambda one: (days[one.id], one.document, str(one.position)))


def numbers(connection: Connection, query: PartQuery, value: str | None = None) -> Stretch[DnrRow]:
    """The diarienummer that answer; `value` in normal form ("KS 2014/187")."""
    return _listed(connection, DNR, query, [] if value is None else [DNR.c.value == value], _NUMBER)


def _listed(
    connection: Connection,
    table: Table,
    query: PartQuery,
    also: Sequence[ColumnElement[bool]],
    kind: TypeAdapter[Part],
) -> Stretch[Part]:
    asked = _joined(table).where(*also, *_filters(table, query))
    if query.cursor is not None:
        asked = asked.where(_follows(table, *keys_of(query.cursor, 2)))
    asked = asked.order_by(table.c.document, table.c.position).limit(query.limit + 1)
    found = [kind.validate_python(_values(row)) for row in connection.execute(asked).mappings()]
    return cut(found, query.limit, lambda row: (row.document, str(row.position)))


def _joined(table: Table) -> Select[*tuple[object, ...]]:
    """The rows of a table, each with what is told of its document."""
    return select(
        table,
        DOCUMENTS.c.municipality,
        DOCUMENTS.c.body.label("document_body"),
        DOCUMENTS.c.date.label("document_date"),
        DOCUMENTS.c.date_start.label("document_day"),
    ).join(DOCUMENTS, DOCUMENTS.c.id == table.c.document)


def _is_after(day: str | None, document: str | None, position: str | None) -> ColumnElement[bool]:
    start, later = DOCUMENTS.c.date_start, _follows(PEOPLE, document, position)
    if day is None:
        return and_(start.is_(None), later)
    return or_(start > day, and_(start == day, later), start.is_(None))


def _values(row: RowMapping) -> dict[str, object]:
    """The row by its columns, with the lists that stand in one column taken apart."""
    values: dict[str, object] = dict(row)
    lists = _LISTS | ({"dnr"} if "heading" in values else set[str]())
    for name in lists & values.keys():
        values[name] = tuple(part for part in str(values[name]).split(LIST_SEPARATOR) if part)
    return values


def _filters(table: Table, query: PartQuery) -> Iterator[ColumnElement[bool]]:
    if query.document is not None:
        yield table.c.document == query.document
    yield from of_documents(query.body, query.municipality, query.first_day, query.last_day)


def _follows(table: Table, document: str | None, position: str | None) -> ColumnElement[bool]:
    """What follows a row; the first condition alone lets the index of documents lead there."""
    if document is None or position is None or not _POSITION.fullmatch(position):
        raise wrong_cursor()
    later = or_(table.c.document > document, table.c.position > int(position))
    return and_(table.c.document >= document, later)
