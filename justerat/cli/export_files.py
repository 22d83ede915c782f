"""Records and tables for other programs: lines to standard output or a file, tables to a folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import Connection

from archive.export.catalogue import Publication
from archive.export.extent import Extent
from archive.export.names import Names
from archive.masking.record import masked
from justerat.cli.output import write_text
from models.errors import SettingsError
from models.record import Record

Files = list[tuple[Path, int]]
"""Files that were written, each with its number of rows."""
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_MAIL = re.compile(r"[^\s<>\"@]+@[^\s<>\"@]+")
_Lines = Callable[[Iterable[Record]], Iterator[str]]


def publication(publisher: str | None, licence: str | None, contact: str | None) -> Publication | None:
    """Who publishes, where all of it was given; SettingsError for what can't be."""
    if publisher is None or licence is None or contact is None:
        return None
    if not _URL.fullmatch(licence):
        raise SettingsError(
            "--licence must be its address: https://creativecommons.org/publicdomain/zero/1.0/."
        )
    if not _MAIL.fullmatch(contact):
        raise SettingsError("--contact must be an e-mail address.")
    return Publication(publisher, licence, contact)


@dataclass(frozen=True, slots=True)
class FileExport:
    """An export of so much of an archive, over a connection to it."""

    connection: Connection
    form: str
    extent: Extent
    url: str | None = None
    by: Publication | None = None
    public: bool = field(default=False, kw_only=True)

    @property
    def names(self) -> Names:
        """How ids are made; SettingsError for an address that none can be made of."""
        if self.url is not None and not _URL.fullmatch(self.url):
            raise SettingsError("--url must be an address on the web: https://arkiv.example.se.")
        return Names(self.url)

    def to_standard_output(self) -> None:
        """Write the lines of a form that has lines; SettingsError for all other."""
        lines = self._lines()
        if lines is None:
            message = f"It needs a place to go to: give one, as in justerat export {self.form} --to ut."
            raise SettingsError(message)
        for line in lines(self._records()):
            write_text(line)

    def to_files(self, to: Path) -> Files:
        """Write a file of lines, or a folder of tables."""
        lines = self._lines()
        if lines:
            from archive.export.jsonl import write_lines

            return [(to, write_lines(lines(self._records()), to))]
        match self.form:
            case "dcat":
                return self._catalogue(to)
            case "erms":
                return self._package(to)
            case _:
                return self._tables(to)

    def _lines(self) -> _Lines | None:
        match self.form:
            case "jsonl":
                from archive.export.jsonl import lines

                return lines
            case "annotations":
                from archive.export.annotations import annotation_lines

                return lambda records: annotation_lines(records, self.names)
            case "jsonld":
                from archive.export.linked import linked_lines

                return lambda records: linked_lines(records, self.names)
            case _:
                return None

    def _catalogue(self, to: Path) -> Files:
        from archive.export.catalogue import write_catalogue

        if self.by is None or self.url is None:
            raise SettingsError("It needs to know more: give --url, --publisher, --licence and --contact.")
        count = write_catalogue(self.connection, to, self.names, self.by, self.extent, public=self.public)
        return [(to, count)]

    def _package(self, to: Path) -> Files:
        from archive.export.earchive.package import write_package

        to.mkdir(parents=True, exist_ok=True)
        return [write_package(self.connection, to, version("justerat"), self.extent, public=self.public)]

    def _tables(self, to: Path) -> Files:
        match self.form:
            case "parquet":
                from archive.export.parquet import write_parquet

                return write_parquet(self.connection, to, self.extent, public=self.public)
            case "sqlite":
                from archive.export.datasette import write_datasette

                return write_datasette(self.connection, to, self.extent, public=self.public)
            case _:
                from archive.export.package import write_package
                from archive.export.tables import write_tables

                written = write_tables(self.connection, to, self.extent, public=self.public)
                write_package(to, {path.stem: rows for path, rows in written})
                return written

    def _records(self) -> Iterator[Record]:
        records = self.extent.records(self.connection)
        return map(masked, records) if self.public else records
