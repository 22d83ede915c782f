"""SQLite: one file in the archive's folder."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import cast

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.pool import ConnectionPoolEntry

from archive.dialect.kind import Kind

BUSY_SECONDS = 30
"""How long one process waits for another that is just writing."""
_STEPS = 10_000
"""Of SQLite's virtual machine between two looks at the clock: less than a millisecond."""
_WRITES = "writes"


def _engine(url: URL, _schema: str | None) -> Engine:
    """An engine for the file, which is made where there is none."""
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    """Readers go on while a run writes (WAL); what is committed survives a loss of power (FULL)."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Begin for real: the driver would leave reading and changes of tables outside the transaction.

    One that writes waits for its turn now, before it has read what another is about to change.
    """
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _make(_connection: Connection, _schema: str | None) -> None:
    """The file is there as soon as it is opened."""


@contextmanager
def _hold(_engine: Engine, _schema: str | None) -> Generator[None]:
    """The lock of the folder holds the file in it too."""
    yield


def _fault(error: BaseException, _url: URL) -> str | None:
    if isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError:
        return f"The archive's database can't be used ({error}): mend that, or put archive.sqlite back."
    return None


def _limit(connection: Connection, seconds: float) -> None:
    opened = cast("sqlite3.Connection", connection.connection.dbapi_connection)
    until = time.monotonic() + seconds
    opened.set_progress_handler(lambda: time.monotonic() > until, _STEPS)


def _late(error: BaseException) -> bool:
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT


SQLITE = Kind(
    engine=_engine,
    writing={_WRITES: True},
    make=_make,
    hold=_hold,
    fault=_fault,
    limit=_limit,
    late=_late,
    insert=insert,
)
