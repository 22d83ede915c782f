"""The archive's tables as they leave it: flat, joined by stable ids, read a few documents at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Connection, MetaData, Select, Table, select

from archive.dialect.types import Text
from archive.export.extent import EVERYTHING, Extent
from archive.masking.mask import Mask
from archive.masking.record import hidden_amounts, mask_of
from archive.rows import unpack
from archive.tables import (
    ADDRESSEES,
    AMOUNTS,
    DATES,
    DECISIONS,
    DNR,
    DOCUMENTS,
    FINDINGS,
    ITEMS,
    PAGES,
    PARAGRAPHS,
    PEOPLE,
    SOURCES,
)

TABLES = (DOCUMENTS, ITEMS, DECISIONS, AMOUNTS, ADDRESSEES, PEOPLE, DNR, DATES, PARAGRAPHS)
"""What is written as flat tables; pages and findings come with them where text is wanted."""
WITH_TEXT = (*TABLES, FINDINGS, PAGES)
_DIGEST = re.compile("[0-9a-f]{64}")
_LEFT_OUT = frozenset({"record", "original", "source"})
_FLAT = MetaData()

Values = Sequence[object]


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of a table, in the order of its flat columns; they lie document by document."""

    table: Table
    rows: Sequence[Values]


def flat(table: Table) -> Table:
    """The table as it leaves: documents have path and SHA-256 of their file in place of the packed record."""
    return _MADE[table.name]


def batches(
    connection: Connection,
    tables: Sequence[Table] = TABLES,
    extent: Extent = EVERYTHING,
    *,
    public: bool = False,
) -> Iterator[Batch]:
    """All rows of the tables, a few documents at a time, by id; `public` hides personal numbers.

    Within one connection the archive is seen as it was when reading began.
    """
    for ids in extent.documents(connection):
        masks = _masks(connection, extent, ids) if public else None
        for table in tables:
            rows: Sequence[Values] = connection.execute(_query(table, extent, ids)).all()
            if rows:
                yield Batch(table, rows if masks is None else _masked(table, rows, masks))


def _query(table: Table, extent: Extent, ids: Sequence[str]) -> Select[*tuple[object, ...]]:
    if table is DOCUMENTS:
        own = [DOCUMENTS.c[column.name] for column in flat(table).c if column.name in DOCUMENTS.c]
        joined = select(*own, SOURCES.c.path, SOURCES.c.sha256)
        joined = joined.join(SOURCES, DOCUMENTS.c.source == SOURCES.c.sha256)
        return joined.where(extent.among(DOCUMENTS.c.id, ids)).order_by(DOCUMENTS.c.id)
    asked = select(table).where(extent.among(table.c.document, ids), extent.rows_of(table))
    return asked.order_by(table.c.document, table.c.number if table is PAGES else table.c.position)


@dataclass(frozen=True, slots=True)
class _Hiding:
    """What is not to be shown of a document: numbers in its texts, and amounts by their position."""

    mask: Mask
    amounts: frozenset[int]


def _masks(connection: Connection, extent: Extent, ids: Sequence[str]) -> dict[str, _Hiding]:
    made: dict[str, _Hiding] = {}
    packed = select(DOCUMENTS.c.id, DOCUMENTS.c.record).where(extent.among(DOCUMENTS.c.id, ids))
    for row in connection.execute(packed.execution_options(yield_per=20)):
        record = unpack(row.record)
        made[row.id] = _Hiding(mask_of(record), hidden_amounts(record))
    return made


def _masked(table: Table, rows: Sequence[Values], masks: Mapping[str, _Hiding]) -> Sequence[Values]:
    names = [column.name for column in flat(table).c]
    key = names.index("id" if table is DOCUMENTS else "document")
    position = names.index("position") if table is AMOUNTS else None
    shown: list[Values] = []
    for row in rows:
        document = str(row[key])
        hiding = masks[document]
        if position is None or row[position] not in hiding.amounts:
            shown.append([_hidden(value, document, hiding.mask) for value in row])
    return shown


def _hidden(value: object, document: str, mask: Mask) -> object:
    """The value without personal numbers; an id is made up by the program, and its digits say nothing."""
    made_up = isinstance(value, str) and (value.startswith(document) or _DIGEST.fullmatch(value))
    return mask(value) if isinstance(value, str) and not made_up else value


def _flat_documents() -> Table:
    own = [
        Column(one.name, one.type, primary_key=one.primary_key, nullable=one.nullable, index=one.index)
        for one in DOCUMENTS.c
        if one.name not in _LEFT_OUT
    ]
    paths = (Column("path", Text, nullable=False), Column("sha256", Text, nullable=False))
    return Table("documents", _FLAT, *own, *paths)


_MADE = {
    table.name: _flat_documents() if table is DOCUMENTS else table.to_metadata(_FLAT) for table in WITH_TEXT
}
