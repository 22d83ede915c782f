"""The kinds of databases that there are, and statements that each writes in a way of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table

from archive.dialect.kind import Kind


def kind_of(name: str) -> Kind:
    """The kind by SQLAlchemy's name; PostgreSQL's takes a while to load, and most archives do without."""
    if name == "postgresql":
        from archive.dialect.postgresql import POSTGRESQL

        return POSTGRESQL
    from archive.dialect.sqlite import SQLITE

    return SQLITE


def insert_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Put in the rows whose keys are not there yet."""
    if rows:
        statement = kind_of(connection.dialect.name).insert(table).on_conflict_do_nothing()
        connection.execute(statement, rows)


def insert_or_change(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, object]], names: Iterable[str]
) -> None:
    """Put in the rows; of one whose key is there already, change the columns with these names."""
    if rows:
        statement = kind_of(connection.dialect.name).insert(table)
        fresh = {name: statement.excluded[name] for name in names}
        key = list(table.primary_key.columns)
        connection.execute(statement.on_conflict_do_update(index_elements=key, set_=fresh), rows)
