"""What the archive keeps of one file: its records, its pages as read, and where the file itself lies."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from archive import rows
from archive.export.hiding import masked_page
from archive.export.laying import printed_pages
from archive.export.markup import Made
from archive.export.matching import Stretch, edits_of, stretches
from archive.export.printed import PrintedPage
from archive.masking.mask import Mask
from archive.masking.record import Span, mask_of
from archive.packing import unpack_page
from archive.tables import DOCUMENTS, JOBS, READ_PAGES, SOURCES
from models.errors import ExportError, InputMissing, SourceChanged
from models.page import Origin, Page
from models.record import Record
from models.source import unpacked_path
from models.text import PAGE_BREAK, Edit

_AT_ONCE = 50
"""Pages that are held in memory while all are gone through."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file's documents with the repairs that were made to its pages; `reading` is how those were read.

    `hidden` are the stretches of its text as read that are not to be shown; None where all may be.
    """

    sha256: str
    documents: tuple[Stretch, ...]
    edits: tuple[Edit, ...]
    reading: str
    hidden: tuple[Span, ...] | None = None

    @property
    def first(self) -> Record:
        """The record of its first document, which tells of the file as well."""
        return self.documents[0].record

    @property
    def made(self) -> Made:
        """Where its words come from."""
        source, pipeline = self.first.source, self.first.pipeline
        name = self._shown(self.first, Path(source.path).name)
        return Made(name, self.sha256, pipeline.version, pipeline.processed_at)

    def title(self, record: Record) -> str | None:
        """The title of one of its documents."""
        return self._shown(record, record.title) if record.title else None

    def printed(self, connection: Connection) -> Iterator[PrintedPage]:
        """Its pages with the repaired text, one after the other."""
        pages = printed_pages(_pages(connection, self.first, self.reading), self.edits)
        return pages if self.hidden is None else (masked_page(page, self.hidden) for page in pages)

    @property
    def mask(self) -> Mask | None:
        """What hides the personal numbers of all its documents; None where all may be shown."""
        if self.hidden is None:
            return None
        masks = [mask_of(document.record) for document in self.documents]
        return Mask(frozenset(number for mask in masks for number in mask.numbers), masks[0].year)

    def _shown(self, record: Record, text: str) -> str:
        return text if self.hidden is None else mask_of(record)(text)


def kept_file(connection: Connection, sha256: str) -> KeptFile:
    """The file with these bytes; `ExportError` where its pages as read are no longer kept."""
    packed = select(DOCUMENTS.c.record).where(DOCUMENTS.c.source == sha256).order_by(DOCUMENTS.c.part)
    records = [rows.unpack(content) for content in connection.scalars(packed)]
    version = records[0].pipeline.version
    kept = select(READ_PAGES.c.reading).where(READ_PAGES.c.sha256 == sha256, READ_PAGES.c.version == version)
    fault = ExportError("Its pages as read are not kept in the archive: run it again with --force.")
    for reading in connection.scalars(kept.distinct().order_by(READ_PAGES.c.reading)):
        raw = PAGE_BREAK.join(page.text for page in _pages(connection, records[0], reading))
        try:
            found = tuple(stretches(raw, records))
        except ExportError as error:
            fault = error
        else:
            return KeptFile(sha256, found, edits_of(found), reading)
    raise fault


def _pages(connection: Connection, record: Record, reading: str) -> Iterator[Page]:
    """Every page of the file; one that could not be read is not kept, and has no words."""
    kept = select(READ_PAGES.c.page, READ_PAGES.c.content).where(
        READ_PAGES.c.sha256 == record.source.sha256,
        READ_PAGES.c.version == record.pipeline.version,
        READ_PAGES.c.reading == reading,
    )
    next_number = 1
    streamed = kept.order_by(READ_PAGES.c.page).execution_options(yield_per=_AT_ONCE)
    with connection.execute(streamed) as rows_of_pages:
        for row in rows_of_pages:
            yield from (Page(number, (), Origin.OCR) for number in range(next_number, row.page))
            yield unpack_page(row.content)
            next_number = row.page + 1
    yield from (Page(number, (), Origin.OCR) for number in range(next_number, record.source.page_count + 1))


def source_file(connection: Connection, sha256: str, unpacked: Path) -> Path:
    """Where the file itself lies, its bytes being those that were read; `unpacked` holds what archives held.

    `InputMissing` where it is gone from every place that it was given at, `SourceChanged` where it differs.
    """
    given = connection.scalars(select(JOBS.c.location).where(JOBS.c.sha256 == sha256))
    paths = [Path(os.fsdecode(location)) for location in given]
    paths += [
        Path(path) for path in connection.scalars(select(SOURCES.c.path).where(SOURCES.c.sha256 == sha256))
    ]
    there = [path for path in (*paths, unpacked_path(unpacked, sha256)) if path.is_file()]
    if not there:
        raise InputMissing("Its file is no longer where it was read: put it back, or run it where it is now.")
    for path in there:
        if _digest(path) == sha256:
            return path
    raise SourceChanged("Its file is not the one that was read: run it again.")


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
