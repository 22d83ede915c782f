"""Records of a municipality that never was, made for tests."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import strategies as st

from models.finding import Severity
from models.matter import Addressee, Amount, Decision, Item, Point, Vote
from models.mention import DateMention, Dnr, Paragraph, Person, Place
from models.outcome import Outcome
from models.record import (
    Municipality,
    PartOf,
    PipelineInfo,
    Quality,
    Record,
    RecordFinding,
    RecordPage,
    SourceFile,
)
from models.source import MediaType, Source
from models.vocabulary import (
    AddresseeKind,
    AddresseeRole,
    AmountBound,
    Currency,
    DateRole,
    DecisionOutcome,
    DecisionStatus,
    Kind,
    ParagraphKind,
    Status,
    VoteMethod,
)

PAGES = (
    "Byggnadsnämnden i Ekvalla\nBygglov för Åkerö 1:4 avslås",
    "§ 12 Ändring av detaljplan, dnr BN 1974/187\n=SUMMA(A1) [bold]x[/bold]",
)


PLACE = Place(page=1, start=0, end=4, boxes=((1.0, 2.0, 3.5, 4.0),), raw="Bygg", confidence=0.5, rule="name")
DATES = (DateMention(value="1974-11-05", start="1974-11-05", end="1974-11-05", role=DateRole.MEETING),)
PARAGRAPHS = (
    Paragraph(number=12, number_to=14, kind=ParagraphKind.MINUTED),
    Paragraph(number=3, kind=ParagraphKind.CITED),
)
PEOPLE = (
    Person(name="Åsa Öberg", party="C", roles=("ordförande",), bodies=("Byggnadsnämnden",)),
    Person(name="Nils Åkerfält", candidates=("N. Åkerfelt",), places=(PLACE,)),
)
ITEMS = (
    Item(paragraph=12, heading="-2+3", dnr=("BN 1974/187",), vote=Vote(method=VoteMethod.VOTERING, yes=5)),
)
DECISIONS = (
    Decision(
        id="d1",
        paragraph=12,
        status=DecisionStatus.FATTAT,
        outcome=DecisionOutcome.AVSLAG,
        text='Ansökan avslås; "nej"\noch slut',
        points=(Point(number=1, text="a", outcome=DecisionOutcome.AVSLAG),),
        amounts=(
            Amount(value="1250.5", currency=Currency.SEK, bound=AmountBound.HOGST, per="år", point=1),
            Amount(value="2", value_to="3", currency=Currency.EUR, places=(PLACE,)),
        ),
        addressees=(
            Addressee(name="Granby IF", kind=AddresseeKind.ASSOCIATION, role=AddresseeRole.MOTTAGARE),
        ),
    ),
    Decision(id="d2", status=DecisionStatus.FORSLAG, outcome=DecisionOutcome.BIFALL, text="bifalla"),
)


def source_of(content: bytes = b"a", path: str = "in/granby [1].txt") -> Source:
    return Source(Path(path), hashlib.sha256(content).hexdigest(), len(content), MediaType.TEXT)


def file_of(source: Source, pages: int) -> SourceFile:
    return SourceFile(
        path=str(source.path),
        sha256=source.sha256,
        bytes=source.size,
        media_type=source.media_type,
        page_count=pages,
    )


def record_of(source: Source, part: int = 1, of: int = 1, pages: tuple[str, ...] = PAGES) -> Record:
    return Record(
        id=f"{source.id}-{part}",
        source=file_of(source, len(pages)),
        part=PartOf(number=part, of=of, page_from=1, page_to=len(pages)),
        kind=Kind.PROTOKOLL,
        title="[red]Protokoll",
        municipality=Municipality(name="Ekvalla kommun", code="9999"),
        body="Byggnadsnämnden",
        date="1974-11-05",
        dnr=(Dnr(value="BN 1974/187", registry="BN", year=1974, number=187, candidates=("a", "b")),),
        dates=DATES,
        paragraphs=PARAGRAPHS,
        people=PEOPLE,
        items=ITEMS,
        decisions=DECISIONS,
        pages=tuple(RecordPage(number=n, origin="text") for n in range(1, len(pages) + 1)),
        findings=(RecordFinding(code="blurred", severity=Severity.WARNING, page=1, message="Suddig."),),
        quality=Quality(status=Status.WHOLE, words=9, repaired_words=0),
        text="\f".join(pages),
        pipeline=PipelineInfo(
            version="1", settings="s", engines={}, processed_at=datetime(2026, 1, 2, tzinfo=UTC)
        ),
    )


def outcome_of(content: bytes = b"a", path: str = "in/granby [1].txt", parts: int = 1) -> Outcome:
    source = source_of(content, path)
    return Outcome(source, tuple(record_of(source, part, parts) for part in range(1, parts + 1)))


_TEXT = st.text(st.characters(codec="utf-8"), max_size=40)


@st.composite
def outcomes(draw: st.DrawFn) -> Outcome:
    """Files with one or two documents, their texts and names drawn freely."""
    source = source_of(draw(st.binary(max_size=8)))
    parts = draw(st.integers(1, 2))
    return Outcome(
        source,
        tuple(
            record_of(source, part, parts, tuple(draw(st.lists(_TEXT, min_size=1, max_size=3)))).model_copy(
                update={
                    "title": draw(st.none() | _TEXT),
                    "people": tuple(Person(name=name) for name in draw(st.lists(_TEXT, max_size=3))),
                }
            )
            for part in range(1, parts + 1)
        ),
    )
