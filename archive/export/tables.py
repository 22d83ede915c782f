"""The archive's tables as CSV files that a spreadsheet opens: UTF-8 with its mark, parted by semicolons."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Select, Table, select

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
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula and carry out."""


def write_tables(connection: Connection, folder: Path) -> Iterator[tuple[Path, int]]:
    """Write a file for each table, whole or not at all; each file with its number of rows."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        path = folder / f"{table.name}.csv"
        beside = path.with_name(f".{path.name}.part")
        with beside.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            rows = connection.execute(_query(table))
            writer.writerow(rows.keys())
            count = 0
            for row in rows:
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


def _cell(value: object) -> object:
    """A value that is only ever shown: text that looks like a formula gets an apostrophe before it."""
    match value:
        case bool():
            return int(value)
        case str() if value.startswith(_FORMULA):
            return f"'{value}"
        case _:
            return value
