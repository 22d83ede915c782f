"""Across documents: a person, and a matter."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from archive.matters.find import Matters
from archive.reading.parts import appearances
from justerat.asked import numbers_of
from justerat.web.render import page
from justerat.web.served import Here
from justerat.web.view.deeds import deeds
from models.errors import MatterMissing, RecordMissing

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Query(max_length=3000)]


@router.get("/person")
def person(
    request: Request,
    here: Here,
    name: Annotated[str, Query(alias="namn", max_length=3000)],
    cursor: Text = "",
) -> HTMLResponse:
    """Where documents name a person of exactly this name, as what, and what they did there."""
    with here.archive.connection() as connection:
        found = appearances(connection, name, cursor=cursor or None)
    if not found.rows:
        raise RecordMissing("No document names a person of that name.")
    told = ((row, here.archive.get(row.document)) for row in found.rows)
    shown = [(row, record, list(deeds(record, name))) for row, record in told]
    candidates = sorted({other for row in found.rows for other in row.candidates})
    return page(
        request, "person.html", name=name, shown=shown, candidates=candidates, next=found.next
    )  # fmt: skip


@router.get("/arende")
def matter(  # noqa: PLR0913, PLR0917  the parameters of the request
    request: Request,
    here: Here,
    dnr: Text = "",
    municipality: Annotated[str | None, Query(alias="kommun", max_length=3000)] = None,
    document: Annotated[str, Query(alias="dokument", max_length=100)] = "",
    paragraph: Annotated[int | None, Query(alias="paragraf", ge=1, le=1_000_000)] = None,
) -> HTMLResponse:
    """The way of a matter, by its number or by a § of a document; all of them, where it can be several."""
    with here.archive.connection() as connection:
        matters = Matters(connection)
        if document:
            ways = matters.of_item(here.archive.get(document).id, paragraph)
        else:
            ways = matters.numbered(numbers_of(dnr), municipality)
    if not ways:
        raise MatterMissing("No such matter is in the archive.")
    return page(request, "matter.html", ways=ways)
