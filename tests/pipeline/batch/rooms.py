"""Rooms for tests: files of text in which a line `!word` makes a fault happen where it is read."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.inside import kind_inside
from ingest.members import unpack
from models.errors import InputDamaged, PageTimeout, ProgramFault, TooMuchMemory
from models.finding import Finding, Severity
from models.outcome import Outcome
from models.page import Origin, Page, Word
from models.record import PartOf, PipelineInfo, Quality, Record, RecordPage, SourceFile
from models.settings import ReadingSettings, Settings
from models.source import MediaType, Source, path_text
from models.vocabulary import Kind, Status
from pipeline.batch.work import Rooms, Worker

if TYPE_CHECKING:
    from ingest.reader import Reader

VERSION = "1"


def open_source(path: Path, settings: ReadingSettings, unpacked: Path | None = None) -> Source:
    file = unpacked or path
    content = file.read_bytes()
    if content.startswith(b"!damaged"):
        raise InputDamaged(f"{path.name} breaks off; fetch it again.")
    kind = kind_inside(file, content, path.name, settings) or MediaType.TEXT
    return Source(path, hashlib.sha256(content).hexdigest(), len(content), kind, unpacked)


def count_pages(source: Source, settings: ReadingSettings) -> int:
    del settings
    return len(_pages(source)) if source.media_type.has_pages else 0


def read_pages(
    source: Source, numbers: Sequence[int], settings: ReadingSettings, attempt: int
) -> tuple[Page, ...]:
    del settings
    return tuple(read_page(source, number, attempt) for number in numbers)


def read_page(source: Source, number: int, attempt: int) -> Page:
    text = _pages(source)[number - 1]
    log = os.environ.get("READ_LOG")
    if log:
        with Path(log).open("a") as file:
            file.write(f"{source.path.name} {number}{' again' if attempt else ''}\n")
    if attempt and "!once" in text:
        text = "andra gången"
    if "!slow" in text:
        time.sleep(0.05)
    if "!die" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "!timeout" in text:
        raise PageTimeout("Page took too long; retry it.")
    if "!hungry" in text:
        raise TooMuchMemory("It needs too much memory; split it.")
    if "!fault" in text:
        raise ProgramFault("A fault of this program.")
    if "!unread" in text:
        return Page(
            number, (), Origin.OCR, findings=(Finding("page-unread", Severity.ERROR, "torn", number),)
        )
    return Page(number, tuple(Word(word) for word in text.split()), Origin.TEXT)


def read_document(source: Source, reader: Reader, settings: Settings) -> Outcome:
    pages = list(reader.pages(source))
    if any("!late" in page.text for page in pages):
        os.kill(os.getpid(), signal.SIGKILL)
    status = Status.PARTIAL if any(page.findings for page in pages) else Status.WHOLE
    words = sum(len(page.words) for page in pages)
    record = Record(
        id=f"{source.id}-1",
        source=SourceFile(
            path=path_text(source.path),
            sha256=source.sha256,
            bytes=source.size,
            media_type=source.media_type,
            page_count=len(pages),
        ),
        part=PartOf(number=1, of=1, page_from=1, page_to=len(pages)),
        kind=Kind.PROTOKOLL,
        pages=tuple(RecordPage(number=page.number, origin=page.origin.value) for page in pages),
        quality=Quality(status=status, words=words, repaired_words=0),
        text="\f".join(page.text for page in pages),
        pipeline=PipelineInfo(
            version=VERSION, settings=settings.digest(), engines={}, processed_at=datetime.now(UTC)
        ),
    )
    return Outcome(source, (record,))


def worker() -> Worker:
    return Worker(Settings(), VERSION, f"{__name__}:ROOMS")


ROOMS = Rooms(open_source, count_pages, read_pages, read_document, unpack)


def _pages(source: Source) -> list[str]:
    return source.file.read_text("utf-8").split("\f")
