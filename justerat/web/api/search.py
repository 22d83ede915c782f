"""What is asked across documents: search, the way of a matter, and the feed of changes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from archive.changes import Changes, changes
from archive.matters.find import Matters, single
from archive.store import Query as Asked
from archive.store import Results, Sort
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


@router.get("/search", summary="Search items, pages, decisions and documents", tags=["search"])
def search(here: Here, asked: Annotated[Search, Query()]) -> Results:
    """What answers a query, with the cursor of what follows; of one that can't be understood, where."""
    return here.archive.search(Asked(asked.q, asked.sort, asked.limit, asked.after, asked.facets))


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
) -> Changes:
    """The changes after a number, the oldest first: who goes on from `last` misses and repeats nothing."""
    with here.archive.connection() as connection:
        return changes(connection, since, limit)
