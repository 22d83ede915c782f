"""The seam between files and pages, the reader of real files behind it, and a fake for tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ingest import image, pdf, plain
from ingest.layer import page as layer
from ingest.ocr.tesseract import Tesseract
from ingest.picture import Picture
from ingest.recognise import Recogniser
from ingest.sniff import differs_from_name
from models.errors import InputError, InputTooLarge, PageTimeout
from models.finding import Finding, Severity
from models.page import Origin, Page, Unit
from models.settings import ReadingSettings
from models.source import MediaType, Source
from models.swedish.lexicon import lexicon


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

    Needs nothing but its arguments, so that pages can be read in any order in processes of their own. Raises
    only `ProgramMissing`, as no other page could be read either.
    """
    try:
        page = _read(source, number, settings)
    except (InputError, PageTimeout) as error:
        page = _unread(number, error)
    remark = differs_from_name(source.path, source.media_type) if number == 1 else None
    return replace(page, findings=(*page.findings, remark)) if remark else page


def _count(source: Source, settings: ReadingSettings) -> int:
    match source.media_type:
        case MediaType.TEXT:
            return plain.count_pages(source)
        case MediaType.PDF:
            return pdf.count_pages(source.path)
        case _:
            return image.count_pages(source.path, source.media_type, settings)


def _read(source: Source, number: int, settings: ReadingSettings) -> Page:
    match source.media_type:
        case MediaType.TEXT:
            return plain.read_page(source, number)
        case MediaType.PDF:
            return _read_pdf(source, number, settings)
        case _:
            return _read_image(image.load(source.path, number, settings), number, settings)


def _read_pdf(source: Source, number: int, settings: ReadingSettings) -> Page:
    """The page's text layer where it is good, else what is read from the page drawn; sizes in points."""
    with pdf.opened(source.path) as document:
        begun = layer.begin(document, source.path, number, settings)
    page = begun if isinstance(begun, Page) else begun.finish(_recognised(begun.picture, number, settings))
    broken = pdf.truncation(source.path) if number == 1 else None
    return replace(page, findings=(*page.findings, broken)) if broken else page


def _recognised(picture: Picture, number: int, settings: ReadingSettings) -> Page:
    try:
        return _read_image(picture, number, settings)
    except (InputError, PageTimeout) as error:
        return _unread(number, error)


def _unread(number: int, error: InputError | PageTimeout) -> Page:
    finding = Finding("page-unread", Severity.ERROR, error.sentence, number)
    return Page(number, (), Origin.OCR, findings=(finding,))


def _read_image(picture: Picture, number: int, settings: ReadingSettings) -> Page:
    (found,) = Recogniser(Tesseract(settings), settings.models, lexicon()).read((picture,))
    if found.fault:
        raise found.fault
    return Page(
        number,
        found.words,
        Origin.OCR,
        float(picture.width),
        float(picture.height),
        Unit.PIXEL,
        picture.dpi,
        found.engine,
        found.rotation,
        found.steps,
    )
