"""Records of minutes made by chance, with as many decisions as are wanted; nothing of it was ever decided."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from models.finding import Severity
from models.matter import Amount, Decision, Item
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
    Currency,
    DateRole,
    DecisionOutcome,
    DecisionStatus,
    Kind,
    ParagraphKind,
    Status,
)  # fmt: skip

_FIRST, _DAYS = date(1950, 1, 1), 27_000
"""The first day on which anything is decided, and on how many days."""
ITEMS = 20
"""So many items, each with a decision, minutes have at most."""
_SOUNDS = (
    "al", "berg", "dal", "ek", "fors", "gran", "holm", "is", "kvarn", "lund", "mo", "nor", "ros", "sten",
)  # fmt: skip
_BODIES = (
    "Kommunfullmäktige", "Kommunstyrelsen", "Byggnadsnämnden", "Socialnämnden", "Miljönämnden",
    "Barn- och utbildningsnämnden", "Kultur- och fritidsnämnden", "Tekniska nämnden", "Valnämnden",
    "Överförmyndarnämnden",
)  # fmt: skip
_THINGS = (
    "bygglov", "detaljplan", "skolskjuts", "färdtjänst", "badplats", "gatubelysning", "föreningsbidrag",
    "taxa", "budget", "årsredovisning", "bokslut", "motion", "medborgarförslag", "reglemente", "avtal",
    "arrende", "markköp", "skola", "förskola", "äldreboende", "bibliotek", "museum", "idrottshall",
    "simhall", "avlopp", "vattenverk", "renhållning", "snöröjning", "cykelväg", "bro", "hamn", "skog",
    "park", "torg",
)  # fmt: skip
_ENDS = ("", "en", "s", "sreglementet", "splan", "savgift", "snämnd", "sutredning", "sförslag", "sfråga")
_DOES = {
    DecisionOutcome.BIFALL: "bifaller {}", DecisionOutcome.AVSLAG: "avslår {}",
    DecisionOutcome.ANTA: "antar {}", DecisionOutcome.GODKANNA: "godkänner {}",
    DecisionOutcome.BORDLAGGNING: "bordlägger ärendet om {}",
    DecisionOutcome.ATERREMISS: "återremitterar ärendet om {}",
    DecisionOutcome.UPPDRA: "ger förvaltningen i uppdrag att utreda {}", DecisionOutcome.NOTERA: "noterar {}",
}  # fmt: skip
_PARTIES = ("S", "M", "C", "FP", "V", "KD", "MP", "SD")
_SAID = (
    "Ärendet har beretts av förvaltningen som lämnar förslag till beslut.",
    "Ordföranden ställer proposition på yrkandena och finner att nämnden har beslutat enligt förslaget.",
    "Kostnaden ryms inom den budget som fullmäktige har fastställt för året.",
    "Yttrande har begärts av berörda nämnder och av de boende i området.",
    "Sökanden har getts tillfälle att yttra sig över handlingarna i ärendet.",
)


def outcomes(decisions: int, seed: int) -> Iterator[Outcome]:
    """Files of one document each, with so many decisions together; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  nothing secret
    words = _vocabulary(chance)
    places = [_name(chance).capitalize() for _ in range(30)]
    people = [f"{_name(chance).capitalize()} {_name(chance).capitalize()}" for _ in range(5000)]
    stock = _Stock(chance, words, places, people)
    for n in range(-(-decisions // ITEMS)):
        yield _minutes(f"{seed} {n}", min(ITEMS, decisions - n * ITEMS), stock)


@dataclass(frozen=True, slots=True)
class _Stock:
    """What all is drawn from."""

    chance: random.Random
    words: list[str]
    places: list[str]
    people: list[str]

    def word(self) -> str:
        """A word; the first of the list are by far the most common (Zipf's law)."""
        return self.words[min(int(self.chance.paretovariate(0.6)) - 1, len(self.words) - 1)]


def _vocabulary(chance: random.Random) -> list[str]:
    """Words from very common to rare, some of them misread."""
    words = [thing + end for thing in _THINGS for end in _ENDS]
    words += [_name(chance) + end for end in _ENDS for _ in range(3000)]
    misread = [word.replace("ö", "o").replace("å", "a").replace("g", "q", 1) for word in words]
    return words + [word for word in misread if chance.random() < 0.2]


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SOUNDS) for _ in range(chance.randint(2, 4)))


