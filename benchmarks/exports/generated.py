"""Archives of as many decisions as are asked for, of a municipality that never was."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from archive import rows
from archive.folder import Archive
from archive.tables import DOCUMENTS, PAGES, SOURCES
from models.matter import Amount, Decision, Item
from models.mention import DateMention, Dnr, Paragraph, Person
from models.record import Municipality, PartOf, PipelineInfo, Quality, Record, RecordPage, SourceFile
from models.vocabulary import (
    Currency,
    DateRole,
    DecisionOutcome,
    DecisionStatus,
    Kind,
    ParagraphKind,
    Status,
)

DECISIONS_A_DOCUMENT = 20
_BODIES = ("Kommunstyrelsen", "Byggnadsnämnden", "Socialnämnden", "Kommunfullmäktige", "Barnnämnden")
_MATTERS = ("skolskjutsreglemente", "detaljplan", "cykelväg", "taxa", "badplats", "förskola", "bidrag")
_NAMES = ("Åsa Öberg", "Nils Åkerfält", "Göte Alm", "Britta Ek", "Sven Björk", "Karin Dal", "Olle Ström")
_OUTCOMES = tuple(DecisionOutcome)
_FIRST = date(1960, 1, 4)
_AT_ONCE = 200


def generate(folder: Path, decisions: int) -> None:
    """Make an archive of minutes with so many decisions in all, of 1960 to 2020."""
    with Archive.writing(folder) as archive, archive.connection() as connection:
        for number, record in enumerate(records(decisions), 1):
            connection.execute(insert(SOURCES).values(_source(record)))
            connection.execute(insert(DOCUMENTS).values(rows.document_row(record)))
            for table, values in ((PAGES, rows.page_rows(record)), *rows.part_rows(record)):
                if values:
                    connection.execute(insert(table), values)
            if number % _AT_ONCE == 0:
                connection.commit()
        connection.commit()


def records(decisions: int) -> Iterator[Record]:
    """The minutes, each with `DECISIONS_A_DOCUMENT` decisions, the last with what is left."""
    for number in range(-(-decisions // DECISIONS_A_DOCUMENT)):
        yield _record(number, min(DECISIONS_A_DOCUMENT, decisions - number * DECISIONS_A_DOCUMENT))


def _record(number: int, count: int) -> Record:
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    day = _FIRST + timedelta(days=number % 22000)
    body = _BODIES[number % len(_BODIES)]
    items = tuple(range(1, count + 1))
    decisions = tuple(_decision(number, item, body, day.isoformat()) for item in items)
    text = "\n".join(f"§ {one.paragraph} {one.text}" for one in decisions)
    return Record(
        id=f"{digest[:16]}-1",
        source=SourceFile(
            path=f"in/{digest[:16]}.pdf", sha256=digest, bytes=1, media_type="application/pdf", page_count=1
        ),
        part=PartOf(number=1, of=1, page_from=1, page_to=1),
        kind=Kind.PROTOKOLL,
        title=f"{body}s protokoll {day}",
        municipality=Municipality(name="Granby kommun", code="9999"),
        body=body,
        date=day.isoformat(),
        dnr=tuple(
            Dnr(value=one.dnr or "", registry="KS", year=day.year, number=one.item) for one in decisions
        ),
        dates=(DateMention(value=str(day), start=str(day), end=str(day), role=DateRole.MEETING),),
        paragraphs=tuple(Paragraph(number=item, kind=ParagraphKind.MINUTED) for item in items),
        people=tuple(Person(name=name, party="C", roles=("ledamot",)) for name in _NAMES),
        items=tuple(_item(number, one) for one in decisions),
        decisions=decisions,
        pages=(RecordPage(number=1, origin="text layer", width=595, height=842, unit="pt"),),
        quality=Quality(status=Status.WHOLE, words=len(text.split()), repaired_words=0),
        text=text,
        pipeline=PipelineInfo(
            version="0", settings="0", engines={}, processed_at=datetime(2026, 1, 1, tzinfo=UTC)
        ),
    )


def _item(number: int, decision: Decision) -> Item:
    return Item(
        paragraph=decision.paragraph,
        heading=f"Ändring av {_MATTERS[(number + (decision.item or 0)) % len(_MATTERS)]}",
        dnr=(decision.dnr or "",),
        decisions=(decision.id,),
    )


def _decision(number: int, item: int, body: str, day: str) -> Decision:
    matter = _MATTERS[(number + item) % len(_MATTERS)]
    sum_ = 1000 * (number % 90 + item)
    return Decision(
        id=f"d{item}",
        item=item,
        body=body,
        date=day,
        paragraph=item,
        dnr=f"KS {day[:4]}/{number % 900 + item}",
        status=DecisionStatus.FATTAT,
        outcome=_OUTCOMES[(number + item) % len(_OUTCOMES)],
        text=f"{body} beslutar att anslå {sum_} kronor till {matter} enligt tjänsteskrivelse, och att uppdra "
        f"åt förvaltningen att före årets slut redovisa hur medlen har använts ({number}).",
        amounts=(Amount(value=str(sum_), currency=Currency.SEK),) if item % 4 == 0 else (),
    )


def _source(record: Record) -> dict[str, str | int]:
    source = record.source
    return {
        "sha256": source.sha256,
        "path": source.path,
        "bytes": source.bytes,
        "media_type": source.media_type,
        "page_count": source.page_count,
    }
