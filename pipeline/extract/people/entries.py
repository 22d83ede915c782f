"""The people of a document: one entry for each, with every mention's place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from models.matter import Attendance
from models.mention import Person
from models.outline import Part
from models.swedish.parties import party_at
from pipeline.extract.columns import zones
from pipeline.extract.context import Context
from pipeline.extract.flow import Flow, flow_of
from pipeline.extract.people.candidates import Candidate, candidates_in, surname_first
from pipeline.extract.people.evidence import Mention, key_of, mentions
from pipeline.extract.people.same import with_candidates


def people(part: Part, context: Context, attending: Sequence[Attendance]) -> tuple[Person, ...]:
    """Everybody whom the part names with given name and surname, in the order of first mention.

    `attending` are those who the minutes say were there: people whatever else stands by their names.
    """
    flow = flow_of(part)
    turned = tuple(surname_first(flow.text))
    straight = (
        c for c in candidates_in(flow.text) if not any(c.start < t.end and t.start < c.end for t in turned)
    )
    found = tuple(sorted((*turned, *straight), key=lambda candidate: candidate.start))
    present = {key_of(person.name): person.name for person in attending}
    listed = _in_lists(part, flow)
    found = _spoken(found, present, listed)
    parties = {key_of(person.name): person.party for person in attending}
    groups = _by_person(mentions(flow.text, found, listed, present))
    named = {mention.key for group in groups for mention in group}
    persons = (
        *(_person(part, flow, group, context, parties.get(group[0].key)) for group in groups),
        *(_attending(person) for person in attending if key_of(person.name) not in named),
    )
    return with_candidates(persons, present.values())


def _spoken(
    found: tuple[Candidate, ...], present: Mapping[str, str], listed: frozenset[int]
) -> tuple[Candidate, ...]:
    """The candidates, names that lists print with the surname first in the order in which they are spoken."""
    turned = {
        c.start: c.turned for c in found if key_of(c.turned.name) in present and key_of(c.name) not in present
    }
    if not turned:
        return found
    others = {c.start: c.turned for c in found if c.start in listed and c.turned.given and not c.given}
    return tuple(turned.get(c.start) or others.get(c.start) or c for c in found)


def _attending(person: Attendance) -> Person:
    """One who was present and whose name nothing else in the text vouches for."""
    return Person(name=person.name, party=person.party, party_printed=None, places=person.places)


def _in_lists(part: Part, flow: Flow) -> frozenset[int]:
    """Positions in the flow at which a cell of a list of those present begins."""
    starts = {cell.start for zone in zones(part) for column in zone.columns for cell in column.cells}
    found: set[int] = set()
    for at, origin in zip(flow.at, flow.origin, strict=True):
        blank = 1 if flow.text.startswith("\n", at) else 0
        if origin + blank in starts:
            found.add(at + blank)
    return frozenset(found)


def _by_person(found: Iterable[Mention]) -> list[list[Mention]]:
    """The mentions by name, and by party where two people of one name have different ones."""
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        by_name[mention.key].append(mention)
    return [group for same in by_name.values() for group in _by_party(same)]


def _by_party(same: list[Mention]) -> list[list[Mention]]:
    """One group for each party; a mention without one goes with the party printed last before it."""
    parties = list(dict.fromkeys(m.party.casefold() for m in same if m.party))
    if len(parties) < 2:
        return [same]
    groups: dict[str, list[Mention]] = {party: [] for party in parties}
    last = parties[0]
    for mention in same:
        last = mention.party.casefold() if mention.party else last
        groups[last].append(mention)
    return list(groups.values())


def _person(part: Part, flow: Flow, group: list[Mention], context: Context, listed: str | None) -> Person:
    """`listed` is the party that a list of those present prints in a column of its own."""
    printed = next((m.party for m in group if m.party), listed)
    return Person(
        name=_fullest(group),
        party=party_at(printed, context.date) if printed else None,
        party_printed=printed,
        roles=tuple(dict.fromkeys(role for m in group for role in m.roles)),
        bodies=tuple(dict.fromkeys(body for m in group for body in m.bodies)),
        places=tuple(
            place
            for m in group
            for start, end in flow.spans(m.start, m.end)
            for place in part.text.places(start, end, m.rule)
        ),
    )


def _fullest(group: list[Mention]) -> str:
    """The name as first printed, but not in capitals where it is also printed otherwise."""
    return next((m.name for m in group if not m.name.isupper()), group[0].name)
