"""Notes that the files of records may not agree with the database yet."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from archive.dialect.known import insert_missing
from archive.tables import UNWRITTEN


def note(connection: Connection, record_ids: Iterable[str]) -> None:
    """Note records whose files are to be written, or removed; a note that is there stays."""
    insert_missing(connection, UNWRITTEN, [{"document": record_id} for record_id in record_ids])
