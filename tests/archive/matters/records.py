"""Records of a matter's documents, made by hand: minutes with their items, and letters."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from models.matter import Decision, Earlier, Item, Vote
from models.mention import DateMention, Dnr, Paragraph, Place
from models.outcome import Outcome
from models.record import Municipality, PartOf, PipelineInfo, Quality, Record, RecordPage, SourceFile
from models.source import MediaType, Source
from models.vocabulary import (
    DateRole,
    DecisionOutcome,
    DecisionStatus,
    DnrRelation,
    Kind,
    ParagraphKind,
    Status,
)
from models.way import CaseNumber

ITEM_LENGTH = 100
"""So many letters of text each item takes."""


@dataclass(frozen=True, slots=True)
class Cite:
    """A § that an item or letter cites, and what it says was decided there."""

    body: str | None
    date: str | None
    paragraph: int | None
    outcome: DecisionOutcome | None = None
    year: int | None = None
    dnr: str | None = None
    status: DecisionStatus = DecisionStatus.HANVISNING


@dataclass(frozen=True, slots=True)
class Handled:
    """An item of minutes."""

    paragraph: int | None
    heading: str
    dnr: tuple[str, ...] = ()
    outcome: DecisionOutcome | None = None
    status: DecisionStatus = DecisionStatus.FATTAT
    cites: tuple[Cite, ...] = ()
    vote: Vote | None = None
    basis: tuple[tuple[str, str], ...] = ()
    received: str | None = None
    placed: bool = field(default=True)


def minutes(
    body: str, date: str, *items: Handled, municipality: str | None = "Granby", kind: Kind = Kind.PROTOKOLL
) -> Record:
    """Minutes; each item takes `ITEM_LENGTH` letters of the text, and what it cites stands there."""
    plain = _record(kind, body, date, municipality, repr(items))
    made: list[Item] = []
    decisions: list[Decision] = []
    paragraphs: list[Paragraph] = []
    dates: list[DateMention] = []
    for at, item in enumerate(items):
        start = at * ITEM_LENGTH
        rulings = [*_ruling(item, at), *(one for cite in item.cites if (one := _told(cite, item, at)))]
        decisions += rulings
        paragraphs += [_paragraph(cite, start + 10) for cite in item.cites if item.placed and cite.paragraph]
        dates += [_day(day, start + 50, f"{day}") for _, day in item.basis]
        dates += [_day(item.received, start + 60, "", DateRole.RECEIVED)] if item.received else []
        made.append(_item(item, start, rulings))
    text = "".join(_text(item) for item in items)
    numbers = tuple(_dnr(value) for value in dict.fromkeys(v for item in items for v in item.dnr))
    return plain.model_copy(
        update={
            "items": tuple(made), "decisions": tuple(decisions), "paragraphs": tuple(paragraphs),
            "dates": tuple(dates), "dnr": numbers, "text": text,
        }
    )  # fmt: skip


def letter(
    kind: Kind,
    body: str | None,
    date: str | None,
    *,
    dnr: tuple[str, ...] = (),
    named: tuple[str, ...] = (),
    title: str | None = None,
    cites: tuple[Cite, ...] = (),
    outcome: DecisionOutcome | None = None,
    received: str | None = None,
    municipality: str | None = "Granby",
) -> Record:
    """A document without items."""
    plain = _record(kind, body, date, municipality, repr((dnr, named, title, cites)))
    told = [one for cite in cites if (one := _told(cite, Handled(None, ""), 0))]
    own = Handled(None, "", dnr[:1], outcome, DecisionStatus.FORSLAG)
    dates = (_day(received, 5, "", DateRole.RECEIVED),) if received else ()
    cited = (_dnr(value, DnrRelation.CITED) for value in named)
    return plain.model_copy(
        update={
            "title": title, "decisions": (*_ruling(own, 0), *told), "dates": dates,
            "paragraphs": tuple(_paragraph(cite, 10) for cite in cites if cite.paragraph),
            "dnr": (*(_dnr(value) for value in dnr), *cited),
        }
    )  # fmt: skip


def outcome_of(*records: Record) -> list[Outcome]:
    """Each record as what came of a file of its own."""
    return [
        Outcome(
            Source(Path(record.source.path), record.source.sha256, record.source.bytes, MediaType.TEXT),
            (record,),
        )
        for record in records
    ]


def number(value: str) -> CaseNumber:
    found = CaseNumber.of_value(value)
    assert found
    return found


def _record(kind: Kind, body: str | None, date: str | None, municipality: str | None, content: str) -> Record:
    digest = hashlib.sha256(repr((kind, body, date, municipality, content)).encode()).hexdigest()
    return Record(
        id=f"{digest[:16]}-1",
        source=SourceFile(
            path=f"in/{digest[:8]}.txt", sha256=digest, bytes=1, media_type="text/plain", page_count=1
        ),
        part=PartOf(number=1, of=1, page_from=1, page_to=1),
        kind=kind,
        municipality=Municipality(name=municipality) if municipality else None,
        body=body,
        date=date,
        pages=(RecordPage(number=1, origin="text"),),
        quality=Quality(status=Status.WHOLE, words=1, repaired_words=0),
        text=" " * ITEM_LENGTH,
        pipeline=PipelineInfo(
            version="1", settings="s", engines={}, processed_at=datetime(2026, 1, 2, tzinfo=UTC)
        ),
    )


def _text(item: Handled) -> str:
    """The item's text: the days of what it rests on stand from the fiftieth letter on."""
    days = "".join(day for _, day in item.basis[:1])
    return f"{'§'.ljust(50)}{days}".ljust(ITEM_LENGTH)


