"""The archive's tables as CSV files that a spreadsheet opens: UTF-8 with its mark, parted by semicolons."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from sqlalchemy import Connection, Select, Table, select

from archive.masking.mask import Mask
from archive.masking.record import mask_of
from archive.rows import unpack
from archive.tables import (
    ADDRESSEES,
    AMOUNTS,
    DATES,
    DECISIONS,
    DNR,
    DOCUMENTS,
    ITEMS,
    PARAGRAPHS,
    PEOPLE,
    SOURCES,
)

TABLES = (DOCUMENTS, ITEMS, DECISIONS, AMOUNTS, ADDRESSEES, PEOPLE, DNR, DATES, PARAGRAPHS)
_DIGEST = re.compile("[0-9a-f]{64}")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula and carry out."""


def write_tables(connection: Connection, folder: Path, *, public: bool = False) -> Iterator[tuple[Path, int]]:
    """Write a file for each table, whole or not at all; each file with its number of rows.

    `public` hides the personal numbers in them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        path = folder / f"{table.name}.csv"
        beside = path.with_name(f".{path.name}.part")
        with beside.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            rows = connection.execute(_query(table))
            writer.writerow(rows.keys())
            shown = _masked(connection, table, rows) if public else rows
            count = 0
            for row in shown:
                writer.writerow([_cell(value) for value in row])
                count += 1
        beside.replace(path)
        yield path, count


def _query(table: Table) -> Select[*tuple[object, ...]]:
    if table is not DOCUMENTS:
        return select(table).order_by(table.c.document, table.c.position)
    columns = [column for column in DOCUMENTS.c if column.name not in {"record", "source"}]
    joined = select(*columns, SOURCES.c.path, SOURCES.c.sha256)
    return joined.join(SOURCES, DOCUMENTS.c.source == SOURCES.c.sha256).order_by(DOCUMENTS.c.id)


def _masked(
    connection: Connection, table: Table, rows: Iterable[Sequence[object]]
) -> Iterator[Sequence[object]]:
    """The rows, which lie document by document, with the personal numbers of each document hidden."""
    key = 0 if table is DOCUMENTS else 1
    for document, own in groupby(rows, key=lambda row: row[key]):
        content = connection.execute(select(DOCUMENTS.c.record).where(DOCUMENTS.c.id == document))
        mask = mask_of(unpack(content.scalar_one()))
        for row in own:
            yield [_hidden(value, document, mask) for value in row]


def _hidden(value: object, document: object, mask: Mask) -> object:
    """The value without personal numbers; an id is made up by the program, and its digits say nothing."""
    made_up = isinstance(value, str) and (value.startswith(str(document)) or _DIGEST.fullmatch(value))
    return mask(value) if isinstance(value, str) and not made_up else value


def _cell(value: object) -> object:
    """A value that is only ever shown: text that looks like a formula gets an apostrophe before it."""
    match value:
        case bool():
            return int(value)
        case str() if value.startswith(_FORMULA):
            return f"'{value}"
        case _:
            return value
