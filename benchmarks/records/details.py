"""What only some facts tell: the meeting, votes by person, jäv, presence by §, amounts and addressees."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from benchmarks.records.folded import fold
from models.matter import Meeting
from models.record import Record
from samples.make.facts import Facts

Values = dict[str, set[Hashable]]
_FIELDS = ("chair", "secretary", "adjusted_on", "posted_on", "removed_on", "start", "end")


def true_named(facts: Facts) -> Values:
    """What decisions should name."""
    named: Values = {"amounts": set(facts.amounts), "addressees": set(map(fold, facts.addressees))}
    return named if any(named.values()) else {}


def true_details(facts: Facts) -> Values:
    """What should be found."""
    return {
        "meeting": {(one.field, fold(one.value)) for one in facts.meeting},
        "present_for": {
            (fold(a.name), tuple(a.present_for)) for a in facts.attendance if a.present_for is not None
        },
        "ballots": {(i.paragraph, fold(b.name), b.vote) for i in facts.items for b in i.ballots},
        "recusals": {(i.paragraph, fold(name)) for i in facts.items for name in i.recusals},
    }


def details_of(records: Iterable[Record]) -> Values:
    """What was found, in the same form."""
    records = list(records)
    meetings = [record.meeting for record in records if record.meeting]
    items = [item for record in records for item in record.items]
    sat = [person for meeting in meetings for person in meeting.attendance]
    decisions = [decision for record in records for decision in record.decisions]
    ballots = [(i.paragraph, ballot) for i in items if i.vote for ballot in i.vote.by_person]
    return {
        "amounts": {one.value for decision in decisions for one in decision.amounts},
        "addressees": {fold(one.name) for decision in decisions for one in decision.addressees},
        "meeting": {told for meeting in meetings for told in _told(meeting)},
        "present_for": {(fold(a.name), a.present_for) for a in sat if a.present_for is not None},
        "ballots": {(number, fold(ballot.name), ballot.vote.value) for number, ballot in ballots},
        "recusals": {(i.paragraph, fold(one.name)) for i in items for one in i.recusals},
    }


def _told(meeting: Meeting) -> set[Hashable]:
    told: set[Hashable] = {("adjusters", fold(name)) for name in meeting.adjusters}
    for name in _FIELDS:
        value = getattr(meeting, name)
        if value:
            told.add((name, fold(str(value))))
    return told
