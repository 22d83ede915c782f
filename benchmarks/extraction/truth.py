"""What is true of a file, gathered from the marks in its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from benchmarks.extraction.layout.blocks import Document
from samples.make.facts import (
    About,
    Accepted,
    AttendanceFact,
    BallotFact,
    DecisionFact,
    Facts,
    ItemFact,
    MeetingFact,
    PersonFact,
    TrapFact,
    VoteFact,
)
from samples.make.source import Mark, marks, parse

Value = TypeVar("Value", str, int)


def facts_of(file_name: str, documents: Iterable[Document]) -> Facts:
    """The facts of the file that holds these documents."""
    documents = tuple(documents)
    parts = [document.about for document in documents]
    facts = Facts(source=file_name, document=parts[0], parts=list(parts))
    for document in documents:
        for mark in marks_of(document):
            _add(facts, mark)
        _order(facts, document.about)
    return facts


def marks_of(document: Document) -> Iterator[Mark]:
    """Every mark of a document, those of its running head and foot first."""
    for text in document.texts:
        yield from marks(parse(text))


def _order(facts: Facts, about: About) -> None:
    """A heading or a vote may stand before its number: items are kept in the order of their numbers."""
    facts.items.sort(key=lambda item: item.paragraph)
    if about.date and about.date not in facts.dates:
        message = f"the date of the meeting, {about.date}, stands nowhere in the text"
        raise ValueError(message)


def _add(facts: Facts, mark: Mark) -> None:
    values = mark.value.split(";")
    match mark.name:
        case "date" | "dnr":
            _once(facts.dates if mark.name == "date" else facts.dnr, mark.value)
        case "cited":
            _once(facts.cited, int(mark.value))
        case "person":
            _person(facts, values[0], values[1])
        case "sits":
            _sits(facts, values)
        case "present" | "meeting":
            _of_meeting(facts, mark.name, values)
        case "beslut":
            facts.decisions.append(_decision(values, mark.printed))
            _named(facts, mark)
        case "trap":
            facts.traps.append(TrapFact(text=mark.printed, why=mark.value))
        case "maybe":
            stored = int(values[1]) if values[0] == "cited" else values[1]
            facts.unscored.setdefault(values[0], []).append(stored)
        case "amount" | "to":
            _outside(facts, mark)
        case _:
            _of_item(facts, mark.name, values, mark.printed)


def _named(facts: Facts, decision: Mark) -> None:
    """The sums that a decision names, and those to whom it turns."""
    for mark in marks(decision.content):
        if mark.name == "amount":
            _once(facts.amounts, mark.value)
        elif mark.name == "to":
            _once(facts.addressees, mark.printed)


def _outside(facts: Facts, mark: Mark) -> None:
    """A sum or name that no decision holds so far: it may be taken for a part of one, or not."""
    field, value, true = (
        ("amounts", mark.value, facts.amounts)
        if mark.name == "amount"
        else ("addressees", mark.printed, facts.addressees)
    )
    if value not in true:
        facts.unscored.setdefault(field, []).append(value)


def _of_item(facts: Facts, name: str, values: list[str], printed: str) -> None:
    item = _item(facts, int(values[0]))
    match name:
        case "item":
            _once(facts.minuted, item.paragraph)
        case "heading":
            item.heading = printed
        case "own":
            _once(facts.dnr, values[1])
            _once(item.dnr, values[1])
        case "vote":
            item.vote = VoteFact(yes=int(values[1]), no=int(values[2]))
        case "reservation":
            _once(item.reservations, values[1])
        case "recusal":
            _once(item.recusals, values[1])
        case "ballot":
            item.ballots.append(BallotFact(name=values[1], vote=values[2]))
        case _:
            message = f"no such mark: {name}"
            raise ValueError(message)


def _of_meeting(facts: Facts, name: str, values: list[str]) -> None:
    if name == "meeting":
        told = MeetingFact(field=values[0], value=values[1])
        if told not in facts.meeting:
            facts.meeting.append(told)
        return
    pairs = [tuple(map(int, one.split("-"))) for one in values[1].split(",")]
    sat = next(one for one in facts.attendance if one.name == values[0])
    sat.present_for = [(first, last) for first, last in pairs]


def _item(facts: Facts, number: int) -> ItemFact:
    found = next((item for item in facts.items if item.paragraph == number), None)
    if found is None:
        found = ItemFact(paragraph=number, heading="")
        facts.items.append(found)
    return found


def _person(facts: Facts, name: str, party: str) -> None:
    known = next((person for person in facts.people if person.name == name), None)
    if known is None:
        facts.people.append(PersonFact(name=name, party=party or None))
    elif known.party is None:
        known.party = party or None


def _sits(facts: Facts, values: list[str]) -> None:
    capacity, name, party, replaces = values
    _person(facts, name, party)
    sitting = AttendanceFact(name=name, capacity=capacity, replaces=replaces or None)
    if all((one.name, one.capacity) != (name, capacity) for one in facts.attendance):
        facts.attendance.append(sitting)


def _decision(values: list[str], printed: str) -> DecisionFact:
    statuses, outcomes = values[1].split(","), values[2].split(",")
    return DecisionFact(
        paragraph=int(values[0]) if values[0] else None,
        status=statuses[0],
        outcome=outcomes[0],
        accept=Accepted(status=statuses[1:], outcome=outcomes[1:]),
        text=printed,
    )


def _once(values: list[Value], value: Value) -> None:
    if value not in values:
        values.append(value)
