"""The seam between files and pages, the reader of real files behind it, and a fake for tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Protocol

from ingest import image, pdf, plain, written
from ingest.drawn import Drawn, halved, recognised, too_much_memory, unread
from ingest.files import shown
from ingest.layer import page as layer
from ingest.named import named, renamed
from ingest.sniff import differs_from_name
from models.errors import InputError, InputTooLarge
from models.page import Page
from models.settings import ReadingSettings
from models.source import MediaType, Source

LEAST_DPI = 70
"""Print is not legible when it is drawn at less."""
_AT_ONCE = 32
"""So many pages are read with the file opened once."""
_PIXELS_AT_ONCE = 40_000_000
"""Images of so many pixels together (four sheets of A4 at 300 dpi) are recognised before more are drawn."""


class Reader(Protocol):
    """Whatever gives the pages of a source."""

    def pages(self, source: Source) -> Iterator[Page]:
        """The pages in order, from 1; every page of the file is there, also one that could not be read."""
        ...


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads files of every kind in this process, some pages at a time."""

    settings: ReadingSettings

    def pages(self, source: Source) -> Iterator[Page]:
        """The pages in order; an `InputError` where the file can't be opened at all."""
        numbers = range(1, count_pages(source, self.settings) + 1)
        for start in range(0, len(numbers), _AT_ONCE):
            yield from read_pages(source, numbers[start : start + _AT_ONCE], self.settings)


@dataclass(frozen=True, slots=True)
class ListReader:
    """The fake: gives the pages it was made with, whatever the source."""

    given: Sequence[Page]

    def pages(self, source: Source) -> Iterator[Page]:  # noqa: ARG002  the pages are the same for every source
        """The pages that were given."""
        return iter(self.given)


def count_pages(source: Source, settings: ReadingSettings) -> int:
    """How many pages the file has; an `InputError` where it can't be opened, has none or too many."""
    with named(source):
        count = _count(source, settings)
    if count > settings.max_pages:
        limit = settings.max_pages
        raise InputTooLarge(f"{shown(source.path)} has more than {limit} pages, the limit (max_pages).")
    return count


def read_page(source: Source, number: int, settings: ReadingSettings) -> Page:
    """Page `number` (from 1), as `read_pages` gives it."""
    return read_pages(source, (number,), settings)[0]


def read_pages(
    source: Source, numbers: Sequence[int], settings: ReadingSettings, attempt: int = 0
) -> tuple[Page, ...]:
    """Pages `numbers` (from 1); one that can't be read has no words and a finding that says why.

    The file is opened once for all of them, and the images are recognised together. `attempt` counts from 0;
    a later one reads at half the resolution. Needs nothing but its arguments, so that pages can be read in
    any order in processes of their own. Raises only `ProgramMissing`, as no other page could be read either.
    """
    kept_open = pdf.kept_open(source.file) if source.media_type is MediaType.PDF else nullcontext()
    try:
        with kept_open:
            pages = _read(source, numbers, eased(settings) if attempt else settings, is_eased=attempt > 0)
    except InputError as error:
        pages = {number: unread(number, error) for number in numbers}
    return tuple(_remarked(source, pages[number]) for number in numbers)


def _read(
    source: Source, numbers: Sequence[int], settings: ReadingSettings, *, is_eased: bool
) -> dict[int, Page]:
    pages: dict[int, Page] = {}
    waiting: list[Drawn] = []
    for number in numbers:
        begun = _begun(source, number, settings, is_eased=is_eased)
        if isinstance(begun, Page):
            pages[number] = begun
            continue
        waiting.append(begun)
        if sum(drawn.picture.pixels.size for drawn in waiting) > _PIXELS_AT_ONCE:
            pages |= recognised(waiting, settings)
            waiting = []
    return pages | recognised(waiting, settings)


def _begun(source: Source, number: int, settings: ReadingSettings, *, is_eased: bool) -> Page | Drawn:
    """The page, or its image where it must be recognised."""
    try:
        match source.media_type:
            case MediaType.TEXT:
                return plain.read_page(source, number)
            case MediaType.PDF:
                return _begin_pdf(source, number, settings)
            case kind if kind in written.KINDS:
                return written.read_page(source, number, settings)
            case _:
                picture = image.load(source.file, number, settings)
                return halved(number, picture) if is_eased else Drawn(number, picture)
    except InputError as error:
        return unread(number, error)
    except MemoryError:
        return unread(number, too_much_memory())


def eased(settings: ReadingSettings) -> ReadingSettings:
    """What a page is drawn with that could not be read: half the resolution, a quarter of the work."""
    return settings.model_copy(update={"dpi": max(settings.dpi // 2, LEAST_DPI)})


def _remarked(source: Source, page: Page) -> Page:
    page = renamed(page, source)
    remark = differs_from_name(source.path, source.media_type) if page.number == 1 else None
    return replace(page, findings=(*page.findings, remark)) if remark else page


def _count(source: Source, settings: ReadingSettings) -> int:
    match source.media_type:
        case MediaType.TEXT:
            return plain.count_pages(source)
        case MediaType.PDF:
            return pdf.count_pages(source.file)
        case MediaType.ZIP | MediaType.TAR:
            return 0
        case kind if kind in written.KINDS:
            return written.count_pages(source, settings)
        case kind:
            return image.count_pages(source.file, kind, settings)


def _begin_pdf(source: Source, number: int, settings: ReadingSettings) -> Page | Drawn:
    """The page's text layer where it is good, else the page drawn; sizes in points."""
    with pdf.opened(source.file) as document:
        begun = layer.begin(document, source.file, number, settings)
    if isinstance(begun, Page):
        return _checked(begun, source)
    return Drawn(number, begun.picture, lambda read: _checked(begun.finish(read), source))


def _checked(page: Page, source: Source) -> Page:
    """The page with a remark where the file breaks off."""
    broken = pdf.truncation(source.file) if page.number == 1 else None
    return replace(page, findings=(*page.findings, broken)) if broken else page
