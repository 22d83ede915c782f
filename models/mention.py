"""What a document mentions, each thing with its places on the paper."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from models.vocabulary import (
    DatePrecision,
    DateRole,
    DnrRelation,
    OrganisationKind,
    ParagraphKind,
    PersonalNumberKind,
)

Share = Annotated[float, Field(ge=0, le=1)]
BoxTuple = tuple[float, float, float, float]


class Frozen(BaseModel):
    """A value of a record: it never changes, and holds no field that the contract doesn't name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(Frozen):
    """Where a thing stands on paper, so that a person can check it."""

    page: Annotated[int, Field(ge=1)]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    boxes: tuple[BoxTuple, ...] = ()
    raw: str
    confidence: Share
    rule: str


class Dnr(Frozen):
    """A diarienummer; `candidates` holds both readings where the order of two short numbers is unsettled."""

    value: str
    registry: str | None = None
    year: int | None = None
    number: int | None = None
    class_code: str | None = None
    document_no: str | None = None
    relation: DnrRelation = DnrRelation.OWN
    candidates: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


class DateMention(Frozen):
    """A date or stretch of dates as EDTF, with its first and last day in ISO 8601."""

    value: str
    start: str | None = None
    end: str | None = None
    precision: DatePrecision = DatePrecision.DAY
    year_inferred: bool = False
    role: DateRole = DateRole.OTHER
    places: tuple[Place, ...] = ()


class Paragraph(Frozen):
    """A § that the document minutes or cites, or a section of a statute."""

    number: int
    number_to: int | None = None
    year: int | None = None
    body: str | None = None
    date: str | None = None
    kind: ParagraphKind
    statute: str | None = None
    places: tuple[Place, ...] = ()


class Person(Frozen):
    """A person in the document; the party only where it is printed.

    `candidates` are the names of others in the document who may be the same: a name spelt otherwise, shorter,
    or with initials. They are never put together.
    """

    name: str
    party: str | None = None
    party_printed: str | None = None
    roles: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


class Organisation(Frozen):
    """A body, authority, company or association that the document names."""

    name: str
    kind: OrganisationKind
    places: tuple[Place, ...] = ()


class PersonalNumber(Frozen):
    """That a personal number is printed, and where; the number itself stands in the text and in `raw`."""

    kind: PersonalNumberKind
    places: tuple[Place, ...] = ()
