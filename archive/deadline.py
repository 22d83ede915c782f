"""How long the database may work for one who asks."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, event

from archive.dialect.kind import Kind
from archive.dialect.known import kind_of
from models.errors import QueryTimeout


def limit(engine: Engine, seconds: float) -> None:
    """Have whatever takes longer than that in one transaction ended with QueryTimeout."""

    def begin(connection: Connection) -> None:
        kind_of(connection.dialect.name).limit(connection, seconds)

    event.listen(engine, "begin", begin)


def tell(error: BaseException, kind: Kind) -> None:
    """Raise QueryTimeout where that is what the database's error means."""
    if kind.late(error):
        message = "The question takes too long to answer: ask for less, with more words or a shorter time."
        raise QueryTimeout(message) from error
