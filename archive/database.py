"""The database of an archive: opened, written to by one at a time, and brought to the present shape."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import Connection, Engine, ExceptionContext, event, inspect

from archive import deadline
from archive.dialect.kind import Kind
from archive.dialect.known import kind_of
from archive.places import Place
from models.errors import ArchiveError, ArchiveMissing, ArchiveNewer

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
"""The steps in archive/migrations, in order; a test keeps them equal."""


def fold(text: str | None) -> str | None:
    """Text as it is compared: without case, and with å ä ö as one character each."""
    return None if text is None else unicodedata.normalize("NFC", text).casefold()


def connect(place: Place) -> Engine:
    """An engine for the database of an archive; what it says against its use is told as ArchiveError."""
    engine = kind_of(place.url.get_backend_name()).engine(place.url, place.schema)
    event.listen(engine, "handle_error", _tell)
    return engine


def server(place: Place) -> str:
    """What keeps the tables there, with its version, asked just now."""
    engine = connect(place)
    try:
        with engine.connect() as connection:
            version = connection.dialect.server_version_info or ()
            return f"{connection.dialect.name} {'.'.join(map(str, version))}"
    finally:
        engine.dispose()


def writing(engine: Engine) -> AbstractContextManager[Connection]:
    """A transaction that writes: it waits for others that write, and sees all that they wrote."""
    return engine.execution_options(**_kind(engine).writing).begin()


def held(engine: Engine, place: Place) -> AbstractContextManager[None]:
    """Keep runs on other machines from the same tables; ArchiveBusy where one goes on."""
    return _kind(engine).hold(engine, place.schema)


def _kind(engine: Engine) -> Kind:
    return kind_of(engine.dialect.name)


def _tell(context: ExceptionContext) -> None:
    """Tell what the database says against its use; all else is a fault of the program."""
    error, engine = context.original_exception, context.engine
    if engine is None:
        return
    kind = _kind(engine)
    deadline.tell(error, kind)
    if sentence := kind.fault(error, engine.url):
        raise ArchiveError(sentence) from error


def is_current(engine: Engine, place: Place) -> bool:
    """Whether the database of an archive that was begun has its present shape.

    A shape that this version doesn't know is refused, and so is a server without the archive's schema.
    """
    with engine.connect() as connection:
        revision = _revision(connection)
    if revision is None and place.schema:
        message = f"The database has no schema {place.schema} with this archive's tables: restore its backup."
        raise ArchiveMissing(message)
    if revision not in {None, *REVISIONS}:
        message = "The archive was made by a newer version of justerat: install that version or a later one."
        raise ArchiveNewer(message)
    return revision == REVISIONS[-1]


def _revision(connection: Connection) -> str | None:
    """The last step that the database has taken; None for a new one."""
    made = inspect(connection).has_table("alembic_version")
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if made else None


def upgrade(engine: Engine, place: Place, fill: Callable[[Connection, str], None] | None = None) -> None:
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
        _kind(engine).make(connection, place.schema)
        before = _revision(connection)
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, "head")
        if fill and before:
            fill(connection, before)
