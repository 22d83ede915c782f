"""PostgreSQL: a schema of its own for each archive, in a database that several may share."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.schema import CreateSchema

from archive.dialect.kind import Kind
from models.errors import ArchiveBusy, ArchiveError

_WRITES = "writes"
_BUSY = "30s"
"""How long one process waits for another that is just writing."""
_SETTLE_SECONDS = 1
"""How long the server may take to see that a run was killed."""
_CONNECT_SECONDS = 10
_CANCELED = "57014"
"""PostgreSQL's code for a statement that took too long."""
_FAULTS = (
    ("password authentication failed", "the server refuses the password"),
    ("no password supplied", "the server asks for a password, and none was given"),
    ("does not exist", "the server has no such database or user"),
    ("could not translate host name", "no machine has that name"),
    ("connection refused", "no server answers there"),
    ("no such file or directory", "no server answers there"),
    ("timeout expired", "no server answers there"),
    ("closed the connection", "the server ended the connection"),
    ("terminating connection", "the server ended the connection"),
    ("permission denied", "the user may not do that there"),
)
"""What PostgreSQL says, in lower case, and what it comes to; else its own words are told."""


def _engine(url: URL, schema: str | None) -> Engine:
    """An engine whose connections see that schema alone."""
    given = url.query.get("options", ())
    options = [given] if isinstance(given, str) else [*given]
    options += [f"-csearch_path={schema}"] if schema else []
    arguments = {
        "options": " ".join([*options, f"-clock_timeout={_BUSY}"]),
        "connect_timeout": _CONNECT_SECONDS,
        "keepalives_idle": 60,
    }
    try:
        engine = create_engine(
            url.difference_update_query(["options"]),
            connect_args=arguments,
            isolation_level="REPEATABLE READ",
            pool_pre_ping=True,
        )
    except ModuleNotFoundError as error:
        message = "An archive in PostgreSQL needs psycopg: install it with pip install 'justerat[postgres]'."
        raise ArchiveError(message) from error
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Who is going to write waits for its turn, before it reads what another is about to change."""
    if connection.get_execution_options().get(_WRITES):
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtextextended(current_schema(), 1))")


def _make(connection: Connection, schema: str | None) -> None:
    if schema:
        connection.execute(CreateSchema(schema, if_not_exists=True))


@contextmanager
def _hold(engine: Engine, schema: str | None) -> Generator[None]:
    """Hold a lock that the server takes back when the connection that has it ends, however that ends."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        # Not given back to the pool but closed, and the lock with it.
        connection.detach()
        lock = text("SELECT pg_try_advisory_lock(hashtextextended(:schema, 0))").bindparams(schema=schema)
        patience = time.monotonic() + _SETTLE_SECONDS
        while not connection.scalar(lock):
            if time.monotonic() > patience:
                message = "Another machine writes to this archive: wait until it is done."
                raise ArchiveBusy(message)
            time.sleep(0.02)
        yield


def _fault(error: BaseException, url: URL) -> str | None:
    import psycopg

    if not isinstance(error, psycopg.OperationalError | psycopg.errors.InsufficientPrivilege):
        return None
    said = " ".join(str(error).split())
    known = next((told for words, told in _FAULTS if words in said.casefold()), said)
    where = url.set(query={}).render_as_string(hide_password=True)
    return f"The archive's database at {where} can't be used ({known}): mend that, or JUSTERAT_DATABASE."


def _limit(connection: Connection, seconds: float) -> None:
    connection.exec_driver_sql(f"SET LOCAL statement_timeout = {round(seconds * 1000)}")


def _late(error: BaseException) -> bool:
    return getattr(error, "sqlstate", None) == _CANCELED


POSTGRESQL = Kind(
    engine=_engine,
    writing={_WRITES: True, "isolation_level": "READ COMMITTED"},
    make=_make,
    hold=_hold,
    fault=_fault,
    limit=_limit,
    late=_late,
    insert=insert,
)
