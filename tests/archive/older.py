"""Archives as older versions of the program made them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config

from archive import database


def as_of(revision: str, folder: Path, older: Path) -> Path:
    """A folder with the database of a version whose last step was this one, holding what `folder` holds."""
    older.mkdir()
    path = older / "archive.sqlite"
    _make(path, revision)
    with sqlite3.connect(path) as connection:
        connection.execute("ATTACH ? AS newer", (str(folder / "archive.sqlite"),))
        newer = _tables(connection, "newer")
        for table in sorted(_tables(connection, "main") & newer - {"alembic_version"}):
            both = _columns(connection, "main", table) & _columns(connection, "newer", table)
            names = ", ".join(f'"{name}"' for name in sorted(both))
            connection.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM newer.{table}")  # noqa: S608  names of tables
    connection.close()
    return older


def _make(path: Path, revision: str) -> None:
    configuration = Config()
    configuration.set_main_option("script_location", "archive:migrations")
    configuration.set_main_option("path_separator", "os")
    engine = database.connect(path)
    with engine.begin() as connection:
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, revision)
    engine.dispose()


def _tables(connection: sqlite3.Connection, schema: str) -> set[str]:
    asked = f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table' AND name NOT LIKE '%_text%'"  # noqa: S608
    return {name for (name,) in connection.execute(asked)}


def _columns(connection: sqlite3.Connection, schema: str, table: str) -> set[str]:
    return {row[1] for row in connection.execute(f"PRAGMA {schema}.table_info({table})")}
