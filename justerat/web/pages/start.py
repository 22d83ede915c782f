"""The first page: what is in the archive, and its documents."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from archive.reading.documents import DocumentQuery, documents, overview
from justerat.web.render import page
from justerat.web.served import Here
from models.errors import SettingsError
from models.vocabulary import Kind

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Query(max_length=3000)]
First = Annotated[str, Query(alias="from", max_length=10)]
Last = Annotated[str, Query(alias="to", max_length=10)]


@router.get("/")
def start(  # noqa: PLR0913, PLR0917  the parameters of the request
    request: Request,
    here: Here,
    kind: Text = "",
    body: Text = "",
    municipality: Text = "",
    first: First = "",
    last: Last = "",
    cursor: Text = "",
) -> HTMLResponse:
    """The list of documents with its filters; an empty filter asks for nothing."""
    query = DocumentQuery(
        kind=_kind(kind),
        body=body or None,
        municipality=municipality or None,
        first_day=_day(first),
        last_day=_day(last),
        cursor=cursor or None,
    )
    asked = {"kind": kind, "body": body, "municipality": municipality, "from": first, "to": last}
    with here.archive.connection() as connection:
        found, whole = documents(connection, query), overview(connection)
    following = urlencode(
        {**{name: value for name, value in asked.items() if value}, "cursor": found.next or ""}
    )
    return page(
        request, "start.html", whole=whole, asked=asked, found=found, following=f"/?{following}"
    )  # fmt: skip


def _kind(text: str) -> Kind | None:
    try:
        return Kind(text) if text else None
    except ValueError as error:
        raise SettingsError("There is no such kind of document: choose one of the list.") from error


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError as error:
        raise SettingsError("A day is written as 2004-12-31.") from error
