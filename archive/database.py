"""The database of an archive: opened, and brought to the present shape."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, ExceptionContext, create_engine, event, inspect
from sqlalchemy.pool import ConnectionPoolEntry

from archive import deadline
from models.errors import ArchiveError, ArchiveNewer

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
"""The steps in archive/migrations, in order; a test keeps them equal."""
BUSY_SECONDS = 30
"""How long one process waits for another that is just writing."""


def fold(text: str | None) -> str | None:
    """Text as it is compared: without case, and with å ä ö as one character each."""
    return None if text is None else unicodedata.normalize("NFC", text).casefold()


def connect(path: Path) -> Engine:
    """An engine for the SQLite file, which is made where there is none."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": BUSY_SECONDS},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _tell)
    return engine


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    """Readers go on while a run writes (WAL); what is committed survives a loss of power (FULL)."""
    connection.isolation_level = None
    connection.create_function("fold", 1, fold, deterministic=True)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def writing(engine: Engine) -> AbstractContextManager[Connection]:
    """A transaction that writes: it waits for others that write, and sees all that they wrote."""
    return engine.execution_options(writes=True).begin()


def _begin(connection: Connection) -> None:
    """Begin for real: the driver would leave reading and changes of tables outside the transaction.

    One that writes waits for its turn now, before it has read what another is about to change.
    """
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _tell(context: ExceptionContext) -> None:
    """Tell what the database says of its file as ArchiveError; all else is a fault of the program."""
    error = context.original_exception
    deadline.tell(error)
    if isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError:
        message = f"The archive's database can't be used ({error}): mend that, or put archive.sqlite back."
        raise ArchiveError(message) from error


def is_current(engine: Engine) -> bool:
    """Whether the database has its present shape; a shape that this version doesn't know is refused."""
    with engine.connect() as connection:
        revision = _revision(connection)
    if revision not in {None, *REVISIONS}:
        message = "The archive was made by a newer version of justerat: install that version or a later one."
        raise ArchiveNewer(message)
    return revision == REVISIONS[-1]


def _revision(connection: Connection) -> str | None:
    """The last step that the database has taken; None for a new one."""
    made = inspect(connection).has_table("alembic_version")
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if made else None


def upgrade(engine: Engine, fill: Callable[[Connection, str], None] | None = None) -> None:
    """Take the steps that the database lacks, all of them in one transaction with the note that they were.

    `fill` brings rows that are made from others up to date, in the same transaction; it is told the last step
    that had been taken before, and not asked of a new database.
    """
    # Alembic takes longer to load than most commands to run, and is needed once in an archive's life.
    from alembic import command
    from alembic.config import Config

    configuration = Config()
    configuration.set_main_option("script_location", "archive:migrations")
    configuration.set_main_option("path_separator", "os")
    with writing(engine) as connection:
        before = _revision(connection)
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, "head")
        if fill and before:
            fill(connection, before)
