"""The archive's tables as CSV files that a spreadsheet opens: UTF-8 with its mark, parted by semicolons."""

from __future__ import annotations

import csv
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import Connection

from archive.export.beside import beside
from archive.export.extent import EVERYTHING, Extent
from archive.export.flat import TABLES, batches, flat

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet would take for a formula and carry out (OWASP, CSV Injection)."""


def write_tables(
    connection: Connection, folder: Path, extent: Extent = EVERYTHING, *, public: bool = False
) -> list[tuple[Path, int]]:
    """Write a file for each table, all of them or none; each file with its number of rows.

    `public` hides the personal numbers in them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = {table.name: folder / f"{table.name}.csv" for table in TABLES}
    counts = Counter[str]()
    with ExitStack() as files:
        parts = {name: files.enter_context(beside(path)) for name, path in paths.items()}
        opened = {
            name: files.enter_context(part.open("w", encoding="utf-8-sig", newline=""))
            for name, part in parts.items()
        }
        writers = {name: csv.writer(file, delimiter=";") for name, file in opened.items()}
        for table in TABLES:
            writers[table.name].writerow(flat(table).c.keys())
        for batch in batches(connection, TABLES, extent, public=public):
            writers[batch.table.name].writerows([_cell(value) for value in row] for row in batch.rows)
            counts[batch.table.name] += len(batch.rows)
    return [(path, counts[name]) for name, path in paths.items()]


def _cell(value: object) -> object:
    """A value that is only ever shown: text that looks like a formula gets an apostrophe before it."""
    match value:
        case bool():
            return int(value)
        case str() if value.startswith(_FORMULA):
            return f"'{value}"
        case _:
            return value
