"""Archives as older versions of the program made them."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, MetaData, insert, select

from archive import database, places
from archive.dialect.known import kind_of
from archive.places import Place


def as_of(revision: str, folder: Path, older: Path) -> Path:
    """A folder with the database of a version whose last step was this one, holding what `folder` holds."""
    older.mkdir()
    place, newer = places.new(older), places.begun(folder)
    assert newer is not None
    with _engine(place) as engine, engine.begin() as to:
        kind_of(to.dialect.name).make(to, place.schema)
        _take_steps(to, revision)
        with _engine(newer) as other, other.connect() as of:
            _copy(of, to)
    places.keep(place)
    return older


@contextmanager
def _engine(place: Place) -> Generator[Engine]:
    engine = database.connect(place)
    try:
        yield engine
    finally:
        engine.dispose()


def _take_steps(connection: Connection, revision: str) -> None:
    configuration = Config()
    configuration.set_main_option("script_location", "archive:migrations")
    configuration.set_main_option("path_separator", "os")
    configuration.attributes["connection"] = connection
    command.upgrade(configuration, revision)


def _copy(of: Connection, to: Connection) -> None:
    """Copy the columns that both have of the tables that both have."""
    newer, older = _tables(of), _tables(to)
    for table in older.sorted_tables:
        other = newer.tables.get(table.name)
        if other is not None and table.name != "alembic_version":
            both = [column.name for column in table.c if column.name in other.c]
            rows = [dict(row) for row in of.execute(select(*(other.c[name] for name in both))).mappings()]
            if rows:
                to.execute(insert(table), rows)


def _tables(connection: Connection) -> MetaData:
    """The tables as they are there, without those that SQLite's full text consists of."""
    found = MetaData()
    found.reflect(connection, only=lambda name, _: "_text" not in name)
    return found
