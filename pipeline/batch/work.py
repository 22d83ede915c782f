"""The pieces of work that are done away from the first process: open a file, read a page, make records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from archive.packing import pack_page, unpack_page
from models.finding import Finding, Severity
from models.outcome import Outcome
from models.page import Origin, Page
from models.settings import ReadingSettings, Settings
from models.source import Source

if TYPE_CHECKING:
    from ingest.reader import Reader


@dataclass(frozen=True, slots=True)
class OpenFile:
    """Tell a file's kind and digest, and count its pages."""

    path: Path


@dataclass(frozen=True, slots=True)
class ReadPage:
    """Read one page (from 1) of a file."""

    path: Path
    source: Source
    number: int


@dataclass(frozen=True, slots=True)
class MakeRecords:
    """Make records of a file from all of its pages, in order and packed."""

    path: Path
    source: Source
    pages: tuple[bytes, ...]


Task = OpenFile | ReadPage | MakeRecords


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that can be read."""

    source: Source
    page_count: int


@dataclass(frozen=True, slots=True)
class PageResult:
    """A page as read, packed; `fault` says why where it could not be read."""

    content: bytes
    fault: str | None = None


Answer = Opened | PageResult | Outcome


@dataclass(frozen=True, slots=True)
class Rooms:
    """Who does the work: pipeline/batch/rooms.py, or what tests put in its place."""

    open_source: Callable[[Path, ReadingSettings], Source]
    count_pages: Callable[[Source, ReadingSettings], int]
    read_page: Callable[[Source, int, ReadingSettings], Page]
    read_document: Callable[[Source, Reader, Settings], Outcome]


@dataclass(frozen=True, slots=True)
class PackedReader:
    """A Reader that gives the pages it was made with, packed, whatever the source."""

    packed: tuple[bytes, ...]

    def pages(self, source: Source) -> Iterator[Page]:
        """The pages that were given."""
        del source
        return map(unpack_page, self.packed)


@dataclass(frozen=True, slots=True)
class Worker:
    """Does any of the tasks with one choice of settings; goes from process to process by pickling.

    `rooms` is where the Rooms are ("module:NAME"), so that only those who work load its libraries.
    """

    settings: Settings
    version: str
    rooms: str = "pipeline.batch.rooms:ROOMS"

    def __call__(self, task: Task) -> Answer:
        """The answer that fits the task."""
        rooms: Rooms = resolve_name(self.rooms)
        match task:
            case OpenFile(path):
                source = rooms.open_source(path, self.settings.reading)
                return Opened(source, rooms.count_pages(source, self.settings.reading))
            case ReadPage(_, source, number):
                return page_result(rooms.read_page(source, number, self.settings.reading))
            case MakeRecords(_, source, pages):
                return rooms.read_document(source, PackedReader(pages), self.settings)

    def seconds(self, task: Task) -> float:
        """How long the task may take before its process is stopped; far more than it ever should."""
        page = self.settings.reading.page_seconds
        match task:
            case OpenFile():
                return 3600
            case ReadPage():
                return 2 * page + 60
            case MakeRecords(_, _, pages):
                return 120 + page * len(pages)


def page_result(page: Page) -> PageResult:
    """The page packed, with the reason where it could not be read."""
    faults = [finding.message for finding in page.findings if finding.severity is Severity.ERROR]
    return PageResult(pack_page(page), faults[0] if faults else None)


def unread_page(number: int, reason: str) -> PageResult:
    """What stands for a page whose reading was stopped from without."""
    finding = Finding("page-unread", Severity.ERROR, reason, number)
    return page_result(Page(number, (), Origin.OCR, findings=(finding,)))
