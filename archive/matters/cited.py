"""What a step cites: § of minutes, decisions told again, documents by kind and day, days of receipt."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Generic, TypeVar

from models.matter import Decision, Earlier, Item
from models.mention import DateMention, Place
from models.record import Record
from models.swedish.kinds import titles
from models.swedish.organs import organ_of
from models.vocabulary import DatePrecision, DateRole, DecisionStatus, Kind, ParagraphKind
from models.way import Act, CaseNumber, Ruling, Telling, Told

_TOLD_AGAIN = frozenset({DecisionStatus.HANVISNING, DecisionStatus.ANNAT_ORGAN})
_BY_DAY = {
    Kind.TJANSTESKRIVELSE: Act.WRITTEN,
    Kind.YTTRANDE: Act.WRITTEN,
    Kind.SKRIVELSE: Act.WRITTEN,
    Kind.REMISS: Act.WRITTEN,
    Kind.UTREDNING: Act.WRITTEN,
    Kind.RAPPORT: Act.WRITTEN,
    Kind.MOTION: Act.RECEIVED,
    Kind.INTERPELLATION: Act.RECEIVED,
    Kind.MEDBORGARFORSLAG: Act.RECEIVED,
    Kind.ANSOKAN: Act.RECEIVED,
}
"""Kinds of documents that a list of what a decision rests on names by kind and day."""


_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The text of one step, and the item of minutes that it is of, if it is one."""

    start: int
    end: int
    item: Item | None


class Laid(Generic[_Thing]):
    """Things in the order of their places, to be asked which of them stand in a stretch."""

    def __init__(self, things: Iterable[tuple[_Thing, tuple[Place, ...]]]) -> None:
        every = [
            (place.start, at, thing, place) for at, (thing, places) in enumerate(things) for place in places
        ]
        self._laid = sorted(every, key=lambda one: one[:2])

    def within(self, stretch: Stretch) -> list[tuple[_Thing, Place]]:
        """Each thing with each of its places in the stretch, in the order of the text."""
        low = bisect_left(self._laid, stretch.start, key=lambda one: one[0])
        high = bisect_left(self._laid, stretch.end, key=lambda one: one[0])
        return [(thing, place) for _, _, thing, place in self._laid[low:high]]


class Citing:
    """A record, laid out so that each of its steps finds at once what it cites."""

    def __init__(self, record: Record) -> None:
        self.text = record.text
        self.decisions = {decision.id: decision for decision in record.decisions}
        self.days = Laid((date, date.places) for date in record.dates)
        cited = (
            one for one in record.paragraphs if one.kind is ParagraphKind.CITED and (one.body or one.date)
        )
        self.sections = Laid((paragraph, paragraph.places) for paragraph in cited)

    def tellings(self, stretch: Stretch, step: Told) -> Iterator[Told]:
        """The tellings of other steps that stand in the stretch of the step."""
        sections = self._sections(stretch, step)
        for decision in self._told_again(stretch):
            _tell(sections, decision, step)
        yield from sections
        if stretch.item:
            days = self.days.within(stretch)
            yield from self._documents(stretch.item, days, step)
            yield from _receipts(days, step)

    def _sections(self, stretch: Stretch, step: Told) -> list[Told]:
        """The § of other minutes, each once; those that an item alone knows of stand on the item's page."""
        found: dict[Earlier, Told] = {}
        for paragraph, place in self.sections.within(stretch):
            earlier = Earlier(body=paragraph.body, date=paragraph.date, paragraph=paragraph.number)
            found.setdefault(earlier, _section(earlier, paragraph.year, place.page, step))
        for earlier in stretch.item.earlier if stretch.item else ():
            if earlier.body or earlier.date:
                found.setdefault(earlier, _section(earlier, None, step.page, step))
        return list(found.values())

    def _told_again(self, stretch: Stretch) -> list[Decision]:
        """The decisions of other minutes: by their status, or by their § where a letter tells of them."""
        if stretch.item:
            own = (self.decisions[one] for one in stretch.item.decisions if one in self.decisions)
            return [decision for decision in own if decision.status in _TOLD_AGAIN]
        return [
            decision
            for decision in (self.decisions.values() if stretch.end else ())
            if decision.status in _TOLD_AGAIN
            or (decision.status is DecisionStatus.FATTAT and decision.paragraph is not None)
        ]

    def _documents(self, item: Item, days: list[tuple[DateMention, Place]], step: Told) -> Iterator[Told]:
        """Documents that the decision rests on, by kind and day ("Tjänsteskrivelse, 2021-04-28")."""
        for entry in item.basis:
            kind = _kind_in(entry)
            day = self._day_in(entry, days)
            if kind and day and "§" not in entry:
                date, place = day
                cited = _cited(step, place.page, _BY_DAY[kind])
                yield replace(cited, date=date.value, year=year_of(date.value), kind=kind, title=entry)

    def _day_in(self, entry: str, days: list[tuple[DateMention, Place]]) -> tuple[DateMention, Place] | None:
        """The last day that the entry prints."""
        printed = (
            (" ".join(self.text[place.start : place.end].split()), (day, place)) for day, place in days
        )
        found = [
            (entry.rfind(words), day)
            for words, day in printed
            if day[0].precision is DatePrecision.DAY and words and words in entry
        ]
        return max(found, key=lambda one: one[0])[1] if found else None


