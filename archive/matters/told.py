"""What a record tells of the steps of matters: its own, those it cites, and numbers that it only names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from archive.matters.cited import Citing, Stretch, year_of
from models.matter import Decision, Item, Vote
from models.mention import Dnr, Place
from models.record import Record
from models.swedish.gathering import gathers
from models.swedish.organs import organ_of
from models.vocabulary import DateRole, DecisionStatus, DnrRelation, Kind
from models.way import Act, CaseNumber, Ruling, Telling, Told

_COMES_IN = frozenset({Kind.MOTION, Kind.INTERPELLATION, Kind.FRAGA, Kind.MEDBORGARFORSLAG, Kind.ANSOKAN})
"""Documents with which a matter comes in."""
_OF_MANY = frozenset({
    Kind.PROTOKOLL, Kind.KALLELSE, Kind.DELEGATIONSBESLUT, Kind.ANSLAGSBEVIS, Kind.RAPPORT,
    Kind.REVISIONSRAPPORT, Kind.BUDGET, Kind.ARSREDOVISNING, Kind.OVRIGT,
})  # fmt: skip
"""Documents that are of many matters, unless they bear the number of one."""
_MANY = 6
"""More § than one matter without a number has behind it, as a rule."""
_HERE = frozenset({DecisionStatus.FATTAT, DecisionStatus.FORSLAG, DecisionStatus.FRAMTIDA})
"""Statuses of what the step itself decides or proposes."""


def tellings(record: Record) -> tuple[Told, ...]:
    """Every telling of a record: its own steps, then what each of them cites, then numbers only named."""
    own = list(_items(record) if record.items else _whole(record))
    told = [replace(step, position=at) for at, (step, _) in enumerate(own, 1)]
    citing = Citing(record)
    for at, (_, stretch) in enumerate(own):
        cited = list(citing.tellings(stretch, told[at]))
        many = len({one.paragraph for one in cited} - {None}) > _MANY
        told[at] = replace(told[at], gathers=told[at].gathers or (many and not told[at].numbers))
        told += cited
    told += _named(record, {number for one in told for number in one.numbers})
    return tuple(replace(one, position=at) for at, one in enumerate(told, 1))


def _items(record: Record) -> Iterator[tuple[Told, Stretch]]:
    """A step for each item of minutes, with the stretch of text that it takes."""
    starts = [item.places[0].start if item.places else 0 for item in record.items]
    only = _own_numbers(record) if len(record.items) == 1 else ()
    decisions = {decision.id: decision for decision in record.decisions}
    for item, start, end in zip(record.items, starts, [*starts[1:], len(record.text)], strict=True):
        own = (decisions[one] for one in item.decisions if one in decisions)
        rulings = tuple(_ruling(decision) for decision in own if decision.status in _HERE)
        step = replace(
            _step(record, item.places, rulings),
            paragraph=item.paragraph,
            title=item.heading,
            vote=_counted(item.vote),
            numbers=_numbers(record, item) or only,
            gathers=gathers(item.heading),
        )
        yield step, Stretch(start, end, item)


def _whole(record: Record) -> Iterator[tuple[Told, Stretch]]:
    """A step that is the document itself, once for each number it bears where it bears several.

    A number that stands with an earlier decision, told again, is that one's.
    """
    told_again = {decision.dnr for decision in record.decisions if decision.status not in _HERE}
    borne = [dnr for dnr in record.dnr if dnr.relation is DnrRelation.OWN]
    own: list[Dnr | None] = [dnr for dnr in borne if dnr.value not in told_again] or [*borne]
    several = len(own) > 1
    nothing, whole = Stretch(0, 0, None), Stretch(0, len(record.text) + 1, None)
    for at, dnr in enumerate(own or [None]):
        rulings = tuple(_ruling(d) for d in record.decisions if _is_of(d, dnr, several=several))
        step = replace(
            _step(record, dnr.places if dnr else (), rulings),
            title=record.title,
            received=_received(record),
            numbers=_of_dnr(dnr) if dnr else (),
            gathers=several or (dnr is None and record.kind in _OF_MANY),
        )
        yield step, nothing if at else whole


def _step(record: Record, places: tuple[Place, ...], rulings: tuple[Ruling, ...]) -> Told:
    return Told(
        position=0,
        telling=Telling.OWN,
        act=_act(record.kind, rulings, minutes=bool(record.items)),
        page=places[0].page if places else record.part.page_from,
        body=record.body,
        organ=organ_of(record.body),
        date=record.date,
        year=year_of(record.date),
        kind=record.kind,
        rulings=rulings,
    )


def _act(kind: Kind, rulings: tuple[Ruling, ...], *, minutes: bool) -> Act:
    if kind in _COMES_IN:
        return Act.RECEIVED
    if any(ruling.status is DecisionStatus.FATTAT for ruling in rulings):
        return Act.DECISION
    if rulings:
        return Act.PROPOSAL
    return Act.HANDLED if minutes else Act.WRITTEN


def _is_of(decision: Decision, dnr: Dnr | None, *, several: bool) -> bool:
    """Whether a document without items decides or proposes this itself, in the matter of this number.

    A decision with its § is one of minutes, which the document tells of.
    """
    if decision.status not in _HERE or decision.paragraph is not None:
        return False
    value = dnr.value if dnr else None
    return decision.dnr == value or (decision.dnr is None and not several)


def _ruling(decision: Decision) -> Ruling:
    points = tuple(point.outcome for point in decision.points)
    return Ruling(decision.id, decision.status, decision.outcome, points, decision.text)


def _counted(vote: Vote | None) -> Vote | None:
    """The vote without its voters."""
    return vote.model_copy(update={"by_person": ()}) if vote else None


def _received(record: Record) -> str | None:
    """The day on which a document was received, where it bears one."""
    days = {date.value for date in record.dates if date.role is DateRole.RECEIVED}
    return days.pop() if len(days) == 1 else None


def _numbers(record: Record, item: Item) -> tuple[CaseNumber, ...]:
    """An item's numbers in every reading; those of other authorities are left out."""
    known = {dnr.value: dnr for dnr in record.dnr}
    of_item = (known.get(value, Dnr(value=value)) for value in item.dnr)
    return tuple(
        number for dnr in of_item if dnr.relation is not DnrRelation.EXTERNAL for number in _of_dnr(dnr)
    )


def _own_numbers(record: Record) -> tuple[CaseNumber, ...]:
    own = (dnr for dnr in record.dnr if dnr.relation is DnrRelation.OWN)
    return tuple(number for dnr in own for number in _of_dnr(dnr))


def _of_dnr(dnr: Dnr) -> tuple[CaseNumber, ...]:
    """The number, and the other reading where the order of two short numbers is unsettled."""
    read = (CaseNumber.of_value(value) for value in dict.fromkeys((dnr.value, *dnr.candidates)))
    return tuple(number for number in read if number)


def _named(record: Record, told: set[CaseNumber]) -> Iterator[Told]:
    """Numbers of the municipality's that no step of the record bears."""
    for dnr in record.dnr:
        numbers = tuple(number for number in _of_dnr(dnr) if number not in told)
        if numbers and dnr.relation is not DnrRelation.EXTERNAL:
            page = dnr.places[0].page if dnr.places else record.part.page_from
            yield Told(0, Telling.NAMED, Act.HANDLED, page, numbers=numbers)
