"""Notes that the files of records may not agree with the database yet."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Text, exists, insert, literal, select

from archive.tables import UNWRITTEN


def note(connection: Connection, record_ids: Iterable[str]) -> None:
    """Note records whose files are to be written, or removed; a note that is there stays."""
    for record_id in record_ids:
        there = exists().where(UNWRITTEN.c.document == record_id)
        row = select(literal(record_id, Text())).where(~there)
        connection.execute(insert(UNWRITTEN).from_select(["document"], row))
