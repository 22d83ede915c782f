"""What a run of the benchmark found, as it is kept in JSON."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from benchmarks.repair.counts import Counts
from benchmarks.repair.document import Facts


class ProgramResult(BaseModel):
    """What one program did; `counts` stand in the order of the documents, None for one that it wasn't given.

    `load` is in seconds of processor time, `peak` in bytes.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    version: str
    load: float
    peak: int
    counts: list[Counts | None]


class Result(BaseModel):
    """One run: the same documents, repaired by every program on the same machine."""

    made_at: str
    machine: str
    documents: list[Facts]
    programs: list[ProgramResult]
