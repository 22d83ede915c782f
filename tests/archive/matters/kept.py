"""Records put into an archive, and the matter that they come to."""

from __future__ import annotations

from archive.folder import Archive
from archive.matters.find import Matters, single
from models.record import Record
from models.way import Way
from tests.archive.matters.records import number, outcome_of


def put(archive: Archive, *records: Record) -> None:
    archive.put_all(list(outcome_of(*records)))


def way_of(archive: Archive, dnr: str, municipality: str | None = None) -> Way:
    with archive.connection() as connection:
        return single(Matters(connection).numbered([number(dnr)], municipality))
