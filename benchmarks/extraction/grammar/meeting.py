"""One meeting: who sat, when, and where the § begin."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from benchmarks.extraction.grammar import people
from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.people import Person
from benchmarks.extraction.grammar.town import Body, Town
from benchmarks.extraction.grammar.wordlists import TITLES


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting; the chair is the first of `members`, `serving` are pairs of substitute and replaced."""

    town: Town
    body: Body
    day: datetime.date
    members: tuple[Person, ...]
    serving: tuple[tuple[Person, Person], ...]
    substitutes: tuple[Person, ...]
    officials: tuple[Person, ...]
    """The last is the secretary."""
    adjusters: tuple[Person, ...]
    first: int
    count: int

    @property
    def last(self) -> int:
        """The number of the last item."""
        return self.first + self.count - 1

    @property
    def chair(self) -> Person:
        """Who led the meeting."""
        return self.members[0]

    @property
    def secretary(self) -> Person:
        """Who wrote the minutes."""
        return self.officials[-1]

    @property
    def voters(self) -> tuple[Person, ...]:
        """Everybody who may decide."""
        return (*self.members, *(substitute for substitute, _ in self.serving))


@dataclass(frozen=True, slots=True)
class Planned:
    """When a meeting is, how many items it has, and the number of the first where it is known."""

    day: datetime.date
    items: int
    first: int | None = None


def meeting_of(town: Town, body: Body, chance: Chance, planned: Planned) -> Meeting:
    """A meeting of the body."""
    day = planned.day
    seats = (
        chance.number(15, 27)
        if body.assembly
        else chance.number(4, 6)
        if body.committee
        else chance.number(7, 13)
    )
    absent = chance.number(0, 1 if body.committee else 3)
    spare = chance.number(0, 2) if body.committee else chance.number(1, 5)
    folk = _folk(chance, town, seats + 2 * absent + spare)
    members = folk[:seats]
    replaced, standing = folk[seats : seats + absent], folk[seats + absent : seats + 2 * absent]
    serving = tuple(
        (substitute, replace(gone, party=substitute.party))
        for substitute, gone in zip(standing, replaced, strict=True)
    )
    officials = _officials(chance, town, {person.name for person in folk}, chance.number(1, 4))
    return Meeting(
        town=town,
        body=body,
        day=day,
        members=tuple(members),
        serving=serving,
        substitutes=tuple(folk[seats + 2 * absent :]),
        officials=officials,
        adjusters=tuple(chance.some(members[1:], 2 if body.assembly and chance.happens(0.7) else 1)),
        first=planned.first or (chance.number(1, 3) if day.month == 1 else chance.number(8, 240)),
        count=planned.items,
    )


def _folk(chance: Chance, town: Town, count: int) -> list[Person]:
    """So many people of different names and surnames, each with a party."""
    found: list[Person] = []
    firsts, lasts = set[str](), set[str]()
    while len(found) < count:
        person = people.drawn(chance, town.year)
        if person.last in lasts or person.name in firsts:
            continue
        lasts.add(person.last)
        firsts.add(person.name)
        found.append(replace(person, party=chance.one(town.parties)))
    return found


def _officials(chance: Chance, town: Town, taken: set[str], count: int) -> tuple[Person, ...]:
    leader = (
        "kommundirektör" if town.year >= 2005 else "kommunchef" if town.year >= 1985 else "kommunalkamrer"
    )
    titles = [leader, *chance.some(TITLES, count)]
    titles.append("nämndsekreterare" if town.year >= 2000 and chance.happens(0.5) else "sekreterare")
    found: list[Person] = []
    while len(found) < len(titles):
        person = people.drawn(chance, town.year)
        if person.name not in taken:
            taken.add(person.name)
            found.append(replace(person, title=titles[len(found)]))
    return tuple(found)