def _minutes(name: str, count: int, stock: _Stock) -> Outcome:
    chance = stock.chance
    source = Source(Path(f"in/{name}.txt"), hashlib.sha256(name.encode()).hexdigest(), 1, MediaType.TEXT)
    day = date.fromordinal(_FIRST.toordinal() + chance.randrange(_DAYS))
    body, text = chance.choice(_BODIES), ""
    items, decisions, present = list[Item](), list[Decision](), list[Person]()
    for position in range(1, count + 1):
        outcome = chance.choice(tuple(_DOES))
        thing, number = stock.word(), f"{body[:2].upper()} {day.year}/{chance.randrange(1, 900)}"
        place = Place(page=1, start=len(text), end=len(text) + 3, raw="§", confidence=1, rule="§ item")
        who, told = chance.choice(stock.people), " ".join(stock.word() for _ in range(12))
        decided = f"{body} {_DOES[outcome].format(thing)}."
        text += f"§ {position} {thing.capitalize()}\n{chance.choice(_SAID)} {who} yrkar {told}.\n{decided}\n"
        items.append(
            Item(
                paragraph=position, heading=f"{thing.capitalize()} i {chance.choice(stock.places)}",
                dnr=(number,), decisions=(f"d{position}",), places=(place,),
            )
        )  # fmt: skip
        decisions.append(
            Decision(
                id=f"d{position}", paragraph=position, body=body, date=day.isoformat(), dnr=number,
                status=DecisionStatus.FATTAT, outcome=outcome, text=decided, places=(place,),
                amounts=(Amount(value=f"{position}000", currency=Currency.SEK),) if position % 4 == 0 else (),
            )
        )  # fmt: skip
        present.append(Person(name=who, party=chance.choice(_PARTIES), places=(place,)))
    place_name = chance.choice(stock.places)
    return Outcome(source, (_record(source, text, day, body, place_name, items, decisions, present),))


def _sureness(source: Source) -> float:
    """How surely a page was read: most are, few badly; always the same for a file."""
    return 1 - (int(source.sha256[:4], 16) / 0xFFFF) ** 4 / 2


def _findings(sure: float) -> tuple[RecordFinding, ...]:
    """A remark on a page that was read badly."""
    if sure >= 0.7:
        return ()
    message = f"the page was read with {sure:.0%} confidence"
    return (RecordFinding(code="page-unsure", severity=Severity.WARNING, page=1, message=message),)


def _record(  # noqa: PLR0913, PLR0917  the parts of a record
    source: Source, text: str, day: date, body: str, place: str, items: list[Item], decisions: list[Decision],
    present: list[Person],
) -> Record:  # fmt: skip
    numbers = dict.fromkeys(number for item in items for number in item.dnr)
    words, sure = len(text.split()), _sureness(source)
    return Record(
        id=f"{source.id}-1",
        source=SourceFile(
            path=str(source.path), sha256=source.sha256, bytes=1, media_type=source.media_type, page_count=1
        ),
        part=PartOf(number=1, of=1, page_from=1, page_to=1),
        kind=Kind.PROTOKOLL,
        title="Sammanträdesprotokoll",
        municipality=Municipality(name=place),
        body=body,
        date=day.isoformat(),
        dnr=tuple(Dnr(value=number) for number in numbers),
        dates=(DateMention(value=str(day), start=str(day), end=str(day), role=DateRole.MEETING),),
        paragraphs=tuple(Paragraph(number=item.paragraph or 0, kind=ParagraphKind.MINUTED) for item in items),
        people=tuple({person.name: person for person in present}.values()),
        items=tuple(items),
        decisions=tuple(decisions),
        pages=(RecordPage(number=1, origin="ocr", confidence=sure),),
        findings=_findings(sure),
        quality=Quality(
            status=Status.WHOLE, words=words, repaired_words=round(words * (1 - sure) / 4), confidence=sure
        ),
        text=text,
        pipeline=PipelineInfo(
            version="1", settings="s", engines={}, processed_at=datetime(2026, 1, 1, tzinfo=UTC)
        ),
    )
