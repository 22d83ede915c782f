"""A document with places that are true of its text, and ways to correct it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import cast

from pydantic import BaseModel, JsonValue

from archive.packing import pack_page
from archive.review.text import text_of
from models.correction import Act, Asked
from models.geometry import Box
from models.matter import Addressee, Amount, Attendance, Decision, Item, Meeting
from models.mention import DateMention, Dnr, Organisation, Paragraph, Person, Place
from models.outcome import Outcome
from models.page import Origin, Page, Unit, Word
from models.record import Record, RecordEdit, RecordPage
from models.source import Source
from models.text import Text
from models.vocabulary import (
    AddresseeRole,
    Capacity,
    Currency,
    DecisionOutcome,
    DecisionStatus,
    OrganisationKind,
    ParagraphKind,
)
from tests.archive.records import record_of, source_of

READ = (
    "Byggnadsnamnden i Ekvalla 1974-11-05\nNarvarande Asa Oberg (c) Nils Akerfalt",
    "§ 12 Bygglov för Granby IF, dnr BN 1974/187\nNamnden avslar ansokan om 500 kr",
)
MENDED = {"Byggnadsnamnden": "Byggnadsnämnden", "Asa": "Åsa", "avslar": "avslår"}
NAME, DNR = "Åsa Oberg", "BN 1974/187"
WIDTH, HEIGHT, LINE, SIGN = 1000.0, 1400.0, 50.0, 10.0


def pages(read: tuple[str, ...] = READ) -> tuple[Page, ...]:
    """The pages as read: each sign is ten pixels wide, each line fifty high."""
    return tuple(
        Page(n, tuple(_words(text)), Origin.OCR, WIDTH, HEIGHT, Unit.PIXEL) for n, text in enumerate(read, 1)
    )


def _words(text: str) -> Iterator[Word]:
    for line, words in enumerate(text.split("\n")):
        at = 0.0
        for n, word in enumerate(words.split(" ")):
            gap = " " if n else "\n" if line else ""
            at += SIGN * (n > 0)
            box = Box(at, line * LINE, at + SIGN * len(word), (line + 1) * LINE - 10)
            yield Word(word, gap, box, 0.9)
            at += SIGN * len(word)


def document(source: Source | None = None, read: tuple[str, ...] = READ) -> Record:
    """Minutes with something in every list, whose places are true."""
    text, edits = _mended("\f".join(read))
    record = record_of(source or source_of(b"reviewed", "in/granby.png"), pages=read).model_copy(
        update={
            "text": text,
            "edits": edits,
            "body": "Byggnadsnämnden",
            "pages": tuple(
                RecordPage(number=n, width=WIDTH, height=HEIGHT, unit="px", origin="ocr", confidence=0.9)
                for n in range(1, len(read) + 1)
            ),
        }
    )
    behind = text_of(record)

    def at(words: str) -> tuple[Place, ...]:
        return (place(record, behind, words),) if words in text else ()

    return record.model_copy(update=_mentioned(at) | _decided(at))


def _mended(read: str) -> tuple[str, tuple[RecordEdit, ...]]:
    """The text repaired, with its edits."""
    text, edits = "", list[RecordEdit]()
    for piece in re.split(r"(\s)", read):
        said = MENDED.get(piece, piece)
        if said != piece:
            end = len(text) + len(said)
            edits.append(RecordEdit(start=len(text), end=end, raw=piece, reason="å ä ö", confidence=0.9))
        text += said
    return text, tuple(edits)


def _mentioned(at: Callable[[str], tuple[Place, ...]]) -> dict[str, object]:
    day = "1974-11-05"
    return {
        "dnr": (Dnr(value=DNR, registry="BN", year=1974, number=187, places=at(DNR)),),
        "dates": (DateMention(value=day, start=day, end=day, places=at(day)),),
        "paragraphs": (Paragraph(number=12, kind=ParagraphKind.MINUTED, places=at("§ 12")),),
        "people": (
            Person(name=NAME, party="C", places=at(NAME)),
            Person(name="Nils Akerfalt", places=at("Nils Akerfalt")),
        ),
        "organisations": (
            Organisation(name="Granby IF", kind=OrganisationKind.ASSOCIATION, places=at("Granby IF")),
        ),
    }


def _decided(at: Callable[[str], tuple[Place, ...]]) -> dict[str, object]:
    seat = Attendance(name=NAME, party="C", capacity=Capacity.LEDAMOT, places=at(NAME))
    text = "Namnden avslår ansokan om 500 kr"
    decision = Decision(
        id="d1",
        item=12,
        paragraph=12,
        status=DecisionStatus.FATTAT,
        outcome=DecisionOutcome.AVSLAG,
        text=text,
        amounts=(Amount(value="500", currency=Currency.SEK, places=at("500 kr")),),
        addressees=(Addressee(name="Granby IF", role=AddresseeRole.MOTTAGARE, places=at("Granby IF")),),
        places=at(text),
    )
    return {
        "meeting": Meeting(body="Byggnadsnämnden", chair=NAME, attendance=(seat,)),
        "items": (
            Item(paragraph=12, heading="Bygglov", dnr=(DNR,), decisions=("d1",), places=at("§ 12 Bygglov")),
        ),
        "decisions": (decision,),
    }


def place(record: Record, behind: Text, words: str) -> Place:
    """Where the words stand first."""
    start = record.text.index(words)
    end = start + len(words)
    line = record.text.count("\n", 0, start) * LINE
    return Place(
        page=record.text.count("\f", 0, start) + 1,
        start=start,
        end=end,
        boxes=((float(start % 50), line, float(start % 50) + 80, line + 40),),
        raw=behind.undo(start, end),
        confidence=0.8,
        rule="made",
    )


def outcome(read: tuple[str, ...] = READ) -> Outcome:
    """The file with its one document, as a run gives it."""
    source = source_of(b"reviewed", "in/granby.png")
    return Outcome(source, (document(source, read),))


def packed(read: tuple[str, ...] = READ) -> dict[int, bytes]:
    """The pages as the archive keeps them."""
    return {page.number: pack_page(page) for page in pages(read)}


def asked(act: Act, field: str, seen: int, position: int | None = None, value: JsonValue = None) -> Asked:
    """A correction asked for."""
    return Asked(act=act, field=field, seen=seen, position=position, value=value)


def rewriting(record: Record, words: str, by: str, seen: int) -> Asked:
    """A correction of the first place in the text that says this."""
    start = record.text.index(words)
    return Asked(act=Act.CORRECT, field="text", seen=seen, start=start, end=start + len(words), value=by)


def places(value: object) -> Iterator[Place]:
    """Every place in a record, or in a value of one."""
    if isinstance(value, Place):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from places(getattr(value, name))
    elif isinstance(value, tuple):
        for one in cast("tuple[object, ...]", value):
            yield from places(one)


def check_true(record: Record) -> None:
    """That the record keeps the rules: its schema, its edits in order, and every place true."""
    assert Record.model_validate_json(record.model_dump_json()) == record
    behind = text_of(record)
    assert behind.content == record.text
    for one in places(record):
        assert 0 <= one.start <= one.end <= len(record.text)
        assert behind.undo(one.start, one.end) == one.raw
