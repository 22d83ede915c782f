"""What a record holds with places on paper, thing by thing, each with the words that it is shown by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from models.mention import Place
from models.record import Record


class _Placed(Protocol):
    @property
    def places(self) -> tuple[Place, ...]: ...


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that was found: the `position`th of its kind in the record, from 1.

    `person`, `dnr` and `item` (the position of an ärende) name what it leads on to.
    """

    kind: str
    position: int
    label: str
    detail: str
    places: tuple[Place, ...]
    person: str | None = None
    dnr: str | None = None
    item: int | None = None

    @property
    def key(self) -> str:
        """What names it within its record, as long as that isn't made anew."""
        return f"{self.kind}-{self.position}"


@dataclass(frozen=True, slots=True)
class _Told:
    label: str
    detail: str = ""
    person: str | None = None
    dnr: str | None = None
    item: int | None = None


def things_of(record: Record) -> Iterator[Thing]:
    """Everything that can have places, kind by kind."""
    for kind, things in _MADE.items():
        for position, (thing, told) in enumerate(things(record), 1):
            yield Thing(
                kind, position, told.label, told.detail, thing.places, told.person, told.dnr, told.item
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
