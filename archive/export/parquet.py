"""The archive's tables as Parquet files, written in row groups as they are read."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import pyarrow as pa
from pyarrow.parquet import ParquetWriter
from sqlalchemy import Column, Connection, Table

from archive.export import columns
from archive.export.beside import beside
from archive.export.extent import EVERYTHING, Extent
from archive.export.flat import TABLES, Values, batches, flat

ROWS_A_GROUP = 20_000
"""Rows that are held until they are written: the most memory that a table takes, but for a few documents."""

_TYPES = {bool: pa.bool_, int: pa.int64, float: pa.float64, str: pa.string}


def write_parquet(
    connection: Connection, folder: Path, extent: Extent = EVERYTHING, *, public: bool = False
) -> list[tuple[Path, int]]:
    """Write a file for each table, all of them or none; each file with its number of rows.

    `public` hides the personal numbers in them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as files:
        writers = {table.name: _Writer(table, folder / f"{table.name}.parquet", files) for table in TABLES}
        for batch in batches(connection, TABLES, extent, public=public):
            writers[batch.table.name].take(batch.rows)
        for writer in writers.values():
            writer.flush()
    return [(writer.path, writer.count) for writer in writers.values()]


class _Writer:
    """One table's file; rows are kept as Arrow's columns until they fill a group."""

    def __init__(self, table: Table, path: Path, files: ExitStack) -> None:
        self.path = path
        self.count = 0
        self._schema = _schema(flat(table))
        self._waiting: list[pa.RecordBatch] = []
        self._waits = 0
        part = files.enter_context(beside(path))
        self._file = files.enter_context(ParquetWriter(part, self._schema, compression="zstd"))

    def take(self, rows: Sequence[Values]) -> None:
        """Add rows."""
        columns_of_rows = zip(*rows, strict=True)
        arrays = [pa.array(one, field.type) for one, field in zip(columns_of_rows, self._schema, strict=True)]
        self._waiting.append(pa.RecordBatch.from_arrays(arrays, schema=self._schema))
        self._waits += len(rows)
        self.count += len(rows)
        if self._waits >= ROWS_A_GROUP:
            self.flush()

    def flush(self) -> None:
        """Write the rows that wait as a group."""
        if self._waiting:
            self._file.write_table(pa.Table.from_batches(self._waiting), row_group_size=self._waits)
        self._waiting, self._waits = [], 0


def _schema(table: Table) -> pa.Schema:
    return pa.schema([_field(table, column) for column in table.c])


def _field(table: Table, column: Column[object]) -> pa.Field:
    told = columns.told(table.name, column.name)
    about = {"description": told.description} | ({"unit": told.unit} if told.unit else {})
    return pa.field(
        column.name, _TYPES[column.type.python_type](), nullable=bool(column.nullable), metadata=about
    )
