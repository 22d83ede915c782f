"""What documents hold: ärenden, decisions, people and diarienummer."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from archive.reading import parts
from archive.reading.parts import DecisionRow, DnrRow, ItemRow, PartQuery, PersonRow
from justerat.web.api.listing import Listed, listed, part_query
from justerat.web.served import Here
from models.vocabulary import DecisionOutcome, DecisionStatus

router = APIRouter()
Asked = Annotated[PartQuery, Depends(part_query)]


@router.get("/items", summary="List ärenden", tags=["parts"])
def list_items(here: Here, query: Asked) -> Listed[ItemRow]:
    """The ärenden of minutes, document by document."""
    with here.archive.connection() as connection:
        return listed(parts.items(connection, query))


@router.get("/decisions", summary="List decisions", tags=["parts"])
def list_decisions(
    here: Here,
    query: Asked,
    status: Annotated[DecisionStatus | None, Query(description="Taken, proposed or cited.")] = None,
    outcome: Annotated[DecisionOutcome | None, Query(description="What it does with its matter.")] = None,
) -> Listed[DecisionRow]:
    """Decisions, document by document; `status` tells those taken (fattat) from proposals and citations."""
    with here.archive.connection() as connection:
        return listed(parts.decisions(connection, query, status, outcome))


@router.get("/people", summary="List people", tags=["parts"])
def list_people(
    here: Here,
    query: Asked,
    name: Annotated[str | None, Query(max_length=300, description="The whole name.")] = None,
) -> Listed[PersonRow]:
    """People as each document names them, document by document."""
    with here.archive.connection() as connection:
        return listed(parts.people(connection, query, name))


@router.get("/dnr", summary="List diarienummer", tags=["parts"])
def list_numbers(
    here: Here,
    query: Asked,
    value: Annotated[
        str | None, Query(max_length=300, description="In normal form.", examples=["KS 2014/187"])
    ] = None,
) -> Listed[DnrRow]:
    """Diarienummer that documents bear or cite, document by document."""
    with here.archive.connection() as connection:
        return listed(parts.numbers(connection, query, value))
