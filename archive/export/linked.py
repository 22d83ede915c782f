"""Records as JSON-LD 1.1: one graph of documents, meetings, items, votes, decisions and those who took part.

Documents and people are in the terms of schema.org, how a record was made in those of PROV-O. What happens
in a meeting is in those of OSLO Besluit, the vocabulary of Flemish municipalities for their decisions
(data.vlaanderen.be/ns/besluit): Zitting is a meeting, BehandelingVanAgendapunt an item, Besluit a decision.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.export.names import Names
from models.matter import Attendance, Decision, Item, Meeting, Vote
from models.mention import Person
from models.record import Record
from models.vocabulary import DecisionStatus, VoteMethod

CONTEXT = Path(__file__).with_name("context.jsonld")

Json = str | int | float | bool | list["Json"] | dict[str, "Json"]
Node = dict[str, Json]


def linked_lines(records: Iterable[Record], names: Names) -> Iterator[str]:
    """A JSON-LD document line by line: its context, then each record on a line of its own."""
    context = json.loads(CONTEXT.read_text("utf-8"))["@context"]
    waiting = f'{{"@context": {json.dumps(context)},\n"@graph": [\n'
    is_first = True
    for record in records:
        if not is_first:
            yield f"{waiting},\n"
            waiting = ""
        waiting += json.dumps(_document(record, names), ensure_ascii=False)
        is_first = False
    yield f"{waiting}\n]}}\n"


def _document(record: Record, names: Names) -> Node:
    name = names("documents", record.id)
    return _known(
        id=name,
        type=["Document", "Entity"],
        kind=record.kind.value,
        title=record.title,
        body=record.body,
        municipality=_municipality(record),
        date=record.date,
        dnr=[dnr.value for dnr in record.dnr if dnr.relation.value == "own"],
        cites=[dnr.value for dnr in record.dnr if dnr.relation.value != "own"],
        mentions=_mentions(record, name),
        text=record.text,
        derivedFrom={
            "id": f"urn:sha256:{record.source.sha256}",
            "type": ["File", "Entity"],
            "mediaType": record.source.media_type,
            "sha256": record.source.sha256,
        },
        generatedBy={
            "type": "Activity",
            "endedAt": record.pipeline.processed_at.isoformat(),
            "agent": {"type": "SoftwareAgent", "name": f"justerat {record.pipeline.version}"},
        },
        meeting=_meeting(record.meeting, name) if record.meeting else None,
        items=_items(record, name),
        decisions=[_decision(one, f"{name}/decisions/{one.id}") for one in record.decisions],
    )


def _known(**members: Json | None) -> Node:
    """The members whose value is known: what is unknown, and what there are none of, isn't told."""
    return {name: value for name, value in members.items() if value not in (None, "", [])}


def _municipality(record: Record) -> Node | None:
    one = record.municipality
    return _known(type="Municipality", name=one.name, code=one.code) if one else None


def _mentions(record: Record, name: str) -> list[Json]:
    people = [_person(person, f"{name}/people/{n}") for n, person in enumerate(record.people, 1)]
    return [*people, *(_known(type="Organization", name=one.name) for one in record.organisations)]


def _person(person: Person, name: str) -> Node:
    return _known(id=name, type="Person", name=person.name, party=person.party, roles=list(person.roles))


def _meeting(meeting: Meeting, name: str) -> Node:
    return _known(
        id=f"{name}/meeting",
        type="Meeting",
        heldBy=meeting.body,
        date=meeting.date,
        location=meeting.location,
        chair=meeting.chair,
        secretary=meeting.secretary,
        attendance=[_attendance(one) for one in meeting.attendance],
    )


def _attendance(one: Attendance) -> Node:
    return _known(type="Person", name=one.name, party=one.party, capacity=one.capacity.value)


def _items(record: Record, name: str) -> list[Json]:
    """The items in order, each after the one before."""
    made: list[Json] = []
    for number, item in enumerate(record.items, 1):
        before = f"{name}/items/{number - 1}" if number > 1 else None
        made.append(_item(item, name, number, before))
    return made


def _item(item: Item, name: str, number: int, before: str | None) -> Node:
    return _known(
        id=f"{name}/items/{number}",
        type=["Item", "Activity"],
        paragraph=item.paragraph,
        position=number,
        heading=item.heading,
        dnr=list(item.dnr),
        summary=item.summary,
        after=before,
        vote=_vote(item.vote) if item.vote else None,
        generated=[f"{name}/decisions/{one}" for one in item.decisions],
    )


def _vote(vote: Vote) -> Node:
    return _known(
        type="Vote",
        method=vote.method.value,
        secret=vote.method is VoteMethod.SLUTEN,
        yes=vote.yes,
        no=vote.no,
        abstain=vote.abstain,
        ballots=[
            _known(type="Person", name=one.name, party=one.party, ballot=one.vote.value)
            for one in vote.by_person
        ],
    )


def _decision(decision: Decision, name: str) -> Node:
    """Only what was decided here is a Besluit: a proposal or a citation is a text about one."""
    taken = decision.status is DecisionStatus.FATTAT
    return _known(
        id=name,
        type=["Decision", "Entity"] if taken else ["Text", "Entity"],
        status=decision.status.value,
        outcome=decision.outcome.value,
        body=decision.body,
        date=decision.date,
        paragraph=decision.paragraph,
        dnr=decision.dnr,
        content=decision.text,
        amounts=[
            _known(
                type="MonetaryAmount",
                currency=one.currency.value,
                value=one.value if one.value_to is None else None,
                least=one.value if one.value_to else None,
                most=one.value_to,
            )
            for one in decision.amounts
        ],
        addressees=[_known(type="Agent", name=one.name, role=one.role.value) for one in decision.addressees],
    )
