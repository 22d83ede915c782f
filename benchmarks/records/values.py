"""The values of a file, field by field, as sets that can be compared: those that are true, those found."""

from __future__ import annotations

import re
from collections.abc import Hashable

from benchmarks.records.details import Values, details_of, true_details, true_named
from benchmarks.records.folded import fold
from models.record import Record
from samples.make.facts import About, Facts

_DNR = re.compile(r"(?:(?P<registry>[^\W\d_]+)[ ./-]*)?(?P<year>\d{4})[ .:/-]+0*(?P<number>\d+)(?: \(.*\))?")
"""A class of the diary plan may stand behind in brackets."""

Keyed = tuple[Hashable, Hashable]
"""A value with the thing that it is told of, as a § and its heading."""


def true_values(facts: Facts) -> Values:
    """What should be found, field by field."""
    details = true_details(facts) if facts.meeting else {}
    return {**_true_values(facts), **details, **true_named(facts)}


def _true_values(facts: Facts) -> Values:
    return {
        "document": {about for part in facts.parts or [facts.document] for about in _about(part)},
        "dnr": set(map(comparable, facts.dnr)),
        "dates": set(facts.dates),
        "minuted": set(facts.minuted),
        "cited": set(facts.cited),
        "people": {fold(p.name) for p in facts.people},
        "party": {(fold(p.name), p.party.upper()) for p in facts.people if p.party},
        "attendance": {(fold(a.name), a.capacity) for a in facts.attendance},
        "replaces": {(fold(a.name), fold(a.replaces)) for a in facts.attendance if a.replaces},
        "heading": {(i.paragraph, fold(i.heading)) for i in facts.items if i.heading},
        "item_dnr": {(i.paragraph, comparable(d)) for i in facts.items for d in i.dnr},
        "votes": {(i.paragraph, i.vote.yes, i.vote.no) for i in facts.items if i.vote},
        "reservations": {(i.paragraph, fold(n)) for i in facts.items for n in i.reservations},
    }


def values_of(records: list[Record]) -> Values:
    """What was found in one file, in the same form."""
    return {**_values_of(records), **details_of(records)}


def _values_of(records: list[Record]) -> Values:
    meetings = [record.meeting for record in records if record.meeting]
    attendance = [person for meeting in meetings for person in meeting.attendance]
    people = [person for record in records for person in record.people]
    items = [item for record in records for item in record.items]
    return {
        "document": {about for record in records for about in _about_record(record)},
        "dnr": {comparable(dnr.value) for record in records for dnr in record.dnr},
        "dates": {date.value for record in records for date in record.dates if not date.year_inferred},
        "minuted": paragraphs(records, "minuted") | {item.paragraph for item in items if item.paragraph},
        "cited": paragraphs(records, "cited"),
        "people": {fold(person.name) for person in people},
        "party": {(fold(person.name), person.party.upper()) for person in people if person.party},
        "attendance": {(fold(person.name), person.capacity.value) for person in attendance},
        "replaces": {(fold(p.name), fold(p.replaces)) for p in attendance if p.replaces},
        "heading": {(item.paragraph, fold(item.heading)) for item in items},
        "item_dnr": {(item.paragraph, comparable(dnr)) for item in items for dnr in item.dnr},
        "votes": {(i.paragraph, i.vote.yes, i.vote.no) for i in items if i.vote and i.vote.yes is not None},
        "reservations": {(i.paragraph, fold(r.name)) for i in items for r in i.reservations},
    }


def _about(part: About) -> set[Hashable]:
    """What is known of a document as a whole, each with the name of its field."""
    fields = {"kind": part.kind, "body": part.body, "municipality": part.municipality, "date": part.date}
    return {(name, fold(value)) for name, value in fields.items() if value}


def _about_record(record: Record) -> set[Hashable]:
    municipality = record.municipality.name if record.municipality else None
    return _about(About(kind=record.kind, body=record.body, municipality=municipality, date=record.date))


def paragraphs(records: list[Record], kind: str) -> set[Hashable]:
    """Every § number of this kind, runs (§§ 4-6) taken apart."""
    found = (p for record in records for p in record.paragraphs if p.kind == kind)
    return {number for p in found for number in range(p.number, (p.number_to or p.number) + 1)}


def known(field: str, values: list[str | int]) -> set[Hashable]:
    """Stored values of a field in the form in which they are compared."""
    forms = {"dnr": comparable, "people": fold, "addressees": fold}
    form = forms.get(field, str)
    return {form(value) if isinstance(value, str) else value for value in values}


def comparable(value: str) -> Hashable:
    """A dnr without its zeros, in capitals; as it is where it has another form."""
    found = _DNR.fullmatch(value)
    return ((found["registry"] or "").upper(), int(found["year"]), int(found["number"])) if found else value
