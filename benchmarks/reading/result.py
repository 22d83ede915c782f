"""What a run of the benchmark found, as it is kept in JSON."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from benchmarks.reading.measure import Counts


class PageFacts(BaseModel):
    """Which page it was; see `BenchPage`."""

    model_config = ConfigDict(frozen=True)

    name: str
    kind: str
    form: str
    face: str
    dpi: int


class KindCost(BaseModel):
    """What the pages of one kind took in a call of their own: seconds, and bytes of the largest process."""

    model_config = ConfigDict(frozen=True)

    cpu: float
    wall: float
    peak: int


class ProgramResult(BaseModel):
    """What one program read; `counts` stand in the order of the pages.

    `cpu` and `wall` are seconds over all pages, `peak` bytes of the largest process; `kinds` holds the same
    for each kind where the kinds were read apart.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    version: str
    cpu: float
    wall: float
    peak: int
    kinds: dict[str, KindCost] = {}
    unread: list[str]
    counts: list[Counts]


class Digital(BaseModel):
    """Born-digital pages a CPU second: words alone, and a whole run to records."""

    model_config = ConfigDict(frozen=True)

    pages: int
    reading: float
    run: float


class Volume(BaseModel):
    """One file of many pages: seconds over all, for the first and the last hundred pages; peak in bytes."""

    model_config = ConfigDict(frozen=True)

    pages: int
    scans: int
    jobs: int
    unread: int
    wall: float
    cpu: float
    peak: int
    first: float
    last: float


class Result(BaseModel):
    """One run: the same pages, read by every program on the same machine with as many jobs."""

    made_at: str
    seed: int | None
    jobs: int
    machine: str
    pages: list[PageFacts]
    programs: list[ProgramResult]
    digital: Digital | None = None
    volume: Volume | None = None
