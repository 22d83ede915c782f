"""What a run found, as it is kept in JSON."""

from __future__ import annotations

from pydantic import BaseModel

from benchmarks.records.score import Score
from benchmarks.reliability import Bin

BORN_DIGITAL = "born digital"
SCANS = "scans"
SCANS_UNSCANNED = "the scanned files, born digital"
TEXTS = "documents of plain text"
TEXTS_SCANNED = "the same documents, printed and scanned"


class Tally(BaseModel):
    """Values of one field: right, spurious, missed; some of the faults, as they are told."""

    right: int = 0
    spurious: int = 0
    missed: int = 0
    faults: list[str] = []

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(
            right=self.right + other.right,
            spurious=self.spurious + other.spurious,
            missed=self.missed + other.missed,
            faults=self.faults + other.faults,
        )

    @property
    def values(self) -> int:
        """How many values there were, true or spurious."""
        return self.right + self.spurious + self.missed

    @property
    def score(self) -> Score:
        """Precision, recall and F1."""
        return Score(self.right, self.spurious, self.missed)


class Run(BaseModel):
    """Files read in one way: `decades` hold a tally for each field; `seconds` are from words to record."""

    files: int = 0
    pages: int = 0
    seconds: float = 0.0
    decades: dict[str, dict[str, Tally]] = {}
    forms: dict[str, dict[str, dict[str, Tally]]] = {}
    """By what the grammar has forms of ("attendance"), and by form, the same."""
    calibration: dict[str, tuple[Bin, ...]] = {}
    """By kind of value, bins of confidence that begin at `EDGES` of `calibration`."""

    def field(self, name: str) -> Tally:
        """A field over all decades."""
        return sum((fields[name] for fields in self.decades.values() if name in fields), Tally())

    @property
    def fields(self) -> list[str]:
        """The fields met, in the order of the scorer."""
        return list(dict.fromkeys(name for fields in self.decades.values() for name in fields))


class Volume(BaseModel):
    """A long file: seconds over all, of the first and last hundred pages, and from last page to record.

    `peak` is in bytes.
    """

    pages: int
    wall: float
    cpu: float
    peak: int
    first: float
    last: float
    record: float


class Result(BaseModel):
    """All runs over the files of one seed."""

    made_at: str
    seed: int
    machine: str
    runs: dict[str, Run] = {}
    volumes: list[Volume] = []
