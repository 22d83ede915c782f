"""The seam between files and pages, the reader of real files behind it, and a fake for tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ingest import plain
from ingest.sniff import differs_from_name
from models.errors import InputTooLarge, InputUnsupported, JusteratError
from models.finding import Finding, Severity
from models.page import Origin, Page
from models.settings import ReadingSettings
from models.source import MediaType, Source


class Reader(Protocol):
    """Whatever gives the pages of a source."""

    def pages(self, source: Source) -> Iterator[Page]:
        """The pages in order, from 1; every page of the file is there, also one that could not be read."""
        ...


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads files of every kind, page by page, in this process."""

    settings: ReadingSettings

    def pages(self, source: Source) -> Iterator[Page]:
        """The pages in order; an `InputError` where the file can't be opened at all."""
        for number in range(1, count_pages(source, self.settings) + 1):
            yield read_page(source, number, self.settings)


@dataclass(frozen=True, slots=True)
class ListReader:
    """The fake: gives the pages it was made with, whatever the source."""

    given: Sequence[Page]

    def pages(self, source: Source) -> Iterator[Page]:  # noqa: ARG002  the pages are the same for every source
        """The pages that were given."""
        return iter(self.given)


def count_pages(source: Source, settings: ReadingSettings) -> int:
    """How many pages the file has; an `InputError` where it can't be opened, has none or too many."""
    count = _count(source, settings)
    if count > settings.max_pages:
        limit = settings.max_pages
        raise InputTooLarge(f"{source.path.name} has {count} pages, over the limit of {limit} (max_pages).")
    return count


def read_page(source: Source, number: int, settings: ReadingSettings) -> Page:
    """Page `number` (from 1); one that can't be read has no words and a finding that says why.

    Needs nothing but its arguments, so that pages can be read in any order in processes of their own.
    """
    try:
        page = _read(source, number, settings)
    except JusteratError as error:
        finding = Finding("page-unread", Severity.ERROR, error.sentence, number)
        page = Page(number, (), Origin.OCR, findings=(finding,))
    remark = differs_from_name(source.path, source.media_type) if number == 1 else None
    return replace(page, findings=(*page.findings, remark)) if remark else page


def _count(source: Source, settings: ReadingSettings) -> int:
    match source.media_type:
        case MediaType.TEXT:
            return plain.count_pages(source)
        case _:
            raise InputUnsupported(f"{settings}")


def _read(source: Source, number: int, settings: ReadingSettings) -> Page:
    match source.media_type:
        case MediaType.TEXT:
            return plain.read_page(source, number)
        case _:
            raise InputUnsupported(f"{settings}")
