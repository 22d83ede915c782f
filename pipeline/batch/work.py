"""The pieces of work that are done away from the first process: open a file, read pages, make records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from archive.packing import PackedPages, pack_page
from ingest.unpack.room import Room
from ingest.unpacked import Folders, Members
from models.finding import UNREAD, Finding, Severity
from models.outcome import Outcome
from models.page import Origin, Page
from models.settings import ReadingSettings, Settings
from models.source import Source

if TYPE_CHECKING:
    from ingest.reader import Reader

LAST_ATTEMPT = 1
"""A page is tried so many times more."""
_SLOWEST_DISK = 2_000_000
"""Bytes a second, of an archive's network share on a bad day."""
_SLOWEST_MAKING = 2_000
"""Bytes of packed pages a second: records are made of fifty times as many on any machine at hand."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """Tell a file's kind and digest, and count its pages; one out of an archive lies at `unpacked`."""

    path: Path
    unpacked: Path | None = None


@dataclass(frozen=True, slots=True)
class Unpack:
    """Unpack the files that lie in an archive or e-mail, as far as there is room."""

    path: Path
    source: Source
    folders: Folders
    room: Room


@dataclass(frozen=True, slots=True)
class ReadPages:
    """Read some pages (from 1) of a file; `attempt` counts from 0, and a later one asks less of each page."""

    path: Path
    source: Source
    numbers: tuple[int, ...]
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class MakeRecords:
    """Make records of a file from all of its pages, in order and packed."""

    path: Path
    source: Source
    pages: PackedPages


Task = OpenFile | Unpack | ReadPages | MakeRecords


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that can be read."""

    source: Source
    page_count: int


@dataclass(frozen=True, slots=True)
class PageResult:
    """A page as read, packed; `fault` is the first error that stands against it."""

    number: int
    content: bytes
    fault: str | None = None
    is_unread: bool = False
    """Whether nothing of it could be read."""
    is_wanting: bool = False
    """Whether it, or an image on it, could not be read, so that another try may give more."""
    is_recognised: bool = False
    """Whether its words were recognised in its image."""


@dataclass(frozen=True, slots=True)
class PagesRead:
    """The pages of a `ReadPages`, in its order."""

    pages: tuple[PageResult, ...]


Answer = Opened | Members | PagesRead | Outcome


@dataclass(frozen=True, slots=True)
class Rooms:
    """Who does the work: pipeline/batch/rooms.py, or what tests put in its place."""

    open_source: Callable[[Path, ReadingSettings, Path | None], Source]
    count_pages: Callable[[Source, ReadingSettings], int]
    read_pages: Callable[[Source, Sequence[int], ReadingSettings, int], tuple[Page, ...]]
    read_document: Callable[[Source, Reader, Settings], Outcome]
    unpack: Callable[[Source, ReadingSettings, Folders, Room], Members]


@dataclass(frozen=True, slots=True)
class PackedReader:
    """A Reader that gives the pages it was made with, packed, whatever the source."""

    packed: PackedPages

    def pages(self, source: Source) -> Iterator[Page]:
        """The pages that were given."""
        del source
        return iter(self.packed)


@dataclass(frozen=True, slots=True)
class Worker:
    """Does any of the tasks with one choice of settings; goes from process to process by pickling.

    `rooms` is where the Rooms are ("module:NAME"), so that only those who work load its libraries.
    """

    settings: Settings
    version: str
    rooms: str = "pipeline.batch.rooms:ROOMS"
    grace: float = 15.0
    """Seconds that a new process may need before it works, on a machine that has much else to do."""

    def __call__(self, task: Task) -> Answer:
        """The answer that fits the task."""
        rooms: Rooms = resolve_name(self.rooms)
        match task:
            case OpenFile(path, unpacked):
                source = rooms.open_source(path, self.settings.reading, unpacked)
                return Opened(source, rooms.count_pages(source, self.settings.reading))
            case Unpack(_, source, folders, room):
                return rooms.unpack(source, self.settings.reading, folders, room)
            case ReadPages(_, source, numbers, attempt):
                pages = rooms.read_pages(source, numbers, self.settings.reading, attempt)
                return PagesRead(tuple(map(page_result, pages)))
            case MakeRecords(_, source, pages):
                return rooms.read_document(source, PackedReader(pages), self.settings)

    def seconds(self, task: Task) -> float:
        """How long the task may take before its process is stopped; far more than it ever should."""
        page = self.settings.reading.page_seconds
        match task:
            case OpenFile(path, unpacked):
                return self.grace + page + _size(unpacked or path) / _SLOWEST_DISK
            case Unpack(_, _, _, room):
                return self.grace + page + room.bytes / _SLOWEST_DISK
            case ReadPages(_, _, numbers):
                return self.grace + page * len(numbers)
            case MakeRecords(_, _, pages):
                return self.grace + page + pages.size / _SLOWEST_MAKING


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def page_result(page: Page) -> PageResult:
    """The page packed, with the reason where it could not be read."""
    faults = [finding for finding in page.findings if finding.severity is Severity.ERROR]
    wanting = any(fault.code == UNREAD for fault in faults)
    return PageResult(
        page.number,
        pack_page(page),
        faults[0].message if faults else None,
        is_unread=wanting and not page.words,
        is_wanting=wanting,
        is_recognised=page.origin is Origin.OCR,
    )


def unread_page(number: int, reason: str) -> PageResult:
    """What stands for a page whose reading was stopped from without."""
    finding = Finding("page-unread", Severity.ERROR, reason, number)
    return page_result(Page(number, (), Origin.OCR, findings=(finding,)))
