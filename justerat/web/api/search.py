"""What is asked across documents: search, the way of a matter, and the feed of changes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from archive.changes import changes
from archive.matters.find import Matters, single
from archive.store import Query as Asked
from archive.store import Sort
from justerat.asked import numbers_of
from justerat.data import way_data
from justerat.web.api.listing import Municipality
from justerat.web.served import Here

router = APIRouter()


class Search(BaseModel):
    """What is looked for, in the language that the guide for researchers tells of."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(default="", max_length=1000, description="The query.", examples=["bygglov outcome:avslag"])
    sort: Sort = Field(default=Sort.BEST, description="Which hits come first.")
    limit: int = Field(default=20, ge=1, le=100, description="So many hits at most.")
    after: str | None = Field(default=None, max_length=200, description="`after` of the answer before.")
    facets: bool = Field(default=False, description="Count the hits by kind, body, year and so on, too.")


class FoundHit(BaseModel):
    """An item, a page outside items, a decision or a document; `marks` are stretches of `snippet`."""

    model_config = ConfigDict(from_attributes=True)

    document: str
    path: str
    kind: str
    title: str | None
    body: str | None
    date: str | None
    entry: str
    page: int
    paragraph: int | None
    heading: str | None
    decision: str | None
    status: str | None
    outcome: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]


class FoundValue(BaseModel):
    """A value as a query has it, as it is shown, and how many hits have it."""

    model_config = ConfigDict(from_attributes=True)

    value: str
    shown: str
    count: int


class FoundFacet(BaseModel):
    """The values of a field among the hits."""

    model_config = ConfigDict(from_attributes=True)

    name: str
    values: tuple[FoundValue, ...]


class Found(BaseModel):
    """Some hits of `total`; `after` is the cursor of those that follow, null on the last page."""

    model_config = ConfigDict(from_attributes=True)

    total: int
    hits: tuple[FoundHit, ...]
    facets: tuple[FoundFacet, ...]
    after: str | None


class ToldChange(BaseModel):
    """A document was put in, or anew (`put`), or is gone (`gone`)."""

    number: int
    document: str
    what: str
    at: str


class ToldChanges(BaseModel):
    """Changes in order; `last` is the number to go on from, `more` tells whether there are more by now."""

    changes: tuple[ToldChange, ...]
    last: int
    more: bool


@router.get("/search", summary="Search items, pages, decisions and documents", tags=["search"])
def search(here: Here, asked: Annotated[Search, Query()]) -> Found:
    """What answers a query, with the cursor of what follows; of one that can't be understood, where."""
    query = Asked(asked.q, asked.sort, asked.limit, asked.after, asked.facets)
    return Found.model_validate(here.archive.search(query))


@router.get("/matters", summary="The way of a matter", tags=["search"])
def matter(
    here: Here,
    dnr: Annotated[str, Query(max_length=60, description="In any printed form.", examples=["KS 2020/198"])],
    municipality: Municipality = None,
) -> dict[str, object]:
    """A matter's steps through bodies and documents, each with where it is told."""
    with here.archive.connection() as connection:
        way = single(Matters(connection).numbered(numbers_of(dnr), municipality))
    return {**way_data(way)}


@router.get("/changes", summary="What has changed", tags=["feed"])
def list_changes(
    here: Here,
    since: Annotated[int, Query(ge=0, le=2**62, description="The last number that was read.")] = 0,
    limit: Annotated[int, Query(ge=1, le=10_000, description="So many changes at most.")] = 1000,
) -> ToldChanges:
    """The changes after a number, the oldest first: who goes on from `last` misses and repeats nothing."""
    with here.archive.connection() as connection:
        found = changes(connection, since, limit)
    return ToldChanges.model_validate(asdict(found))
