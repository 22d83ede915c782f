"""The place that a person chose on a page, as a place in the document's text as read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

from sqlalchemy import Connection, select

from archive.packing import unpack_page
from archive.review.text import page_spans
from archive.tables import READ_PAGES
from models.correction import MOST_BOXES, Asked, Spot
from models.errors import CorrectionError
from models.geometry import Box, rows
from models.mention import BoxTuple
from models.page import Page
from models.record import Record
from models.text import Text

_INSIDE = 0.5
"""A word is chosen where so much of it lies in the box."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word of the page: where it stands in the document's text as read, and its box."""

    start: int
    end: int
    box: Box


def chosen(connection: Connection, record: Record, text: Text, asked: Asked) -> Spot | None:
    """The place that was asked for, by words that stand on the page or by boxes; None where none was."""
    if asked.page is None:
        if asked.boxes or asked.words:
            raise CorrectionError("A place is on a page: say which.")
        return None
    span = page_spans(record, text).get(asked.page)
    if span is None:
        raise CorrectionError("The document has no such page.")
    words = list(_words(connection, record, text, asked.page, span)) if asked.boxes or asked.words else []
    if asked.words:
        return _by_words(asked.words, asked.page, span, text, words)
    return _by_boxes(record, asked, text, words) if asked.boxes else None


def boxes_of(
    connection: Connection, record: Record, text: Text, page: int, stretch: tuple[int, int]
) -> tuple[BoxTuple, ...]:
    """The boxes of a stretch of the text as read, a line each; none where the words have none."""
    span = page_spans(record, text).get(page)
    words = _words(connection, record, text, page, span) if span else iter(())
    start, end = stretch
    touched = [word.box for word in words if word.start < end and start < word.end]
    return tuple(box.rounded for box in rows(touched))[:MOST_BOXES]


def _by_words(wanted: str, page: int, span: tuple[int, int], text: Text, words: Sequence[_Placed]) -> Spot:
    """Where the page says this: as it was read, or as it is mended."""
    low, high = span
    start = text.raw.find(wanted, low, high)
    if start >= 0:
        end = start + len(wanted)
    else:
        start, end = _in_content(wanted, text, span)
    touched = [word.box for word in words if word.start < end and start < word.end]
    boxes = tuple(box.rounded for box in rows(touched))[:MOST_BOXES]
    return Spot(page=page, start=start, end=end, raw=text.raw[start:end], boxes=boxes)


def _in_content(wanted: str, text: Text, span: tuple[int, int]) -> tuple[int, int]:
    at = text.content.find(wanted)
    while at >= 0:
        start, end = text.to_raw(at, at + len(wanted))
        if span[0] <= start and end <= span[1]:
            return start, end
        at = text.content.find(wanted, at + 1)
    raise CorrectionError("The page doesn't say that: write the words as they stand in its text.")


def _by_boxes(record: Record, asked: Asked, text: Text, words: Sequence[_Placed]) -> Spot:
    """The words under the boxes; a place without words, where there are none."""
    sheet = next(page for page in record.pages if page.number == asked.page)
    boxes = tuple(_within(box, sheet.width, sheet.height) for box in asked.boxes)
    inside = [word for word in words if any(_lies(word.box, Box(*box)) for box in boxes)]
    start, end = _run(inside, words)
    return Spot(page=sheet.number, start=start, end=end, raw=text.raw[start:end], boxes=boxes)


def _run(inside: Sequence[_Placed], words: Sequence[_Placed]) -> tuple[int, int]:
    """The stretch from the first chosen word on, as far as no other word stands in between."""
    if not inside:
        return 0, 0
    first = words.index(inside[0])
    last = first
    for word in inside[1:]:
        if words.index(word, last) != last + 1:
            break
        last += 1
    return words[first].start, words[last].end


def _within(box: BoxTuple, width: float | None, height: float | None) -> BoxTuple:
    """The box as it lies on the page; CorrectionError where it doesn't."""
    if width is None or height is None:
        raise CorrectionError("The page has no picture to choose a place on: choose words.")
    x0, x1 = sorted((box[0], box[2]))
    y0, y1 = sorted((box[1], box[3]))
    if not all(map(isfinite, box)) or x1 <= 0 or y1 <= 0 or x0 >= width or y0 >= height:
        raise CorrectionError("The box doesn't lie on the page.")
    return Box(max(x0, 0.0), max(y0, 0.0), min(x1, width), min(y1, height)).rounded


def _lies(word: Box, box: Box) -> bool:
    width = min(word.x1, box.x1) - max(word.x0, box.x0)
    height = min(word.y1, box.y1) - max(word.y0, box.y0)
    return width > 0 and height > 0 and width * height >= _INSIDE * word.width * word.height


def _words(
    connection: Connection, record: Record, text: Text, number: int, span: tuple[int, int]
) -> Iterator[_Placed]:
    """The page's words with boxes, where it is kept as it was read."""
    asked = select(READ_PAGES.c.content).where(
        READ_PAGES.c.sha256 == record.source.sha256,
        READ_PAGES.c.page == number,
        READ_PAGES.c.version == record.pipeline.version,
    )
    own = text.raw[slice(*span)]
    for content in connection.scalars(asked.order_by(READ_PAGES.c.reading)):
        page = unpack_page(content)
        # Of a page that two documents share, the record has a part.
        at = page.text.find(own) if own.strip() else -1
        if at >= 0:
            yield from _placed(page, span[0] - at, span)
            return


def _placed(page: Page, at: int, span: tuple[int, int]) -> Iterator[_Placed]:
    for word in page.words:
        start = at + len(word.gap)
        at = start + len(word.text)
        if word.box and word.text and span[0] <= start and at <= span[1]:
            yield _Placed(start, at, word.box)
