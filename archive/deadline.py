"""How long the database may work for one who asks."""

from __future__ import annotations

import sqlite3
import time
from typing import cast

from sqlalchemy import Connection, Engine, event

from models.errors import QueryTimeout

_STEPS = 10_000
"""Of SQLite's virtual machine between two looks at the clock: less than a millisecond."""
_CANCELED = "57014"
"""PostgreSQL's code for a statement that took too long."""


def limit(engine: Engine, seconds: float) -> None:
    """Have whatever takes longer than that in one transaction ended with QueryTimeout."""

    def begin(connection: Connection) -> None:
        if connection.dialect.name == "sqlite":
            opened = cast("sqlite3.Connection", connection.connection.dbapi_connection)
            until = time.monotonic() + seconds
            opened.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
        else:
            connection.exec_driver_sql(f"SET LOCAL statement_timeout = {round(seconds * 1000)}")

    event.listen(engine, "begin", begin)


def tell(error: BaseException) -> None:
    """Raise QueryTimeout where that is what the database's error means."""
    late = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT
    if late or getattr(error, "sqlstate", None) == _CANCELED:
        message = "The question takes too long to answer: ask for less, with more words or a shorter time."
        raise QueryTimeout(message) from error
