"""What an export is of: everything, or the documents that ids or a query choose.

What is chosen stands in temporary tables of the connection, never in memory, and goes with its transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    MetaData,
    Table,
    and_,
    exists,
    false,
    insert,
    select,
    true,
)

from archive.dialect.types import Integer, Text
from archive.rows import unpack
from archive.search.entries import DECISION, ITEM
from archive.search.find import found
from archive.search.query import parse
from archive.search.sets import Memory, Sets
from archive.search.tables import ENTRIES
from archive.tables import ADDRESSEES, AMOUNTS, DECISIONS, DOCUMENTS, ITEMS
from models.record import Record

DOCUMENTS_AT_ONCE = 500
"""Documents whose rows are held in memory at a time: what bounds it, however large the archive is."""
_NUMBERS_AT_ONCE = 10_000
_RECORDS_AT_ONCE = 20
_PASSING = MetaData()
_NUMBERS = Table(
    "export_numbers", _PASSING, Column("number", Integer, primary_key=True), prefixes=["TEMPORARY"]
)
"""The numbers of the entries that answer the query."""
_CHOSEN = Table("export_documents", _PASSING, Column("id", Text, primary_key=True), prefixes=["TEMPORARY"])
_FOUND = Table(
    "export_found",
    _PASSING,
    Column("document", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    prefixes=["TEMPORARY"],
)
"""The items, or decisions, that answer the query, by their place in their document."""
_LISTED = {"text": (ITEM, ITEMS), "decisions": (DECISION, DECISIONS)}
"""What a query may list that is also a table: its kind of entry, and the table."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The documents whose ids stand in the column `ids`; of the table `narrowed` only what was found."""

    ids: Column[str] = DOCUMENTS.c.id
    narrowed: Table | None = None

    def documents(self, connection: Connection) -> Iterator[Sequence[str]]:
        """The ids in order, some at a time."""
        after = ""
        while True:
            asked = select(self.ids).where(self.ids > after).order_by(self.ids).limit(DOCUMENTS_AT_ONCE)
            some = connection.scalars(asked).all()
            if not some:
                return
            yield some
            after = some[-1]

    def records(self, connection: Connection) -> Iterator[Record]:
        """Every record, by id."""
        for some in self.documents(connection):
            asked = select(DOCUMENTS.c.record).where(self.among(DOCUMENTS.c.id, some))
            streamed = asked.order_by(DOCUMENTS.c.id).execution_options(yield_per=_RECORDS_AT_ONCE)
            for content in connection.scalars(streamed):
                yield unpack(content)

    def holds(self) -> ColumnElement[bool]:
        """Whether a row of `documents` is one of them."""
        return true() if self.ids is DOCUMENTS.c.id else DOCUMENTS.c.id.in_(select(self.ids))

    def among(self, column: Column[str], some: Sequence[str]) -> ColumnElement[bool]:
        """Whether a column names one of `some`, as `documents` gave them: of everything they lie together."""
        return column.between(some[0], some[-1]) if self.ids is DOCUMENTS.c.id else column.in_(some)

    def rows_of(self, table: Table) -> ColumnElement[bool]:
        """Whether a row of one of the documents leaves: amounts and addressees go with their decision."""
        if table is self.narrowed:
            return exists().where(
                _FOUND.c.document == table.c.document, _FOUND.c.position == table.c.position
            )
        if self.narrowed is DECISIONS and table in {AMOUNTS, ADDRESSEES}:
            same = and_(_FOUND.c.document == DECISIONS.c.document, _FOUND.c.position == DECISIONS.c.position)
            found_decisions = select(DECISIONS.c.id).join(_FOUND, same)
            return found_decisions.where(
                DECISIONS.c.document == table.c.document, DECISIONS.c.decision == table.c.decision
            ).exists()
        return true()


EVERYTHING = Extent()


def of_ids(connection: Connection, ids: Iterable[str]) -> Extent:
    """The documents with these ids, whole."""
    _make_room(connection)
    rows = [{"id": one} for one in sorted(set(ids))]
    if rows:
        connection.execute(insert(_CHOSEN), rows)
    return Extent(_CHOSEN.c.id)


def of_query(connection: Connection, text: str, *, whole: bool = False) -> Extent:
    """The documents in which something answers the query; QueryError where it can't be understood.

    Of what the query lists, items or decisions, only those that answer are told, unless all is to be `whole`.
    """
    parsed = parse(text)
    numbers = iter(found(Sets(connection, Memory()), parsed).every)
    _make_room(connection)
    while some := [{"number": number} for number in islice(numbers, _NUMBERS_AT_ONCE)]:
        connection.execute(insert(_NUMBERS), some)
    entries = select(ENTRIES).join(_NUMBERS, _NUMBERS.c.number == ENTRIES.c.number).subquery()
    connection.execute(insert(_CHOSEN).from_select(["id"], select(entries.c.document).distinct()))
    kind, table = (None, None) if whole else _LISTED.get(parsed.listed, (None, None))
    of_kind = false() if kind is None else entries.c.kind == kind
    listed = select(entries.c.document, entries.c.position).where(of_kind)
    connection.execute(insert(_FOUND).from_select(["document", "position"], listed))
    return Extent(_CHOSEN.c.id, table)


def _make_room(connection: Connection) -> None:
    """Make the temporary tables, empty."""
    _PASSING.drop_all(connection)
    _PASSING.create_all(connection)
