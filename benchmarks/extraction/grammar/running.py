"""Minutes before 1971: § after § of running text, those present told in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.extraction.grammar import dates, oldtown, people
from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.marks import capital, decided, heading, item, maybe, person
from benchmarks.extraction.grammar.oldfields import OldFields
from benchmarks.extraction.grammar.present import present, present_listed
from benchmarks.extraction.grammar.town import Town
from benchmarks.extraction.grammar.words import table
from benchmarks.extraction.layout.blocks import BLANK, Block, Document, center, head, row, text
from benchmarks.extraction.layout.house import Face, House
from samples.make.facts import About

_DECISION = re.compile(r"\[(?:(?P<kind>[ha]):)?(?:(?P<outcomes>[^:\]<>.]+):)?(?P<said>[^\]]*)\]")
"""What is decided, in brackets: "[text]" with its row's outcome, "[outcome,also:text]" with its own.

"[h:outcome:text]" is an earlier decision that is told of, "[a:outcome:text]" one of another authority.
"""
_STATUS = {"h": "hänvisning", "a": "annat organ,hänvisning"}


_USUAL = "§ {}."
_SIGNS = {
    1890: (*(_USUAL,) * 7, "§ {}", "§. {}.", "N:o {}.", "§ {}:o"),
    1910: (*(_USUAL,) * 8, "§ {}", "§{}."),
    1950: (*(_USUAL,) * 6, "§ {}", "§ {}:", "§{}."),
}
"""How the number of an item is printed, by time."""


@dataclass(frozen=True, slots=True)
class _Form:
    """How the town's clerk writes: where the § stands, and whether items have headings."""

    sign: str
    headings: bool
    printed: str
    """How a number is printed: "§ 3."."""
    listed: bool
    """Those present stand below one another."""

    @property
    def name(self) -> str:
        """What such items look like."""
        where = "headed" if self.headings else self.sign
        return where if self.printed == _USUAL else f"{where}, {self.printed.format(3)}"


def minutes(town: Town, chance: Chance, items: int, before: Document | None = None) -> Document | None:
    """The minutes of one meeting, the next one of its year where one is given; None after its last."""
    bodies = oldtown.bodies_of(town.year)
    body = chance.one([one for one in bodies if before is None or one.name == before.about.body])
    day = (
        dates.next_meeting(chance, before.about.date or "")
        if before
        else dates.meeting_day(chance, town.year)
    )
    if day is None:
        return None
    members = people.different(chance, town.year, chance.number(5, 12))
    fields = OldFields(body, day, members, chance)
    clerk = Chance(f"{town.seed} clerk")
    form = _Form(
        clerk.one(("center", "run in", "line")),
        town.year >= 1930 and clerk.happens(0.35),
        clerk.one(_SIGNS[oldtown.era_of(town.year)]),
        clerk.happens(0.35),
    )
    first = before.last + 1 if before else chance.one((1, 1, 1, chance.number(20, 140)))
    return Document(
        about=About(kind="protokoll", body=body.name, municipality=town.name, date=day.isoformat()),
        house=_house(town),
        blocks=tuple(_blocks(town, fields, form, (first, items))),
        head=_head(town),
        last=first + items - 1,
        traits=(
            ("attendance", f"running, {'list' if form.listed else 'prose'}"),
            ("item", f"running, {form.name}"),
        ),
    )


def _house(town: Town) -> House:
    chance = Chance(f"{town.seed} house")
    if town.year >= 1925:
        return House(
            Face.TYPEWRITER,
            11.5,
            chance.one((14.0, 17.0, 21.0)),
            hyphens=True,
            first_line=chance.one((0.0, 36.0)),
        )
    size = chance.one((11.0, 12.0))
    return House(
        Face.SERIF,
        size,
        size * 1.3,
        margins=(90, 90, 100, 90),
        hyphens=True,
        justified=True,
        first_line=chance.one((0.0, 18.0)),
    )


def _head(town: Town) -> tuple[tuple[tuple[float, str], ...], ...]:
    """A page number alone, as such volumes have; or nothing."""
    return ((((0.48, "- <page> -")),),) if Chance(f"{town.seed} head").happens(0.5) else ()


def _blocks(town: Town, fields: OldFields, form: _Form, numbers: tuple[int, int]) -> Iterator[Block]:
    chance, day = fields.chance, fields.day
    kind = chance.one(("köping", "kommun")) if fields.body.kind == "köping" else fields.body.kind
    opening = fields.body.opening.replace("<place>", f"{town.genitive} {kind}")
    opening = opening.replace("<hall>", chance.one(oldtown.HALLS[fields.era]))
    opening = opening.replace("<weekday>", dates.WEEKDAYS[day.weekday()]).replace("<day>", dates.long(day))
    yield text(opening)
    if fields.body.sits:
        yield from present_listed(fields) if form.listed else (text(one) for one in present(fields))
    rows = [one for one in table("running") if one["era"] == str(fields.era)]
    first, items = numbers
    drawn = [rows[0], *chance.some(rows[1:], items - 1)]
    for number, template in enumerate(drawn, first):
        fields.number = number
        yield from _item(template, fields, form)
    yield from _signed(fields)


def _item(template: dict[str, str], fields: OldFields, form: _Form) -> Iterator[Block]:
    number = fields.number
    outcomes = ",".join(filter(None, (template["outcome"], template["also"])))

    def mark(found: re.Match[str]) -> str:
        kind = found["kind"]
        status, item_number = (_STATUS[kind], None) if kind else ("fattat", number)
        return decided(item_number, status, found["outcomes"] or outcomes, found["said"])

    said = capital(fields.fill(_DECISION.sub(mark, template["text"])))
    if fields.chance.happens(0.12):
        said = f"{fields.chance.one(oldtown.FILLERS[fields.era])} {said}"
    sign = item(number, form.printed.format(number))
    title = heading(number, fields.fill(template["heading"])) if form.headings else ""
    if title:
        yield head(f"{sign} {title}", bold=False)
        yield text(said)
    elif form.sign == "center":
        yield center(sign, bold=False)
        yield text(said)
    elif form.sign == "line":
        yield head(sign, bold=False)
        yield text(said)
    else:
        yield text(f"{sign} {said}")


def _signed(fields: OldFields) -> Iterator[Block]:
    """Signatures, initials among them: who is meant is known from the text alone."""
    chance, day = fields.chance, fields.day
    yield BLANK
    yield text(chance.one(("Som ofvan" if fields.era == 1890 else "Som ovan", "In fidem", "Vid protokollet")))
    chair = fields.members[0]
    initials = " ".join(f"{part[0]}." for part in chair.first.replace("-", " ").split())
    yield text(maybe("people", f"{initials} {chair.last}", f"{initials} {chair.last}"))
    when = dates.after(chance, day)
    word = "Justeradt" if fields.era == 1890 else "Justerat"
    yield text(f"{word} den {dates.long(when)}")
    yield row(*(person(who.name, "", who.name) for who in fields.members[1:3]), stops=(0.0, 0.5))
