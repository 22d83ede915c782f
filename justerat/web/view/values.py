"""What was found on one page of a record, each with the boxes around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from models.mention import BoxTuple, Place
from models.record import Record


class _Placed(Protocol):
    @property
    def places(self) -> tuple[Place, ...]: ...


@dataclass(frozen=True, slots=True)
class Value:
    """A thing that stands on a page: `key` names it within its record, and `kind` groups it.

    `boxes` are in the page's unit; `raw` is what was read at its first place there. `person`, `dnr` and
    `item` lead on to other pages.
    """

    key: str
    kind: str
    label: str
    detail: str
    boxes: tuple[BoxTuple, ...]
    raw: str
    confidence: float
    person: str | None = None
    dnr: str | None = None
    item: int | None = None

    @property
    def field(self) -> str:
        """The list of the record that it is in."""
        return FIELD_OF[self.kind]

    @property
    def position(self) -> int:
        """Its place in that list, from 1."""
        return int(self.key.rpartition("-")[2])


FIELD_OF = {
    "item": "items",
    "decision": "decisions",
    "dnr": "dnr",
    "paragraph": "paragraphs",
    "person": "people",
    "attendance": "attendance",
    "organisation": "organisations",
    "date": "dates",
    "amount": "amounts",
    "addressee": "addressees",
    "personal_number": "personal_numbers",
}
"""The list of a record that each kind of value is in."""


@dataclass(frozen=True, slots=True)
class _Told:
    label: str
    detail: str = ""
    person: str | None = None
    dnr: str | None = None
    item: int | None = None


def values_on(record: Record, page: int) -> Iterator[Value]:
    """Everything with a place on this page, group by group."""
    for kind, things in _MADE.items():
        for position, (thing, told) in enumerate(things(record), 1):
            here = [place for place in thing.places if place.page == page]
            if here:
                yield Value(
                    key=f"{kind}-{position}",
                    kind=kind,
                    label=told.label,
                    detail=told.detail,
                    boxes=tuple(box for place in here for box in place.boxes),
                    raw=here[0].raw,
                    confidence=min(place.confidence for place in here),
                    person=told.person,
                    dnr=told.dnr,
                    item=told.item,
                )


def _items(record: Record) -> Iterator[tuple[_Placed, _Told]]:
    for position, one in enumerate(record.items, 1):
        yield one, _Told(_words(_section(one.paragraph), one.heading), " ".join(one.dnr), item=position)


def _decisions(record: Record) -> Iterator[tuple[_Placed, _Told]]:
    for one in record.decisions:
        yield one, _Told(one.text, _words(one.status, one.outcome))


def _amounts(record: Record) -> Iterator[tuple[_Placed, _Told]]:
    for one in chain.from_iterable(decision.amounts for decision in record.decisions):
        value_to = f"– {one.value_to}" if one.value_to else None
        yield one, _Told(_words(one.bound, one.value, value_to, one.currency), one.per or "")


def _addressees(record: Record) -> Iterator[tuple[_Placed, _Told]]:
    for one in chain.from_iterable(decision.addressees for decision in record.decisions):
        yield one, _Told(one.name, one.role.value)


def _people(record: Record) -> Iterator[tuple[_Placed, _Told]]:
    for one in record.people:
        yield one, _Told(one.name, _words(one.party, *one.roles), person=one.name)


def _attendance(record: Record) -> Iterator[tuple[_Placed, _Told]]:
    for one in record.meeting.attendance if record.meeting else ():
        yield one, _Told(one.name, _words(one.party, one.capacity), person=one.name)


def _numbers(record: Record) -> Iterator[tuple[_Placed, _Told]]:
    for one in record.dnr:
        yield one, _Told(one.value, one.relation.value, dnr=one.value)


def _dates(record: Record) -> Iterator[tuple[_Placed, _Told]]:
    for one in record.dates:
        yield one, _Told(one.value, one.role.value)


def _organisations(record: Record) -> Iterator[tuple[_Placed, _Told]]:
    for one in record.organisations:
        yield one, _Told(one.name, one.kind.value)


def _personal_numbers(record: Record) -> Iterator[tuple[_Placed, _Told]]:
    for one in record.personal_numbers:
        yield one, _Told(one.kind.value)


def _paragraphs(record: Record) -> Iterator[tuple[_Placed, _Told]]:
    for one in record.paragraphs:
        yield one, _Told(_section(one.number, one.number_to), one.kind.value)


_MADE: dict[str, Callable[[Record], Iterator[tuple[_Placed, _Told]]]] = {
    "item": _items,
    "decision": _decisions,
    "dnr": _numbers,
    "paragraph": _paragraphs,
    "person": _people,
    "attendance": _attendance,
    "organisation": _organisations,
    "date": _dates,
    "amount": _amounts,
    "addressee": _addressees,
    "personal_number": _personal_numbers,
}
"""What a record holds of each kind, in the order in which the kinds are shown."""
KINDS = tuple(_MADE)


def _section(number: int | None, number_to: int | None = None) -> str:
    """A § as it is printed."""
    if number is None:
        return ""
    return f"§ {number}" if number_to in {None, number} else f"§§ {number}–{number_to}"


def _words(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def grouped(values: Iterable[Value]) -> list[tuple[str, Sequence[Value]]]:
    """The values by their kind."""
    groups: dict[str, list[Value]] = {}
    for value in values:
        groups.setdefault(value.kind, []).append(value)
    return list(groups.items())
