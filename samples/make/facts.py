"""What is true of a sample, read off the marks of its source.

Marks: `date` (EDTF), `dnr`, `cited` (§ numbers of other minutes), `person`, `sits CAPACITY [for NAME]`,
`beslut STATUS/OUTCOME[/also accepted]`, `vote YES NO`, `reservation`, `trap WHY` (looks like a number or
name and is none), `maybe FIELD VALUE` (right to find and right to leave out).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from samples.make.source import Block, Document, Mark, marks

Value = TypeVar("Value", str, int)

_NAME = re.compile(r"(?P<name>.+?)(?: \((?P<party>[\w-]+)\))?")
_REGISTRY_FORM = re.compile(r"(?P<registry>[A-Z]+)[ -](?P<year>\d{4})[-/]0*(?P<number>\d+)")
_ABOUT = ("kind", "body", "municipality", "date")


class About(BaseModel):
    """What the document is."""

    kind: str
    body: str | None = None
    municipality: str | None = None
    date: str | None = None


class PersonFact(BaseModel):
    """A person, with the party where the document prints one."""

    name: str
    party: str | None = None


class AttendanceFact(BaseModel):
    """A person at the meeting, and whose seat they took."""

    name: str
    capacity: str
    replaces: str | None = None
    present_for: list[tuple[int, int]] | None = None
    """§ ranges, None for the whole meeting or where nobody said."""


class VoteFact(BaseModel):
    """The result of a votering."""

    yes: int
    no: int


class BallotFact(BaseModel):
    """How one person voted: "ja", "nej", "avstår"."""

    name: str
    vote: str


class MeetingFact(BaseModel):
    """What the front page says of the meeting, field by field as records have it."""

    field: str
    value: str


class ItemFact(BaseModel):
    """One § of minutes."""

    paragraph: int
    heading: str
    dnr: list[str] = []
    vote: VoteFact | None = None
    reservations: list[str] = []
    ballots: list[BallotFact] = []
    recusals: list[str] = []


class Accepted(BaseModel):
    """Readings that are right as well."""

    status: list[str] = []
    outcome: list[str] = []


class DecisionFact(BaseModel):
    """A clause that was decided, moved or cited."""

    paragraph: int | None = None
    status: str
    outcome: str
    accept: Accepted | None = None
    text: str


class TrapFact(BaseModel):
    """What must not become a dnr, a date, a § or a name."""

    text: str
    why: str


class Facts(BaseModel):
    """All that is true of one file; `parts` holds one entry for each document in it.

    `annotated` names the fields that were written down, None where all were. Where `meeting` is empty, nobody
    wrote down votes by person, jäv, and for which § somebody was there; the same holds of `amounts` and
    `addressees` where both are.
    """

    source: str
    document: About
    parts: list[About] = []
    dnr: list[str] = []
    dates: list[str] = []
    minuted: list[int] = []
    cited: list[int] = []
    people: list[PersonFact] = []
    attendance: list[AttendanceFact] = []
    items: list[ItemFact] = []
    decisions: list[DecisionFact] = []
    meeting: list[MeetingFact] = []
    amounts: list[str] = []
    """In kronor, those that decisions name."""
    addressees: list[str] = []
    """Those to whom decisions turn, as printed."""
    traps: list[TrapFact] = []
    unscored: dict[str, list[str | int]] = {}
    annotated: list[str] | None = None


def read_facts(folder: Path) -> list[Facts]:
    """The stored facts of every file in `folder`."""
    return [Facts.model_validate_json(file.read_text("utf-8")) for file in sorted(folder.glob("*.gold.json"))]


def facts_of(file_name: str, documents: tuple[Document, ...]) -> Facts:
    """What is true of the file that holds these documents."""
    parts = [About.model_validate({key: document.about.get(key) for key in _ABOUT}) for document in documents]
    facts = Facts(source=file_name, document=parts[0], parts=parts)
    for document in documents:
        _gather(facts, document.blocks)
    return facts


def _gather(facts: Facts, blocks: Iterable[Block]) -> None:
    item: ItemFact | None = None
    for block in blocks:
        if block.name == "item":
            item = _item(block)
            facts.items.append(item)
            facts.minuted.append(item.paragraph)
        for mark in marks(block.content):
            _add(facts, item, mark)


def _item(block: Block) -> ItemFact:
    number, _, heading = block.printed.partition(" ")
    return ItemFact(paragraph=int(number), heading=heading.partition("   ")[0].rstrip("."))


def _add(facts: Facts, item: ItemFact | None, mark: Mark) -> None:
    match mark.name:
        case "date" | "dnr" | "cited":
            _number(facts, item, mark)
        case "trap":
            facts.traps.append(TrapFact(text=mark.printed, why=mark.value))
        case "maybe":
            field, _, value = mark.value.partition(" ")
            facts.unscored.setdefault(field, []).append(int(value) if field == "cited" else value)
        case "beslut":
            facts.decisions.append(_decision(item, mark))
        case "vote" if item:
            yes, no = map(int, mark.value.split())
            item.vote = VoteFact(yes=yes, no=no)
        case "person" | "sits" | "reservation":
            _person(facts, item, mark)
        case _:
            message = f"no such mark: {mark.name}"
            raise ValueError(message)


def _number(facts: Facts, item: ItemFact | None, mark: Mark) -> None:
    if mark.name == "date":
        _once(facts.dates, mark.value or mark.printed)
    elif mark.name == "cited":
        _once(facts.cited, int(mark.value))
    else:
        value = mark.value or normal_dnr(mark.printed)
        _once(facts.dnr, value)
        if item:
            _once(item.dnr, value)


def _person(facts: Facts, item: ItemFact | None, mark: Mark) -> None:
    found = _NAME.fullmatch(mark.printed)
    if not found:
        message = f"no name: {mark.printed}"
        raise ValueError(message)
    name, party = found["name"], found["party"]
    known = next((p for p in facts.people if name in {p.name, p.name + "s"}), None)
    if known is None:
        facts.people.append(PersonFact(name=name, party=party))
    elif known.party is None:
        known.party = party
    if mark.name == "sits":
        capacity, _, replaces = mark.value.partition(" for ")
        facts.attendance.append(AttendanceFact(name=name, capacity=capacity, replaces=replaces or None))
    if mark.name == "reservation" and item:
        item.reservations.append(name)


def _decision(item: ItemFact | None, mark: Mark) -> DecisionFact:
    status, outcome, *also = mark.value.split("/")
    return DecisionFact(
        paragraph=item.paragraph if item else None,
        status=status,
        outcome=outcome,
        accept=Accepted(outcome=also[0].split(",")) if also else None,
        text=mark.printed,
    )


def normal_dnr(text: str) -> str:
    """A dnr as records write it: "KS 2021/87" for "KS 2021/00087" and "KS-2021-00087"."""
    found = _REGISTRY_FORM.fullmatch(text)
    if not found:
        message = f"say the value of the dnr {text}"
        raise ValueError(message)
    return f"{found['registry']} {found['year']}/{found['number']}"


def _once(values: list[Value], value: Value) -> None:
    if value not in values:
        values.append(value)
