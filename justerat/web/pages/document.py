"""A document page by page, one of its ärenden, and its meeting."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import HTMLResponse

from archive.review.fields import LISTS
from justerat.web.guard.who import may_review
from justerat.web.images.draw import DRAWN
from justerat.web.images.size import full_size
from justerat.web.render import page
from justerat.web.served import Here, RecordId
from justerat.web.view.history import marked
from justerat.web.view.text import page_text
from justerat.web.view.values import grouped, values_on
from models.errors import RecordMissing
from models.source import MediaType

router = APIRouter(include_in_schema=False)


@router.get("/dokument/{record_id}")
def document(
    request: Request,
    here: Here,
    record_id: RecordId,
    number: Annotated[int | None, Query(alias="sida", ge=1)] = None,
) -> HTMLResponse:
    """A page of the document (its first, if none is given): picture, values, text and findings."""
    review = here.archive.reviews.of(record_id)
    record = review.reviewed.record
    numbers = [one.number for one in record.pages]
    number = number or record.part.page_from
    if number not in numbers:
        raise RecordMissing("The document has no such page.")
    at = numbers.index(number)
    sheet = record.pages[at]
    pictured = MediaType(record.source.media_type) in DRAWN and full_size(sheet) is not None
    return page(
        request,
        "document.html",
        record=record,
        sheet=sheet,
        size=full_size(sheet) if pictured else None,
        numbers=numbers,
        previous=numbers[at - 1] if at else None,
        next=numbers[at + 1] if at + 1 < len(numbers) else None,
        groups=grouped(values_on(record, number)),
        text=page_text(record, number),
        marks=marked(review),
        seen=review.seen,
        lists=tuple(LISTS),
        is_reviewer=may_review(request),
        findings=[one for one in record.findings if one.page in {None, number}],
    )


@router.get("/dokument/{record_id}/arende/{position}")
def item(
    request: Request, here: Here, record_id: RecordId, position: Annotated[int, Path(ge=1)]
) -> HTMLResponse:
    """An ärende (by its position in the document, from 1) with its decisions."""
    record = here.archive.get(record_id)
    if position > len(record.items):
        raise RecordMissing("The document has no such ärende.")
    found = record.items[position - 1]
    decisions = [(number, one) for number, one in enumerate(record.decisions, 1) if one.id in found.decisions]
    return page(request, "item.html", record=record, item=found, position=position, decisions=decisions)


@router.get("/dokument/{record_id}/mote")
def meeting(request: Request, here: Here, record_id: RecordId) -> HTMLResponse:
    """The meeting that the document minutes: when, where, who."""
    record = here.archive.get(record_id)
    if record.meeting is None:
        raise RecordMissing("The document tells of no meeting.")
    return page(request, "meeting.html", record=record, meeting=record.meeting)