def _cited(step: Told, page: int, act: Act = Act.HANDLED) -> Told:
    return Told(0, Telling.CITED, act, page, by=step.position)


def _section(earlier: Earlier, year: int | None, page: int, step: Told) -> Told:
    return replace(
        _cited(step, page),
        body=earlier.body,
        organ=organ_of(earlier.body, step.organ),
        date=earlier.date,
        year=year or year_of(earlier.date),
        paragraph=earlier.paragraph,
    )


def _tell(sections: list[Told], decision: Decision, step: Told) -> None:
    """Put what a decision told again says to the § that it is of, or beside them where it is of none."""
    ruling = Ruling(decision.id, decision.status, decision.outcome, (), decision.text)
    number = CaseNumber.of_value(decision.dnr) if decision.dnr else None
    other = (number,) if number and number not in step.numbers else ()
    for at, told in enumerate(sections):
        same_day = decision.date is None or told.date is None or decision.date == told.date
        if decision.paragraph is not None and told.paragraph == decision.paragraph and same_day:
            sections[at] = replace(
                told, act=_act(decision), rulings=(*told.rulings, ruling), numbers=told.numbers or other
            )
            return
    if _can_be_followed(decision):
        page = decision.places[0].page if decision.places else step.page
        sections.append(
            replace(
                _cited(step, page, _act(decision)),
                body=decision.body,
                organ=organ_of(decision.body, step.organ),
                date=decision.date,
                year=year_of(decision.date),
                paragraph=decision.paragraph,
                rulings=(ruling,),
                numbers=other,
            )
        )


def _can_be_followed(decision: Decision) -> bool:
    """Whether enough is known of a decision told again to know it elsewhere, or to show it by itself."""
    of_minutes = decision.paragraph is not None and (decision.body or decision.date)
    by_day = decision.date and (decision.body or decision.status is DecisionStatus.ANNAT_ORGAN)
    return bool(of_minutes or by_day)


def _act(decision: Decision) -> Act:
    return Act.PROPOSAL if decision.status is DecisionStatus.FORSLAG else Act.DECISION


def _kind_in(entry: str) -> Kind | None:
    """The kind of the first document that the entry names."""
    found = _kinds().search(entry)
    return titles()[found[1].casefold()] if found else None


@cache
def _kinds() -> re.Pattern[str]:
    """The titles of those kinds, the longest first; a title may be definite or the end of a longer word."""
    wanted = sorted((title for title, kind in titles().items() if kind in _BY_DAY), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, wanted))})(?:en|et|n|t)?\b", re.IGNORECASE)


def _receipts(days: list[tuple[DateMention, Place]], step: Told) -> Iterator[Told]:
    """The days on which an item says that something was received."""
    received = {date.value: place for date, place in reversed(days) if date.role is DateRole.RECEIVED}
    for day, place in received.items():
        yield replace(_cited(step, place.page, Act.RECEIVED), date=day, year=year_of(day))


def year_of(date: str | None) -> int | None:
    """The year of a date in EDTF."""
    return int(date[:4]) if date and date[:4].isdecimal() else None
