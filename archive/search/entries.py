"""What of a record is found as one hit: the document, its items, pages outside them, and its decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from archive.edtf import bounds
from archive.search.doubts import FINDING, Doubt, doubts_of
from archive.search.measured import Measure, measures_of
from archive.search.words import normal
from models.matter import Decision, Item
from models.mention import Person
from models.record import Record
from models.text import PAGE_BREAK
from models.vocabulary import DecisionStatus

DOCUMENT, ITEM, PAGE, DECISION, DOUBT = "document", "item", "page", "decision", "doubt"
Field = tuple[str, str, str]
"""A field of an entry: its name, its value as it is compared, and the value as it is shown."""
Fields = frozenset[Field]


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that can be found: `days` are the first and last that it can be of, as `date.toordinal`, or 0.

    `position` is that of the item or decision in its record, of a page its number. Of a doubt, `heading` says
    of what it is, and `position` which.
    """

    kind: str
    position: int
    page: int
    text: str
    heading: str | None = None
    paragraph: int | None = None
    days: tuple[int, int] = (0, 0)
    fields: Fields = field(default_factory=frozenset[Field])
    measures: tuple[Measure, ...] = ()


def entries_of(record: Record) -> Iterator[Entry]:
    """The entries of a record: itself first, its text in order, its decisions, and what is unsure in it."""
    days = _days(record.date, record)
    about = _about(record, days)
    spans = tuple(_item_spans(record))
    named = _people_of(record.people, (0, len(record.text)))
    decided = _decided(record.decisions)
    numbers = _numbers(dnr.value for dnr in record.dnr)
    sections = frozenset[Field]().union(*(_section(item.paragraph) for item in record.items))
    yield Entry(
        DOCUMENT, 0, record.part.page_from, "", record.title, days=days,
        fields=about | named | decided | numbers | sections, measures=tuple(measures_of(record)),
    )  # fmt: skip
    for position, (item, start, end) in enumerate(spans, 1):
        own = [one for one in record.decisions if one.id in item.decisions]
        yield Entry(
            ITEM, position, item.places[0].page, record.text[start:end], item.heading,
            item.paragraph, days,
            about | _people_of(record.people, (start, end)) | _decided(own) | _numbers(item.dnr)
            | _section(item.paragraph),
        )  # fmt: skip
    yield from _pages(record, spans, about, days)
    for position, decision in enumerate(record.decisions, 1):
        yield _decision(record, position, decision, about)
    for doubt in doubts_of(record):
        yield _doubt(doubt, about, days)


def _decision(record: Record, position: int, decision: Decision, about: Fields) -> Entry:
    days = _days(decision.date, record)
    item = next((one for one in record.items if decision.id in one.decisions), None)
    own = {_of("status", decision.status.value), _of("outcome", decision.outcome.value)}
    own |= {_of("year", year) for year in _years(days)}
    own |= _section(decision.paragraph)
    own |= {_of("body", decision.body)} if decision.body else set()
    kept = {one for one in about if one[0] != "year" and not (one[0] == "body" and decision.body)}
    page = decision.places[0].page if decision.places else record.part.page_from
    heading = item.heading if item else record.title
    numbers = _numbers([decision.dnr] if decision.dnr else item.dnr if item else ())
    return Entry(
        DECISION, position, page, decision.text, heading, decision.paragraph, days,
        frozenset(kept | own) | numbers,
    )  # fmt: skip


def _doubt(doubt: Doubt, about: Fields, days: tuple[int, int]) -> Entry:
    own = {_of("doubt", doubt.kind), _of("severity", doubt.severity.value), _of("need", doubt.need)}
    own |= {_of("finding", doubt.of)} if doubt.kind == FINDING else set()
    return Entry(
        DOUBT, doubt.position, doubt.page, doubt.text, doubt.of, days=days, fields=about | frozenset(own)
    )


def _item_spans(record: Record) -> Iterator[tuple[Item, int, int]]:
    """Each item in the order of the text with where its text begins and ends: at the next item's sign."""
    placed = sorted(
        ((item.places[0].start, item) for item in record.items if item.places), key=lambda p: p[0]
    )
    ends = [start for start, _ in placed[1:]] + [len(record.text)]
    for (start, item), end in zip(placed, ends, strict=False):
        yield item, start, end


def _pages(
    record: Record, spans: tuple[tuple[Item, int, int], ...], about: Fields, days: tuple[int, int]
) -> Iterator[Entry]:
    """The pages, each with what of its text stands before the first item."""
    end = spans[0][1] if spans else len(record.text)
    start, numbers = 0, [page.number for page in record.pages] or [record.part.page_from]
    for n, text in enumerate(record.text[:end].split(PAGE_BREAK)):
        if text.strip():
            page = numbers[min(n, len(numbers) - 1)]
            named = _people_of(record.people, (start, start + len(text)))
            title = record.title if n == 0 else None
            yield Entry(PAGE, page, page, text, title, days=days, fields=about | named | _own_numbers(record))
        start += len(text) + 1


def _own_numbers(record: Record) -> Fields:
    """The numbers of a document without items, whose pages are all of them."""
    return frozenset() if record.items else _numbers(dnr.value for dnr in record.dnr)


def _about(record: Record, days: tuple[int, int]) -> Fields:
    """What holds for everything in the document."""
    found = {_of("kind", record.kind.value)}
    found |= {_of("body", record.body)} if record.body else set()
    found |= {_of("municipality", record.municipality.name)} if record.municipality else set()
    found.add(_of("read", record.pipeline.processed_at.date().isoformat()))
    return frozenset(found | {_of("year", year) for year in _years(days)})


def _people_of(people: Iterable[Person], span: tuple[int, int]) -> Fields:
    """The people who stand in this stretch of the text, and their parties."""
    found: set[Field] = set()
    for person in people:
        if not person.places or any(span[0] <= place.start < span[1] for place in person.places):
            found.add(_of("person", person.name))
            found |= {_of("party", person.party)} if person.party else set()
    return frozenset(found)


def _decided(decisions: Iterable[Decision]) -> Fields:
    """The statuses of decisions, and the outcomes of those that were taken."""
    every = tuple(decisions)
    taken = (one for one in every if one.status is DecisionStatus.FATTAT)
    statuses = {_of("status", one.status.value) for one in every}
    return frozenset(statuses | {_of("outcome", one.outcome.value) for one in taken})


def _numbers(values: Iterable[str]) -> Fields:
    """Diarienummer however they are spaced, with and without their registry ("KS 2014/163", "2014/163")."""
    found: set[Field] = set()
    for value in values:
        parts = normal(value).split()
        found |= {("dnr", text, value) for text in ("".join(parts), *parts[-1:]) if text}
    return frozenset(found)


def _section(number: int | None) -> Fields:
    return frozenset() if number is None else frozenset({_of("§", number)})


def _of(name: str, value: str | int) -> Field:
    return name, normal(str(value)), str(value)


def _days(value: str | None, record: Record) -> tuple[int, int]:
    """The first and last day of this date, else of the document's, else of the window it lies in."""
    known = bounds(value) or bounds(record.date)
    first, last = known or (record.not_before, record.not_after)
    return _ordinal(first) or _ordinal(last), _ordinal(last) or _ordinal(first)


def _ordinal(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day else 0


def _years(days: tuple[int, int]) -> range:
    first, last = (date.fromordinal(day).year if day else 0 for day in days)
    return range(first, last + 1) if first and last - first < 20 else range(0)
