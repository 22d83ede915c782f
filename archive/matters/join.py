"""What many documents tell of a matter, joined to its way: pure, and the same in whatever order they came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from archive.edtf import bounds
from archive.matters.drafts import Cited, Draft, drafts
from models.swedish.organs import Organ
from models.vocabulary import DecisionOutcome
from models.way import NOT_TAKEN, Act, CaseNumber, Citation, Difference, Ruling, Spot, Stated, Step, Told, Way

_UNTOLD = frozenset({DecisionOutcome.OKAND, DecisionOutcome.SAMMANSATT})
"""Outcomes that no other contradicts."""
_LAST = "9999-12-31"
_Value = TypeVar("_Value")


def way(
    municipality: str | None,
    number: CaseNumber | None,
    own: Iterable[Stated],
    cited: Iterable[Cited],
    named: Iterable[Stated] = (),
) -> Way:
    """The way of a matter: its steps in time order, each once."""
    made = sorted(drafts(own, cited), key=_when)
    steps = tuple(_step(draft) for draft in made)
    spots = {Spot(one.document, one.told.page) for one in named}
    return Way(
        municipality=municipality,
        number=number,
        title=_title(steps, number),
        steps=steps,
        named_in=tuple(sorted(spots, key=lambda spot: (spot.document, spot.page))),
    )


def _title(steps: Sequence[Step], number: CaseNumber | None) -> str | None:
    """What the matter is called where it was last handled, in minutes if in any."""
    documented = [step for step in steps if step.documents and step.title]
    own = [step for step in documented if number is None or number in step.numbers] or documented
    minutes = [step for step in own if step.paragraph is not None] or own
    return minutes[-1].title if minutes else None


def _step(draft: Draft) -> Step:
    tellings = draft.tellings
    first = tellings[0]
    told_acts = (told.act for told in tellings if told.act is not Act.HANDLED)
    known = (first,) if draft.own else tellings
    return Step(
        act=first.act if draft.own else next(told_acts, first.act),
        body=_known(told.body for told in known),
        date=_known(told.date for told in known),
        year=_known(told.year for told in known),
        paragraph=_known(told.paragraph for told in known),
        kind=_known(told.kind for told in known),
        title=_known(told.title for told in known),
        received=_known(told.received for told in known),
        rulings=first.rulings if draft.own else _rulings(known),
        vote=_known(told.vote for told in known),
        numbers=_numbers(tellings),
        documents=tuple(dict.fromkeys(Spot(one.document, one.told.page) for one in draft.own)),
        cited_by=tuple(_citations(draft.cites)),
        differences=tuple(_differences(draft)),
    )


def _known(values: Iterable[_Value | None]) -> _Value | None:
    return next((value for value in values if value is not None), None)


def _rulings(tellings: Iterable[Told]) -> tuple[Ruling, ...]:
    """The decisions that are told, each outcome once."""
    every = (ruling for told in tellings for ruling in told.rulings)
    return tuple({(ruling.status, ruling.outcome): ruling for ruling in every}.values())


def _numbers(tellings: Iterable[Told]) -> tuple[CaseNumber, ...]:
    every = {number for told in tellings for number in told.numbers}
    return tuple(sorted(every, key=lambda n: (n.registry or "", n.year, n.number)))


def _citations(cites: Iterable[Cited]) -> Iterator[Citation]:
    """Each step that cites, once, in time order."""
    seen = {(c.by.told.date or _LAST, c.by.document, c.by.told.position): c for c in reversed([*cites])}
    for _, cite in sorted(seen.items(), key=lambda one: one[0]):
        by = cite.by.told
        yield Citation(
            cite.stated.document, cite.told.page, by.kind, by.body, by.date, by.paragraph, by.numbers
        )


def _differences(draft: Draft) -> Iterator[Difference]:
    """Days and outcomes that others tell of the step than what is shown of it."""
    shown, *others = [*draft.own, *(cite.stated for cite in draft.cites)]
    outcomes = _outcomes(shown.told)
    seen: set[Difference] = set()
    for other in others:
        told = other.told
        found: list[tuple[str, str, str]] = []
        if shown.told.date and told.date and _apart(told.date, shown.told):
            found.append(("date", shown.told.date, told.date))
        strange = _outcomes(told) - outcomes
        if outcomes and strange:
            found.append(("outcome", _listed(outcomes), _listed(strange)))
        for one in found:
            difference = Difference(*one, other.document, told.page)
            if difference not in seen:
                seen.add(difference)
                yield difference


def _apart(date: str, shown: Told) -> bool:
    """Whether a date has no day in common with the step's own, or the one on which it was received."""
    days = bounds(date)
    known = [known for value in (shown.date, shown.received) if (known := bounds(value))]
    return days is not None and all(days[1] < first or days[0] > last for first, last in known)


def _outcomes(told: Told) -> set[DecisionOutcome]:
    """What was decided, as far as it says something."""
    taken = [ruling for ruling in told.rulings if ruling.status not in NOT_TAKEN]
    return {outcome for ruling in taken for outcome in (ruling.outcome, *ruling.points)} - _UNTOLD


def _listed(outcomes: Iterable[DecisionOutcome]) -> str:
    return ", ".join(sorted(outcomes))


def _when(draft: Draft) -> tuple[str, int, int, str, int]:
    """When a step was: on its day, else in its year, at the latest before a step that cites it."""
    told = draft.tellings[0]
    days = bounds(_known(told.date for told in draft.tellings))
    year = _known(told.year for told in draft.tellings)
    citing = min((cite.by.told.date or _LAST for cite in draft.cites), default=_LAST)
    day = days[0] if days else min(f"{year}-12-31" if year else _LAST, citing)
    stated = draft.own[0] if draft.own else draft.cites[0].stated
    return (day, _order(draft) if days else -1, told.paragraph or 0, stated.document, told.position)


def _order(draft: Draft) -> int:
    """The order of steps of one day: papers, then bodies from the lowest to the highest."""
    if all(told.paragraph is None for told in draft.tellings):
        return 0 if draft.tellings[0].act is Act.RECEIVED else 1
    return _height(_known(told.organ for told in draft.tellings))


def _height(organ: Organ | None) -> int:
    if organ is None:
        return 2
    if organ.name.endswith("utskott"):
        return 3
    return {"kommunstyrelse": 5, "fullmäktige": 6}.get(organ.name, 4)
