"""The search: what answers a query, and by what it can be narrowed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from archive.facet import Value
from archive.search.query import parse
from archive.store import Hit, Results, Sort
from archive.store import Query as Asked
from justerat.web.render import page
from justerat.web.served import Here
from justerat.web.view.addresses import address, narrowed
from models.errors import QueryError

router = APIRouter(include_in_schema=False)
SCOPES = ("text", "decisions", "documents")
"""What a search lists for readers; what is unsure has a page of its own."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What can be listed: the address of that list, and whether it is this one."""

    name: str
    address: str
    chosen: bool


@router.get("/sok")
def search(
    request: Request,
    here: Here,
    q: Annotated[str, Query(max_length=1000)] = "",
    sort: Sort = Sort.BEST,
    after: Annotated[str | None, Query(max_length=200)] = None,
) -> HTMLResponse:
    """A page of hits with the facets of all; of a query that can't be understood, where that shows."""
    order = sort if q.strip() else Sort.NEWEST
    try:
        results, fault = here.archive.search(Asked(q, order, after=after, facets=True)), None
    except QueryError as error:
        results, fault = Results((), 0), error

    def leads(name: str, value: Value) -> str:
        return _address(narrowed(q, name, value), sort)

    return page(
        request, "search.html", 422 if fault else 200, q=q, sort=order, sorts=list(Sort), results=results,
        fault=fault, pieces=_pieces, narrowed=leads, scopes=() if fault else tuple(_scopes(q, sort)),
        following=_address(q, order, results.after) if results.after else None,
    )  # fmt: skip


def _address(q: str, sort: Sort, after: str | None = None) -> str:
    return address("/sok", q, sort="" if sort is Sort.BEST else sort.value, after=after)


def _scopes(q: str, sort: Sort) -> Iterator[Scope]:
    parsed = parse(q)
    without = _without(q, parsed.scopes)
    usual = replace(parsed, scope=None).listed
    for name in SCOPES:
        asked = without if name == usual else f"{without} in:{name}".strip()
        yield Scope(name, _address(asked, sort), name == parsed.listed)


def _without(q: str, places: tuple[tuple[int, int], ...]) -> str:
    """The query without these stretches of it."""
    for start, end in reversed(places):
        q = f"{q[:start].rstrip()} {q[end:].lstrip()}".strip()
    return q


def _pieces(hit: Hit) -> Iterator[tuple[str, bool]]:
    """The hit's snippet piece by piece, each with whether it was looked for."""
    at = 0
    for start, end in hit.marks:
        yield hit.snippet[at:start], False
        yield hit.snippet[start:end], True
        at = end
    yield hit.snippet[at:], False
