"""Fields of the grammar's sentences, `<name>`, filled for one item of one meeting."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from benchmarks.extraction.grammar import dates, laws, numbers, people, wordlists
from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.marks import cited, maybe, trap
from benchmarks.extraction.grammar.meeting import Meeting
from benchmarks.extraction.grammar.names import named, with_party
from benchmarks.extraction.grammar.people import Person
from benchmarks.extraction.grammar.style import Style
from benchmarks.extraction.grammar.town import Body

_FIELD = re.compile(r"<([\w§]+)>")


class Fields:
    """The fillings of one item: what it is about stays the same, dates and sums are new each time."""

    def __init__(self, meeting: Meeting, style: Style, chance: Chance) -> None:
        self.meeting = meeting
        self.style = style
        self.chance = chance
        self._bound: dict[str, str] = {}
        self._drawn = self._drawers()

    def fill(self, text: str) -> str:
        """The text with every field filled; "<Office>" is "<office>" with a capital."""
        return _FIELD.sub(lambda found: self._value(found[1]), text)

    def fill_alike(self, texts: tuple[str, ...]) -> list[str]:
        """Forms of one sentence: a sum or a date is the same in all of them."""
        fixed: dict[str, str] = {}

        def value(found: re.Match[str]) -> str:
            name = found[1]
            if name.lower() not in self._drawn:
                return self._value(name)
            return fixed.setdefault(name, self._value(name))

        return [_FIELD.sub(value, text) for text in texts]

    def _value(self, name: str) -> str:
        lower = name[0].lower() + name[1:]
        if lower in self._drawn:
            value = self._drawn[lower]()
        else:
            if lower not in self._bound:
                self._bound[lower] = self._bind(lower)
            value = self._bound[lower]
        return value if name == lower else value[0].upper() + value[1:]

    def _drawers(self) -> dict[str, Callable[[], str]]:
        """What is drawn anew each time."""
        chance, day = self.chance, self.meeting.day
        year = day.year
        return {
            "money": lambda: numbers.money(chance, year),
            "past": lambda: dates.in_text(chance, dates.before(chance, day)),
            "later": lambda: dates.long(dates.after(chance, day, 10, 200)),
            "later_iso": lambda: dates.iso(dates.after(chance, day, 10, 200)),
            "season": lambda: dates.season(chance, year - chance.number(1, 3)),
            "nextseason": lambda: dates.season(chance, year + 1),
            "months": lambda: dates.months(chance, year - 1),
            "pastmonth": lambda: dates.month(chance, year - 1),
            "law": lambda: laws.section(chance, year),
            "phone": lambda: numbers.telephone(chance),
            "pnr": lambda: numbers.personal_number(chance),
            "orgnr": lambda: numbers.organisation_number(chance),
            "§": self._section,
            "external": self._external,
        }

    def _bind(self, name: str) -> str:
        """What stays the same in an item."""
        chance, day = self.chance, self.meeting.day
        if name in _TABLES:
            return chance.one(_TABLES[name])
        if name in _WHO:
            return self._who(name)
        others = [body.lower for body in self.meeting.town.bodies if body != self.meeting.body]
        kinds: dict[str, Callable[[], str]] = {
            "yearmaybe": lambda: self._year(day.year - 1),
            "lastyear": lambda: self._year(day.year - 1),
            "nextyearmaybe": lambda: self._year(day.year + 1),
            "monthdate": lambda: dates.month(chance, (day - timedelta(60)).year),
            "property": lambda: numbers.property_name(chance, wordlists.PLACES),
            "assoc": lambda: trap(
                "an association", chance.one(wordlists.associations(self.meeting.town.name))
            ),
            "firm": lambda: trap("a firm", chance.one(wordlists.FIRMS)),
            "board": lambda: chance.one(others),
            "body_other": lambda: chance.one(others),
            "body": lambda: self.meeting.body.lower,
            "officeman": lambda: "förvaltningen",
        }
        return kinds[name]()

    def _who(self, name: str) -> str:
        meeting, chance = self.meeting, self.chance
        match name:
            case "mover" | "member":
                return with_party(chance.one(meeting.members[1:]), self.style)
            case "outsider" | "leaver":
                stranger = self.stranger()
                return with_party(replace(stranger, party=chance.one(meeting.town.parties)), self.style)
            case "official_person":
                official = chance.one(meeting.officials)
                return f"{official.title.capitalize()} {named(official)}"
            case _:
                return named(self.stranger())

    def stranger(self) -> Person:
        """Somebody who is not at the meeting."""
        meeting = self.meeting
        known = {who.name for who in (*meeting.voters, *meeting.substitutes, *meeting.officials)}
        known |= {gone.name for _, gone in meeting.serving}
        while True:
            who = people.drawn(self.chance, meeting.day.year)
            if who.name not in known:
                return who

    def _section(self) -> str:
        number = self.chance.number(2, 260)
        return cited(number, f"§ {number}")

    def chained(self, body: Body, number: int, year: int) -> str:
        """The § of another body as the house cites it: "Ks § 94", "KS § 107/16", "Kf 86/05", "Ks 235"."""
        form = self.style.citation
        if "§" not in form and not self.meeting.town.dnr.registry:
            # In such a town nobody could tell it from a dnr.
            form = "§ {n}"
        printed = form.format(n=number, yy=f"{year % 100:02}", yyyy=year)
        return f"{body.short} {cited(number, printed)}"

    def _year(self, year: int) -> str:
        return maybe("dates", str(year), str(year))

    def _external(self) -> str:
        """Another authority's number: right to find in any form."""
        year, number, sort = (
            self.meeting.day.year,
            self.chance.number(101, 9000),
            self.chance.number(100, 900),
        )
        printed = self.chance.one((f"{sort}-{number}-{year}", f"{number}-{year}", f"{sort}-{number}/{year}"))
        values = (printed, f"{year}/{number}", f"{sort} {year}/{number}")
        for value in values:
            printed = maybe("dnr", value, printed)
        return printed


_TABLES: dict[str, Sequence[str]] = {
    "topic": wordlists.TOPICS,
    "fee": wordlists.FEES,
    "guideline": wordlists.GUIDELINES,
    "purpose": wordlists.PURPOSES,
    "service": wordlists.SERVICES,
    "audit": wordlists.AUDITS,
    "remiss": wordlists.REMISSER,
    "building": wordlists.BUILDINGS,
    "gathering": wordlists.GATHERINGS,
    "agency": wordlists.AGENCIES,
    "task": wordlists.TASKS,
    "reason": wordlists.REASONS,
    "post": wordlists.POSTS,
    "block": wordlists.BLOCKS,
    "council": wordlists.COUNCILS,
    "office": wordlists.OFFICES,
    "official": wordlists.OFFICIALS,
}
_WHO = frozenset({"mover", "member", "outsider", "leaver", "official_person", "citizen"})
