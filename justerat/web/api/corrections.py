"""What people correct: made, taken back, listed."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Body, Path, Response
from fastapi.openapi.models import Example
from pydantic import BaseModel, Field

from justerat.web.guard.who import Reviewer
from justerat.web.served import Here, RecordId
from models.correction import Asked, Correction
from models.errors import CorrectionMissing

router = APIRouter(prefix="/documents/{record_id}/corrections", tags=["corrections"])
_EXAMPLES: dict[str, Example] = {
    "correct a name": {
        "value": {
            "act": "correct", "field": "people", "position": 1, "seen": 12,
            "value": {"name": "Åsa Öberg", "party": "C", "roles": ["ordförande"]},
        }
    },
    "confirm": {"value": {"act": "confirm", "field": "decisions", "position": 2, "seen": 12}},
    "add, by its words": {
        "value": {
            "act": "add", "field": "dnr", "value": {"value": "BN 1974/188", "relation": "cited"},
            "page": 2, "words": "BN 188/74", "seen": 12,
        }
    },
    "add, by a box": {
        "value": {
            "act": "add", "field": "organisations", "value": {"name": "Granby IF", "kind": "association"},
            "page": 2, "boxes": [[170, 0, 270, 40]], "seen": 12,
        }
    },
    "a single value": {
        "value": {"act": "correct", "field": "meeting.chair", "value": "Åsa Öberg", "seen": 12}
    },
    "the text": {
        "value": {"act": "correct", "field": "text", "start": 14, "end": 20, "value": "Beslut", "seen": 12}
    },
}  # fmt: skip
Number = Annotated[int, Path(ge=1, lt=2**53, description="The correction's number.", examples=[7])]


class Corrections(BaseModel):
    """All that was said of a document, in order."""

    seen: Annotated[int, Field(description="The document's last change: what a correction gives as `seen`.")]
    corrections: tuple[Correction, ...]


@router.get("", summary="List corrections")
def list_corrections(here: Here, record_id: RecordId) -> Corrections:
    """Who corrected what, when, and how it was before; also what was undone, and the undoing."""
    found = here.archive.reviews.of(record_id)
    return Corrections(seen=found.seen, corrections=found.corrections)


@router.get("/{number}", summary="One correction")
def one_correction(here: Here, record_id: RecordId, number: Number) -> Correction:
    """A correction by its number."""
    for one in here.archive.reviews.of(record_id).corrections:
        if one.number == number:
            return one
    raise CorrectionMissing("The document has no such correction.")


@router.post("", summary="Confirm, correct, add or reject a value", status_code=HTTPStatus.CREATED)
def correct(
    here: Here,
    asker: Reviewer,
    record_id: RecordId,
    asked: Annotated[Asked, Body(openapi_examples=_EXAMPLES)],
    answer: Response,
) -> Correction:
    """Correct a value of the record; the role review is needed.

    `position` counts a list of the record from 1, as it was at change number `seen` (of `GET` here); `start`
    and `end` are positions in `text`. Where another has corrected the same value since, the answer is 409;
    what others have corrected beside it stands in nobody's way.
    """
    made = here.archive.reviews.make(record_id, asked, asker.name)
    answer.headers["Location"] = _address(made)
    return made


@router.post("/{number}/undo", summary="Take a correction back", status_code=HTTPStatus.CREATED)
def undo(here: Here, asker: Reviewer, record_id: RecordId, number: Number, answer: Response) -> Correction:
    """What held before holds again; the role review is needed. 409 where a later correction builds on it."""
    made = here.archive.reviews.undo(record_id, number, asker.name)
    answer.headers["Location"] = _address(made)
    return made


def _address(made: Correction) -> str:
    return f"/api/v1/documents/{made.document}/corrections/{made.number}"
