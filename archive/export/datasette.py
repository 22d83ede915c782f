"""The archive as a database for Datasette: flat tables, full text, and what the columns hold."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from sqlalchemy import Connection, create_engine, insert

from archive.export import columns
from archive.export.beside import beside
from archive.export.extent import EVERYTHING, Extent
from archive.export.flat import WITH_TEXT, Batch, batches, flat

DATABASE = "archive.db"
METADATA = "metadata.json"
_FULL_TEXT = {"pages": "text", "decisions": "text"}
"""Tables with a full-text table beside them, as Datasette finds it: `content` names the table."""
_FACETS = {
    "documents": ("kind", "body", "municipality", "status"),
    "decisions": ("outcome", "status", "body"),
    "people": ("party",),
    "addressees": ("role", "kind"),
    "dates": ("role",),
    "findings": ("code", "severity"),
}
_LABELS = {"documents": "title", "items": "heading", "people": "name", "dnr": "value", "addressees": "name"}

Json = str | list[str] | dict[str, "Json"]


def write_datasette(
    connection: Connection, folder: Path, extent: Extent = EVERYTHING, *, public: bool = False
) -> list[tuple[Path, int]]:
    """Write the database and its description to a folder, whole or not at all; with its number of rows.

    `public` hides the personal numbers in it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path, about = folder / DATABASE, folder / METADATA
    with beside(path) as part, beside(about) as told:
        part.unlink(missing_ok=True)
        rows = _fill(connection, part, extent, public=public)
        told.write_text(json.dumps(_metadata(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return [(path, rows)]


def _fill(connection: Connection, path: Path, extent: Extent, *, public: bool) -> int:
    engine = create_engine(f"sqlite:///{path}", isolation_level="AUTOCOMMIT")
    counts = Counter[str]()
    try:
        with engine.connect() as written:
            # What is half written is thrown away, so that no journal is needed.
            for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF"):
                written.exec_driver_sql(f"PRAGMA {pragma}")
            for table in WITH_TEXT:
                flat(table).create(written)
            written.exec_driver_sql("BEGIN")
            for batch in batches(connection, WITH_TEXT, extent, public=public):
                _insert(written, batch)
                counts[batch.table.name] += len(batch.rows)
            for name, column in _FULL_TEXT.items():
                _index(written, name, column)
            written.exec_driver_sql("COMMIT")
            written.exec_driver_sql("ANALYZE")
    finally:
        engine.dispose()
    return counts.total()


def _insert(connection: Connection, batch: Batch) -> None:
    statement = insert(flat(batch.table)).compile(connection)
    connection.exec_driver_sql(str(statement), [tuple(row) for row in batch.rows])


def _index(connection: Connection, table: str, column: str) -> None:
    name = f"{table}_fts"
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE {name} USING fts5({column}, content='{table}',"
        " tokenize='unicode61 remove_diacritics 0')"
    )
    rebuild = f"INSERT INTO {name}({name}) VALUES ('rebuild')"  # noqa: S608  a name of our own
    connection.exec_driver_sql(rebuild)


def _metadata() -> Json:
    """Datasette 0.65's metadata: titles, what columns hold, units, facets and labels."""
    return {
        "title": "Council documents",
        "description": "Read and repaired by justerat; ids join the tables.",
        "databases": {
            Path(DATABASE).stem: {"tables": {table.name: _told(table.name) for table in WITH_TEXT}}
        },
    }


def _told(name: str) -> Json:
    title, description = columns.TABLES[name]
    table = next(flat(one) for one in WITH_TEXT if one.name == name)
    about = {column.name: columns.told(name, column.name) for column in table.c}
    told: dict[str, Json] = {
        "title": title,
        "description": description,
        "columns": {column: one.description for column, one in about.items()},
        "units": {column: one.unit for column, one in about.items() if one.unit},
        "facets": list(_FACETS.get(name, ())),
    }
    if name in _LABELS:
        told["label_column"] = _LABELS[name]
    if name in _FULL_TEXT:
        told["fts_table"] = f"{name}_fts"
    return told
