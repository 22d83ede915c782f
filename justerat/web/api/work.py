"""The work list for other systems: what is unsure, with the place where it stands."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from archive.search.query import quoted
from archive.search.work import Work, WorkQuery, work
from justerat.web.served import Here
from models.finding import Severity
from models.vocabulary import Kind

router = APIRouter()


class AskedWork(BaseModel):
    """Which tasks: by a query in the language of search, and by the filters that it has fields for."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(default="", max_length=500, description="The query.", examples=["finding:page-unsure"])
    doubt: Literal["document", "finding", "value", "repair"] | None = Field(
        default=None,
        description="What is unsure: a finding, a value, a repair, or a document that is partial.",
    )
    severity: Severity | None = Field(default=None, description="How much it weighs.")
    kind: Kind | None = Field(default=None, description="What kind of document.")
    body: str | None = Field(default=None, max_length=200, description="Of a body, by part of its name.")
    limit: int = Field(default=20, ge=1, le=100, description="So many tasks at most.")
    after: str | None = Field(default=None, max_length=200, description="`after` of the answer before.")
    facets: bool = Field(default=False, description="Count the tasks by kind, body, severity and so on, too.")

    def text(self) -> str:
        """All of it as one query."""
        given = {"doubt": self.doubt, "severity": self.severity, "kind": self.kind, "body": self.body}
        clauses = (f"{name}:{quoted(str(value))}" for name, value in given.items() if value is not None)
        return " ".join([self.q, *clauses]).strip()


@router.get("/work", summary="What needs a person", tags=["work"])
def list_work(here: Here, asked: Annotated[AskedWork, Query()]) -> Work:
    """Findings, unsure values and repairs, and partial documents, what most needs a person first.

    Go on with `after` until it is null: no task comes twice, and none is left out that was there all along.
    """
    with here.archive.asking() as (connection, memory):
        return work(connection, WorkQuery(asked.text(), asked.limit, asked.after, asked.facets), memory)
