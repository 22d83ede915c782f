"""The record: what one document becomes, the contract with everything that uses it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from models.finding import Severity
from models.matter import Decision, Item, Meeting
from models.mention import DateMention, Dnr, Frozen, Organisation, Paragraph, Person, PersonalNumber, Share
from models.vocabulary import Kind, Status

SCHEMA_VERSION: Literal["1.0"] = "1.0"


class SourceFile(Frozen):
    """The file that the document stands in."""

    path: str
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    bytes: Annotated[int, Field(ge=0)]
    media_type: str
    page_count: Annotated[int, Field(ge=0)]


class PartOf(Frozen):
    """Which of the file's documents this is, and on which of its pages it stands."""

    number: Annotated[int, Field(ge=1)]
    of: Annotated[int, Field(ge=1)]
    page_from: Annotated[int, Field(ge=1)]
    page_to: Annotated[int, Field(ge=1)]


class Municipality(Frozen):
    """A municipality, with its four-digit kommunkod."""

    name: str
    code: Annotated[str, Field(pattern="^[0-9]{4}$")] | None = None


class RecordPage(Frozen):
    """A page that the document stands on; size in `unit`, confidence of recognition 0 to 1."""

    number: Annotated[int, Field(ge=1)]
    width: float | None = None
    height: float | None = None
    unit: Literal["px", "pt"] | None = None
    dpi: int | None = None
    origin: Literal["ocr", "text layer", "text"]
    engine: str | None = None
    confidence: Share | None = None
    rotation: float = 0.0


class RecordFinding(Frozen):
    """What the program could not do or is unsure of."""

    code: str
    severity: Severity
    page: int | None = None
    message: str


class Quality(Frozen):
    """How much of the document is there, and how sure it is."""

    status: Status
    words: Annotated[int, Field(ge=0)]
    repaired_words: Annotated[int, Field(ge=0)]
    confidence: Share | None = None


class RecordEdit(Frozen):
    """A repair: `text[start:end]` stands where `raw` was read."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    raw: str
    reason: str
    confidence: Share


class PipelineInfo(Frozen):
    """What made the record, with the digest of its settings."""

    version: str
    settings: str
    engines: dict[str, str]
    processed_at: datetime


class Record(Frozen):
    """One document, checked, with the place of each thing on the paper."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    id: Annotated[str, Field(pattern="^[0-9a-f]{16}-[1-9][0-9]*$")]
    source: SourceFile
    part: PartOf
    kind: Kind
    title: str | None = None
    municipality: Municipality | None = None
    body: str | None = None
    date: str | None = None
    not_before: str | None = None
    not_after: str | None = None
    dnr: tuple[Dnr, ...] = ()
    dates: tuple[DateMention, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    personal_numbers: tuple[PersonalNumber, ...] = ()
    meeting: Meeting | None = None
    items: tuple[Item, ...] = ()
    decisions: tuple[Decision, ...] = ()
    pages: tuple[RecordPage, ...] = ()
    findings: tuple[RecordFinding, ...] = ()
    quality: Quality
    text: str
    edits: tuple[RecordEdit, ...] = ()
    pipeline: PipelineInfo
