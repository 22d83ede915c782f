"""The work list: what is unsure across the archive, what most needs a person first."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from archive.facet import Value
from archive.search.work import Work, WorkQuery, work
from justerat.web.render import page
from justerat.web.served import Here
from justerat.web.view.addresses import address, narrowed
from justerat.web.view.places import place_of
from models.errors import QueryError

router = APIRouter(include_in_schema=False)
PATH = "/arbete"


@router.get(PATH)
def tasks(
    request: Request,
    here: Here,
    q: Annotated[str, Query(max_length=1000)] = "",
    after: Annotated[str | None, Query(max_length=200)] = None,
) -> HTMLResponse:
    """A page of the list, each line with a link to the place on paper; narrowed in the search's language."""
    fault, found = None, Work((), 0)
    try:
        with here.archive.asking() as (connection, memory):
            found = work(connection, WorkQuery(q, after=after, facets=True), memory)
    except QueryError as error:
        fault = error

    def leads(name: str, value: Value) -> str:
        return address(PATH, narrowed(q, name, value))

    return page(
        request, "work.html", 422 if fault else 200, q=q, fault=fault, found=found, leads=leads,
        place_of=place_of, following=address(PATH, q, after=found.after) if found.after else None,
    )  # fmt: skip
