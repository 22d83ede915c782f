"""A stretch of text that is asked to be rewritten, made into a correction."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from archive.review.chains import Chain
from archive.review.normal import normal
from archive.review.places import boxes_of
from archive.review.text import content_between, text_of
from models.correction import TEXT, Act, Anchor, Asked, Correction, Spot
from models.errors import CorrectionError
from models.record import Record
from models.text import PAGE_BREAK, Text


def proposed_text(  # noqa: PLR0913, PLR0917  all that a stretch of text hangs on
    connection: Connection,
    original: Record,
    then: Record,
    seen: Sequence[Chain],
    asked: Asked,
    blank: Correction,
) -> Correction:
    """The correction of `then.text[start:end]`; CorrectionError where that is no stretch of a page."""
    if asked.start is None or asked.end is None or asked.act is Act.ADD:
        raise CorrectionError("A correction of the text names a stretch of it: give start and end.")
    text = text_of(then)
    if not asked.start < asked.end <= len(text.content):
        raise CorrectionError("The text has no such stretch, or it is empty.")
    start, end = _whole(text, asked.start, asked.end)
    low, high = text.to_raw(start, end)
    if PAGE_BREAK in text.raw[low:high] or PAGE_BREAK in text.content[start:end]:
        raise CorrectionError("A correction of the text stays on one page.")
    said = text.content[asked.start : asked.end]
    new = {Act.CONFIRM: said, Act.REJECT: None}.get(asked.act)
    if asked.act is Act.CORRECT:
        new = str(normal(TEXT, asked.value, blank.number))
    put = text.content[start : asked.start] + (new or "") + text.content[asked.end : end]
    after = text.raw[low:high] if asked.act is Act.REJECT else put
    read = text_of(original)
    spot = _spot(connection, original, read, low, high)
    return blank.model_copy(
        update={
            "act": asked.act,
            "field": TEXT,
            "root": _root(seen, low, high) or blank.number,
            "anchor": Anchor(value=content_between(read, low, high), spot=spot),
            "before": text.content[start:end],
            "after": after,
            "spot": spot,
        }
    )


def _spot(connection: Connection, record: Record, read: Text, low: int, high: int) -> Spot:
    at = read.raw.count(PAGE_BREAK, 0, low)
    page = record.pages[min(at, len(record.pages) - 1)].number
    boxes = boxes_of(connection, record, read, page, (low, high))
    return Spot(page=page, start=low, end=high, raw=read.raw[low:high], boxes=boxes)


def _whole(text: Text, start: int, end: int) -> tuple[int, int]:
    """The stretch with the edits that it touches whole; with a sign more where one only puts something in."""
    while True:
        touched = text.edited(start, end)
        spans = [text.span_of(n) for n in touched]
        start = min([start, *(low for low, _ in spans)])
        end = max([end, *(high for _, high in spans)])
        bare = [text.span_of(n) for n in touched if text.edits[n].start == text.edits[n].end]
        before = any(low == start for low, _ in bare)
        after = any(high == end for _, high in bare)
        if not (before or after):
            return start, end
        if (before and not start) or (after and end == len(text.content)):
            raise CorrectionError("Nothing was read there: take the words beside it too.")
        start, end = start - before, end + after


def _root(seen: Sequence[Chain], low: int, high: int) -> int | None:
    """The value that the words belong to already, where they were corrected before."""
    for chain in sorted(seen, key=lambda chain: chain.last.number, reverse=True):
        spot = chain.last.spot
        if chain.field == TEXT and spot and spot.start < high and low < spot.end:
            return chain.root
    return None