def _place(start: int, length: int = 2) -> Place:
    return Place(page=1, start=start, end=start + length, raw="", confidence=1, rule="by hand")


def _item(item: Handled, start: int, rulings: Iterable[Decision]) -> Item:
    return Item(
        paragraph=item.paragraph,
        heading=item.heading,
        dnr=item.dnr,
        vote=item.vote,
        decisions=tuple(ruling.id for ruling in rulings),
        basis=tuple(f"{name}, {day}" for name, day in item.basis),
        earlier=tuple(
            Earlier(body=cite.body, date=cite.date, paragraph=cite.paragraph)
            for cite in item.cites
            if cite.paragraph
        ),
        places=(_place(start),),
    )


def _ruling(item: Handled, at: int) -> list[Decision]:
    if item.outcome is None:
        return []
    dnr = item.dnr[0] if item.dnr else None
    made = Decision(id=f"d{at}", dnr=dnr, status=item.status, outcome=item.outcome, text="Beslut.")
    return [made.model_copy(update={"item": item.paragraph, "paragraph": item.paragraph})]


def _told(cite: Cite, item: Handled, at: int) -> Decision | None:
    if cite.outcome is None:
        return None
    return Decision(
        id=f"d{at}-{cite.body}-{cite.date}-{cite.paragraph}-{cite.outcome}",
        item=item.paragraph,
        body=cite.body,
        date=cite.date,
        paragraph=cite.paragraph,
        dnr=cite.dnr,
        status=cite.status,
        outcome=cite.outcome,
        text="Tidigare beslut.",
    )


def _paragraph(cite: Cite, start: int) -> Paragraph:
    year = cite.year or (int(cite.date[:4]) if cite.date else None)
    return Paragraph(
        number=cite.paragraph or 0,
        year=year,
        body=cite.body,
        date=cite.date,
        kind=ParagraphKind.CITED,
        places=(_place(start),),
    )


def _day(value: str, start: int, printed: str, role: DateRole = DateRole.OTHER) -> DateMention:
    return DateMention(value=value, start=value, end=value, role=role, places=(_place(start, len(printed)),))


def _dnr(value: str, relation: DnrRelation = DnrRelation.OWN) -> Dnr:
    found = number(value)
    return Dnr(
        value=value, registry=found.registry, year=found.year, number=found.number, relation=relation,
        places=(_place(0),),
    )  # fmt: skip
