"""What a document tells of one person besides their name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.matter import Item
from models.record import Record


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that a person did: `kind` is a word for it, `item` the position of the ärende, from 1."""

    kind: str
    detail: str = ""
    item: int | None = None
    heading: str = ""


def deeds(record: Record, name: str) -> Iterator[Deed]:
    """Offices, seat, proposals, votes, reservations and recusals under exactly this name."""
    meeting = record.meeting
    if meeting:
        offices = {
            "chair": (meeting.chair,),
            "secretary": (meeting.secretary,),
            "adjuster": meeting.adjusters,
        }
        for office, names in offices.items():
            if name in names:
                yield Deed(office)
        for seat in meeting.attendance:
            if seat.name == name:
                yield Deed("present", seat.capacity.value)
    for position, item in enumerate(record.items, 1):
        for kind, detail in _in_item(item, name):
            yield Deed(kind, detail, position, item.heading or "")


def _in_item(item: Item, name: str) -> Iterator[tuple[str, str]]:
    for proposal in item.proposals:
        if proposal.by == name:
            yield "proposed", proposal.text
    for vote in item.vote.by_person if item.vote else ():
        if vote.name == name:
            yield "voted", vote.vote.value
    if any(one.name == name for one in item.reservations):
        yield "reserved", ""
    for statement in item.statements:
        if statement.by == name:
            yield "stated", statement.text
    if any(one.name == name for one in item.recusals):
        yield "recused", ""
