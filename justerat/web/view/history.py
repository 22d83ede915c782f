"""What was corrected, as a person reads it: who, when, what, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from archive.review.apply import Mark
from archive.review.chains import chains, standing
from archive.review.fields import LISTS, SINGLES, single
from archive.review.reviews import Review
from models.correction import Correction
from models.record import Record


@dataclass(frozen=True, slots=True)
class Step:
    """A correction; `holds` says that it is what holds for its value, `stands` that it was not undone."""

    made: Correction
    before: str
    after: str
    stands: bool
    holds: bool


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A value of a list that stands on no page: its position from 1."""

    field: str
    position: int
    text: str


def steps(corrections: Sequence[Correction]) -> list[Step]:
    """Everything that was said, the latest first."""
    stands = {one.number for one in standing(corrections)}
    holds = {chain.last.number for chain in chains(corrections)}
    return [
        Step(one, in_words(one.before), in_words(one.after), one.number in stands, one.number in holds)
        for one in reversed(corrections)
    ]


def in_words(value: JsonValue) -> str:
    """A value as one line: what is in it, one after the other."""
    if isinstance(value, dict):
        return ", ".join(filter(None, map(in_words, value.values())))
    if isinstance(value, list):
        return " ".join(map(in_words, value))
    return "" if value is None or isinstance(value, bool) else str(value)


def singles(record: Record) -> list[tuple[str, str]]:
    """The single values by name, as text."""
    names = (name for name in SINGLES if record.meeting or not name.startswith("meeting."))
    return [(name, in_words(single(record, name))) for name in names]


def unplaced(record: Record) -> Iterator[Unplaced]:
    """The values that stand on no page, and so are on none of the document's pages here."""
    for name, field in LISTS.items():
        for position, entry in enumerate(field.get(record), 1):
            if not entry.places:
                yield Unplaced(name, position, in_words(entry.told))


def marked(review: Review) -> dict[tuple[str, int], Mark]:
    """The values that were reviewed, by field and position from 1."""
    marks = review.reviewed.marks
    return {(mark.field, mark.position + 1): mark for mark in marks if mark.position is not None}
