"""Fields of the sentences before 1971, filled anew each time they stand."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.extraction.grammar import dates, numbers, oldtown, people
from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.marks import capital, cited, maybe, person, reservation, vote
from benchmarks.extraction.grammar.oldtown import OldBody
from benchmarks.extraction.grammar.people import Person

_FIELD = re.compile(r"<([\w§]+)>")
_FREE = 1950
"""From this time on a sentence says the same of women and men; before, it was "herrar"."""
_LAST_PLURAL = 1946
"""Until then clerks wrote plural verbs: "fullmäktige beslöto"."""


@dataclass(slots=True)
class OldFields:
    """What the sentences of one meeting are filled from; `number` is the item's."""

    body: OldBody
    day: datetime.date
    members: tuple[Person, ...]
    chance: Chance
    number: int = 0
    _mover: Person | None = None

    @property
    def era(self) -> int:
        """The time whose words are used."""
        return oldtown.era_of(self.day.year)

    def fill(self, text: str) -> str:
        """The text with its fields filled; no member is named twice by `<member>` in it."""
        named = [who for who in self.members[1:] if self.era == _FREE or not who.woman]
        free = self.chance.some(named, len(named))
        place = self.chance.one(oldtown.PLACES)

        def value(found: re.Match[str]) -> str:
            name = found[1]
            lower = name[0].lower() + name[1:]
            said = place if lower == "place" else self._value(lower, free)
            return said if lower == name else capital(said)

        return _FIELD.sub(value, text)

    def _value(self, name: str, free: list[Person]) -> str:
        chance, day, era = self.chance, self.day, self.era
        if name in _TABLES:
            return chance.one(_TABLES[name][era])
        if name in _PEOPLE:
            return self._who(name, free)
        kinds: dict[str, Callable[[], str]] = {
            "beslöt": lambda: "beslöto" if self.body.plural and day.year < _LAST_PLURAL else "beslöt",
            "body": lambda: self.body.within,
            "past": lambda: dates.long(dates.before(chance, day)),
            "later": lambda: dates.long(dates.after(chance, day, 6, 120)),
            "days": lambda: dates.days_running(chance, dates.after(chance, day, 10, 60)),
            "daysrange": self._range,
            "prevyear": lambda: maybe("dates", str(day.year - 1), str(day.year - 1)),
            "nextyear": lambda: maybe("dates", str(day.year + 1), str(day.year + 1)),
            "money": lambda: numbers.money(chance, day.year),
            "vote": self._vote,
            "§": self._section,
        }
        return kinds[name]()

    def _section(self) -> str:
        number = self.chance.number(2, 190)
        return cited(number, f"§ {number}")

    def _range(self) -> str:
        first = dates.after(self.chance, self.day, 10, 60).replace(day=1)
        last = first.replace(day=28)
        return f"{{date {first}/{last}|{first.day}/{first.month} - {last.day}/{last.month} {last.year}}}"

    def _vote(self) -> str:
        most = 160 if not self.body.sits else max(5, len(self.members))
        yes = self.chance.number(most // 2 + 1, most)
        no = self.chance.number(1, max(1, most - yes))
        said = f"{yes} röster mot {no}" if self.era < 1950 else f"{yes} ja mot {no} nej"
        return vote(self.number, yes, no, said)

    def _who(self, name: str, free: list[Person]) -> str:
        if name in {"outsider", "outsider_bare"}:
            trade = f"{self.chance.one(oldtown.TRADES[self.era])} " if name == "outsider" else ""
            return trade + _named(self.stranger())
        if name == "widow":
            first, last = self.chance.one(people.OLD_WOMEN), self.chance.one(people.OLD_LAST)
            return _named(Person(first, last, woman=True))
        if name == "reservation" and self._mover:
            who, self._mover = self._mover, None
        else:
            who = free.pop() if free else self.members[0]
        if name == "reservation":
            return reservation(self.number, who.name, _named(who))
        if name == "mover":
            self._mover = who
            return f"{'fru' if who.woman else 'herr'} {_named(who)}"
        return maybe("people", who.last, who.last) if name == "short" else _named(who)

    def stranger(self) -> Person:
        """A man who is not at the meeting."""
        known = {who.name for who in self.members}
        while True:
            who = people.drawn(self.chance, self.day.year)
            if who.name not in known and not who.woman:
                return who


_TABLES = {"board": oldtown.BOARDS, "agency": oldtown.AGENCIES, "purpose": oldtown.PURPOSES}
_PEOPLE = frozenset({"member", "mover", "short", "reservation", "widow", "outsider", "outsider_bare"})


def _named(who: Person) -> str:
    return person(who.name, "", who.name)
