"""What all lists of the API share: their filters, and the shape of their answers."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, BeforeValidator, Field

from archive.reading.parts import PartQuery
from archive.reading.stretch import Stretch

Row = TypeVar("Row")
_TEXT = 300
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _written(value: object) -> object:
    """A day as it must be written (RFC 3339, full-date); a bare number would be taken for seconds."""
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("A day is written as 1974-11-05.")
    return value


Body = Annotated[
    str | None, Query(max_length=_TEXT, description="The body's name in full.", examples=["Kommunstyrelsen"])
]
Municipality = Annotated[
    str | None, Query(max_length=_TEXT, description="The municipality's name or kommunkod.")
]
Day = Annotated[date, BeforeValidator(_written)]
FirstDay = Annotated[
    Day | None, Query(alias="from", description="The first day that counts.", examples=["1974-01-01"])
]
LastDay = Annotated[
    Day | None, Query(alias="to", description="The last day that counts.", examples=["2004-12-31"])
]
Limit = Annotated[int, Query(ge=1, le=100, description="So many rows at most.")]
Cursor = Annotated[str | None, Query(max_length=_TEXT * 10, description="`next` of the answer before.")]
OfDocument = Annotated[str | None, Query(max_length=_TEXT, description="Only what this document holds.")]


class Listed(BaseModel, Generic[Row]):
    """A stretch of a list; `next` is the cursor of the one after it, null where this is the last."""

    rows: tuple[Row, ...]
    next: Annotated[str | None, Field(examples=["WyIxOTc0LTExLTA1IiwgIjAiXQ"])] = None


def listed(found: Stretch[Row]) -> Listed[Row]:
    """The answer that a stretch is."""
    return Listed[Row](rows=found.rows, next=found.next)


def part_query(  # noqa: PLR0913, PLR0917  the parameters of the request
    document: OfDocument = None,
    body: Body = None,
    municipality: Municipality = None,
    first: FirstDay = None,
    last: LastDay = None,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> PartQuery:
    """Which things of documents are asked for."""
    return PartQuery(document, body, municipality, iso(first), iso(last), limit, cursor)


def iso(day: date | None) -> str | None:
    """A day as the archive compares days."""
    return day.isoformat() if day else None
