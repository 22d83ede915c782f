"""Pages as they were read, kept so that a run that was broken off reads nothing twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import ColumnElement, Engine, select

from archive.database import writing
from archive.dialect.known import insert_or_change
from archive.tables import READ_PAGES

_AT_ONCE = 50
"""Pages that are held in memory while all are gone through."""


class ReadPages:
    """The pages of files by SHA-256, as one version read them with one choice of reading settings."""

    def __init__(self, engine: Engine, reading: str, version: str) -> None:
        self._engine = engine
        self._reading = reading
        self._version = version

    def put(self, sha256: str, pages: Mapping[int, bytes]) -> None:
        """Keep packed pages by their numbers, all or none."""
        key = {"sha256": sha256, "reading": self._reading, "version": self._version}
        rows = [key | {"page": number, "content": content} for number, content in pages.items()]
        if rows:
            with writing(self._engine) as connection:
                insert_or_change(connection, READ_PAGES, rows, ("content",))

    def numbers(self, sha256: str) -> frozenset[int]:
        """Which pages of the file are kept."""
        with self._engine.connect() as connection:
            return frozenset(connection.scalars(select(READ_PAGES.c.page).where(self._of(sha256))))

    def packed(self, sha256: str) -> Iterator[tuple[int, bytes]]:
        """The kept pages of the file, each with its number, in order and packed as they are."""
        pages = select(READ_PAGES.c.page, READ_PAGES.c.content).where(self._of(sha256))
        streamed = pages.order_by(READ_PAGES.c.page).execution_options(yield_per=_AT_ONCE)
        with self._engine.connect() as connection, connection.execute(streamed) as rows:
            for row in rows:
                yield row.page, row.content

    def _of(self, sha256: str) -> ColumnElement[bool]:
        same = (READ_PAGES.c.sha256 == sha256) & (READ_PAGES.c.reading == self._reading)
        return same & (READ_PAGES.c.version == self._version)
