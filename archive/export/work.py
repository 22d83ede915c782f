"""The documents of one file written in one form: a piece of work for a process of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, islice
from pathlib import Path

from sqlalchemy import Connection, select

from archive.export.alto import alto
from archive.export.beside import beside
from archive.export.extent import Extent
from archive.export.hiding import spans_as_read
from archive.export.hocr import write_hocr
from archive.export.kept import KeptFile, kept_file, source_file
from archive.export.pdfa.conform import Told
from archive.export.pdfa.write import write_pdf
from archive.export.printed import within
from archive.folder import Archive
from archive.tables import DOCUMENTS, SOURCES
from models.record import Record

_AT_ONCE = 100
"""Documents that are read at a time while tasks are given out."""


class Form(StrEnum):
    """What a file's pages can be written as."""

    ALTO = "alto"
    HOCR = "hocr"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class FileTask:
    """The documents with these ids, all of one file of so many pages, to be written; `path` is for people."""

    sha256: str
    ids: tuple[str, ...]
    pages: int
    path: str = ""


def file_tasks(connection: Connection, extent: Extent) -> Iterator[FileTask]:
    """One task a file, with the documents of it that are wanted."""
    columns = (DOCUMENTS.c.id, DOCUMENTS.c.source, DOCUMENTS.c.page_to, SOURCES.c.path)
    asked = select(*columns).join(SOURCES, DOCUMENTS.c.source == SOURCES.c.sha256).where(extent.holds())
    asked = asked.order_by(DOCUMENTS.c.source, DOCUMENTS.c.part).execution_options(yield_per=_AT_ONCE)
    for sha256, documents in groupby(connection.execute(asked), key=lambda row: row.source):
        own = tuple(documents)
        yield FileTask(sha256, tuple(one.id for one in own), max(one.page_to for one in own), own[0].path)


@dataclass(frozen=True, slots=True)
class FileWriter:
    """Writes the documents of one file after the other from an archive's folder to another folder.

    `public` hides the personal numbers in them.
    """

    archive: Path
    to: Path
    form: Form
    public: bool = False

    def __call__(self, task: FileTask) -> tuple[Path, ...]:
        """The files that were written; named by ids alone, never by what the document's own name is."""
        with Archive.reading(self.archive) as archive, archive.connection() as connection:
            kept = kept_file(connection, task.sha256)
            kept = replace(kept, hidden=spans_as_read(kept.documents)) if self.public else kept
            records = [one.record for one in kept.documents if one.record.id in task.ids]
            match self.form:
                case Form.ALTO:
                    return tuple(self._alto(connection, kept, records))
                case Form.HOCR:
                    return tuple(self._hocr(connection, kept, record) for record in records)
                case Form.PDF:
                    return (self._pdf(connection, kept, archive.unpacked),)

    def seconds(self, task: FileTask) -> float:
        """How long a file may take before its process is stopped; far more than it ever should."""
        return 300 + 60 * task.pages

    def _alto(self, connection: Connection, kept: KeptFile, records: Iterable[Record]) -> Iterator[Path]:
        wanted = {
            number for record in records for number in range(record.part.page_from, record.part.page_to + 1)
        }
        for printed in islice(kept.printed(connection), max(wanted, default=0)):
            if printed.page.number in wanted:
                path = self.to / f"{kept.sha256[:16]}-page-{printed.page.number:04}.xml"
                with beside(path) as part:
                    part.write_bytes(alto(printed, kept.made))
                yield path

    def _hocr(self, connection: Connection, kept: KeptFile, record: Record) -> Path:
        path = self.to / f"{record.id}.hocr"
        stretch = next(one for one in kept.documents if one.record.id == record.id)
        part_of = record.part
        pages = islice(kept.printed(connection), part_of.page_from - 1, part_of.page_to)
        own = (within(page, stretch.start, stretch.end) for page in pages)
        count = part_of.page_to - part_of.page_from + 1
        with beside(path) as part, part.open("wb") as file:
            write_hocr(file, own, count, kept.title(record) or record.id, kept.made)
        return path

    def _pdf(self, connection: Connection, kept: KeptFile, unpacked: Path) -> Path:
        source = source_file(connection, kept.sha256, unpacked)
        path = self.to / f"{kept.sha256[:16]}.pdf"
        told = Told(
            kept.title(kept.first) or kept.made.name,
            f"justerat {kept.made.version}",
            kept.made.processed_at,
            mask=kept.mask,
        )
        with beside(path) as part:
            write_pdf(source, kept.first.source.media_type, lambda: kept.printed(connection), told, part)
        return path
