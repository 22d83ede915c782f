"""Reviewing a document: what was corrected, and forms that correct, add, confirm, reject and undo."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import JsonValue, ValidationError
from starlette.responses import HTMLResponse, RedirectResponse

from archive.review.fields import LISTS, SINGLES, single
from archive.review.reviews import Review
from justerat.web.guard.who import Reviewer, may_review
from justerat.web.images.draw import DRAWN
from justerat.web.images.size import full_size
from justerat.web.render import page
from justerat.web.served import Here, RecordId
from justerat.web.view.history import in_words, singles, steps, unplaced
from justerat.web.view.inputs import inputs_of, value_of
from justerat.web.view.text import span_of
from models.correction import TEXT, Act, Asked, Correction
from models.errors import CorrectionError, RecordMissing
from models.record import Record, RecordPage
from models.source import MediaType

router = APIRouter(include_in_schema=False, prefix="/dokument/{record_id}/granska")
_MOST_ANSWERS = 2_000
"""A vote by name has three answers for each of a council, which has 101 members at most."""
FIELDS = (*LISTS, *SINGLES, TEXT)
Field = Annotated[str, Path(max_length=40)]
Number = Annotated[int, Query(alias="sida", ge=1, le=1_000_000)]
Position = Annotated[int | None, Query(alias="nr", ge=1, le=1_000_000)]


async def _answers(request: Request) -> dict[str, str]:
    """What a form was filled in with."""
    try:
        content = (await request.body()).decode()
        return dict(parse_qsl(content, keep_blank_values=True, max_num_fields=_MOST_ANSWERS))
    except ValueError as error:
        raise CorrectionError("The form can't be read: send it again.") from error


Answers = Annotated[dict[str, str], Depends(_answers)]


@router.get("")
def overview(request: Request, here: Here, record_id: RecordId) -> HTMLResponse:
    """The document's single values, values that stand on no page, and all that was corrected."""
    review = here.archive.reviews.of(record_id)
    record = review.reviewed.record
    return page(
        request,
        "review.html",
        record=record,
        singles=singles(record),
        unplaced=list(unplaced(record)),
        steps=steps(review.corrections),
        lists=tuple(LISTS),
        is_reviewer=may_review(request),
        page_from=record.part.page_from,
    )


@router.get("/{field}")
def form(  # noqa: PLR0913, PLR0917  the parameters of the request
    request: Request,
    here: Here,
    _: Reviewer,
    record_id: RecordId,
    field: Field,
    number: Number = 1,
    position: Position = None,
) -> HTMLResponse:
    """The form for one value, or with no position for a new one of a list, beside the picture of its page."""
    review = here.archive.reviews.of(record_id)
    record = review.reviewed.record
    sheet = _sheet(record, number)
    value = _value(record, field, position)
    entry = LISTS[field].get(record)[position - 1] if field in LISTS and position else None
    places = [place for place in entry.places if place.page == number] if entry else []
    return page(
        request,
        "correct.html",
        record=record,
        field=field,
        position=position,
        inputs=inputs_of(field, value),
        is_new=field in LISTS and position is None,
        seen=review.seen,
        sheet=sheet,
        size=full_size(sheet) if MediaType(record.source.media_type) in DRAWN else None,
        boxes=[box for place in places for box in place.boxes],
        raw=places[0].raw if places else "",
        decisions=[(one.id, one.text) for one in record.decisions]
        if field in {"amounts", "addressees"}
        else [],
        in_words=in_words(value),
    )


@router.post("/{field}")
def correct(
    here: Here, asker: Reviewer, record_id: RecordId, field: Field, given: Answers
) -> RedirectResponse:
    """Do what the form asks, and show the page that the value stands on."""
    review = here.archive.reviews.of(record_id)
    try:
        asked = Asked.model_validate(_asked(review, field, given))
    except ValidationError as error:
        raise CorrectionError("The form can't be read: send it again.") from error
    made = here.archive.reviews.make(record_id, asked, asker.name)
    return _back(made, given)


@router.post("/rattelse/{number}/angra")
def undo(
    here: Here, asker: Reviewer, record_id: RecordId, number: Annotated[int, Path(ge=1, lt=2**53)]
) -> RedirectResponse:
    """Take a correction back, and show what is left."""
    here.archive.reviews.undo(record_id, number, asker.name)
    return RedirectResponse(f"/dokument/{record_id}/granska#historik", HTTPStatus.SEE_OTHER)


def _asked(review: Review, field: str, given: Mapping[str, str]) -> dict[str, object]:
    act = given.get("gor", Act.CORRECT.value)
    position = _number(given.get("nr"))
    told: dict[str, object] = {
        "act": act, "field": field, "seen": _number(given.get("sett")), "position": position,
        "within": given.get("beslut") or None,
    }  # fmt: skip
    if field == TEXT:
        told |= _stretch(review.reviewed.record, given)
    elif act in {Act.CORRECT, Act.ADD}:
        told["value"] = value_of(field, _value(review.reviewed.record, field, position), given)
    if given.get("ord", "").strip() or given.get("ruta", "").strip():
        told |= _place(given)
    return told


def _place(given: Mapping[str, str]) -> dict[str, object]:
    """The place by the words that stand there, else by the box that was drawn."""
    words = given.get("ord", "").strip()
    told: dict[str, object] = {"page": _number(given.get("sida"))}
    if words:
        return told | {"words": words}
    try:
        return told | {"boxes": [tuple(map(float, given["ruta"].split(",")))]}
    except ValueError as error:
        raise CorrectionError("The box can't be read: draw it again.") from error


def _number(given: str | None) -> int | None:
    """A whole number that a form brings; None where it brings none."""
    return int(given) if given and given.isascii() and given.isdecimal() and len(given) < 16 else None


def _stretch(record: Record, given: Mapping[str, str]) -> dict[str, object]:
    """Where the words stand that are to be rewritten; CorrectionError where they don't stand just once."""
    wanted = given.get("star", "").replace("\r\n", "\n")
    sheet = _sheet(record, _number(given.get("sida")) or 0)
    low, high = span_of(record, sheet.number)
    start = record.text.find(wanted, low, high) if wanted else -1
    if start < 0:
        raise CorrectionError("The page doesn't say that: write the words as they stand in its text.")
    if record.text.find(wanted, start + 1, high) >= 0:
        raise CorrectionError("The page says that more than once: take more of the words around it.")
    new = given.get("ska_sta", "").replace("\r\n", "\n")
    return {"start": start, "end": start + len(wanted), "value": new}


def _value(record: Record, field: str, position: int | None) -> JsonValue:
    if field in SINGLES:
        return single(record, field)
    if field not in LISTS:
        raise RecordMissing("No record has that field.")
    entries = LISTS[field].get(record)
    if position is None:
        return None
    if not 0 < position <= len(entries):
        raise RecordMissing("There is no value at that position of the list.")
    return entries[position - 1].told


def _sheet(record: Record, number: int) -> RecordPage:
    for one in record.pages:
        if one.number == number:
            return one
    raise RecordMissing("The document has no such page.")


def _back(made: Correction, given: Mapping[str, str]) -> RedirectResponse:
    number = _number(given.get("sida"))
    if made.field in SINGLES or number is None:
        return RedirectResponse(f"/dokument/{made.document}/granska", HTTPStatus.SEE_OTHER)
    return RedirectResponse(f"/dokument/{made.document}?sida={number}#granskat", HTTPStatus.SEE_OTHER)
