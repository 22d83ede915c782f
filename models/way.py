"""The way of a matter (ärendets gång) through documents and bodies: what each tells, and the steps it makes.

A record tells of a step in one of three ways: it is the step's own document, it cites it, or it only names
the matter's number. `Told` is one such telling; a `Way` is what many of them come to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from models.matter import Vote
from models.swedish.organs import Organ
from models.vocabulary import DecisionOutcome, DecisionStatus, Kind

_NORMAL = re.compile(r"(?:(?P<registry>\S+) )?(?P<year>\d{4})/(?P<number>\d{1,9})")

NOT_TAKEN = frozenset({DecisionStatus.FORSLAG, DecisionStatus.FRAMTIDA})
"""Statuses of what a step proposes or expects and doesn't decide."""


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A diarienummer as the key of a matter; it is unique only with municipality and registry."""

    registry: str | None
    year: int
    number: int

    @classmethod
    def of_value(cls, value: str) -> CaseNumber | None:
        """The number that a record gives in normal form ("KS 2021/87", "2021/87")."""
        found = _NORMAL.fullmatch(value)
        return cls(found["registry"], int(found["year"]), int(found["number"])) if found else None

    def __str__(self) -> str:
        """In normal form."""
        return f"{self.registry} {self.year}/{self.number}" if self.registry else f"{self.year}/{self.number}"


class Telling(StrEnum):
    """How a document tells of a step: as its own, as another document's, or by the matter's number alone."""

    OWN = "own"
    CITED = "cited"
    NAMED = "named"


class Act(StrEnum):
    """What was done in a step."""

    RECEIVED = "received"
    WRITTEN = "written"
    PROPOSAL = "proposal"
    DECISION = "decision"
    HANDLED = "handled"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision or proposal of a step, with the outcomes of its points."""

    id: str
    status: DecisionStatus
    outcome: DecisionOutcome
    points: tuple[DecisionOutcome, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """What one document tells of one step.

    `position` is its place among the tellings of its document, from 1; `by` is that of the document's own
    step that cites it, or 0. `date` is EDTF, `received` the day that is stamped on a document. `numbers` are
    those that are printed with it. `gathers`: the step reports on many matters, and its citations are no
    steps of its own.
    """

    position: int
    telling: Telling
    act: Act
    page: int
    by: int = 0
    body: str | None = None
    organ: Organ | None = None
    date: str | None = None
    year: int | None = None
    paragraph: int | None = None
    kind: Kind | None = None
    title: str | None = None
    received: str | None = None
    rulings: tuple[Ruling, ...] = ()
    vote: Vote | None = None
    numbers: tuple[CaseNumber, ...] = ()
    gathers: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """A telling with the id of the record that it stands in."""

    document: str
    told: Told


@dataclass(frozen=True, slots=True)
class Spot:
    """A page of a record."""

    document: str
    page: int


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a step is cited: the record and page, and of which step of it."""

    document: str
    page: int
    kind: Kind | None
    body: str | None
    date: str | None
    paragraph: int | None
    numbers: tuple[CaseNumber, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two documents tell a step differently: `field` is "date" or "outcome"."""

    field: str
    shown: str
    told: str
    document: str
    page: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a matter; without `documents`, it is only cited.

    `numbers` are the diarienummer that are printed with it; a step of another matter that this one cites has
    that one's.
    """

    act: Act
    body: str | None
    date: str | None
    year: int | None
    paragraph: int | None
    kind: Kind | None
    title: str | None
    received: str | None
    rulings: tuple[Ruling, ...]
    vote: Vote | None
    numbers: tuple[CaseNumber, ...]
    documents: tuple[Spot, ...]
    cited_by: tuple[Citation, ...]
    differences: tuple[Difference, ...]

    @property
    def only_cited(self) -> bool:
        """Whether no document of the step itself is known."""
        return not self.documents


@dataclass(frozen=True, slots=True)
class Way:
    """A matter from its first step to its last; `number` is None where its documents print none.

    `named_in` are documents that only name its number; `whole` is False where it has more documents than are
    followed.
    """

    municipality: str | None
    number: CaseNumber | None
    title: str | None
    steps: tuple[Step, ...]
    named_in: tuple[Spot, ...]
    whole: bool = True
