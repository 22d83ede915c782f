"""What was found on one page of a record, each with the boxes around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.mention import BoxTuple
from models.placed import things_of
from models.record import Record


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


def values_on(record: Record, page: int) -> Iterator[Value]:
    """Everything with a place on this page, group by group."""
    for thing in things_of(record):
        here = [place for place in thing.places if place.page == page]
        if here:
            yield Value(
                key=thing.key,
                kind=thing.kind,
                label=thing.label,
                detail=thing.detail,
                boxes=tuple(box for place in here for box in place.boxes),
                raw=here[0].raw,
                confidence=min(place.confidence for place in here),
                person=thing.person,
                dnr=thing.dnr,
                item=thing.item,
            )


def grouped(values: Iterable[Value]) -> list[tuple[str, Sequence[Value]]]:
    """The values by their kind."""
    groups: dict[str, list[Value]] = {}
    for value in values:
        groups.setdefault(value.kind, []).append(value)
    return list(groups.items())
