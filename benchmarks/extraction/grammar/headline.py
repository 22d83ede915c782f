"""How an item begins: its §, its heading, its dnr, and the § by which other bodies handled it before."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.extraction.grammar import numbers
from benchmarks.extraction.grammar.dates import before, iso
from benchmarks.extraction.grammar.fields import Fields
from benchmarks.extraction.grammar.marks import heading, item, own
from benchmarks.extraction.grammar.matters import Matter
from benchmarks.extraction.layout.blocks import Block, head, row, text


@dataclass(frozen=True, slots=True)
class Numbered:
    """A matter with its number among the items."""

    number: int
    matter: Matter


def headline(numbered: Numbered, fields: Fields) -> list[Block]:
    """The first lines of an item, in the house's form."""
    number, style = numbered.number, fields.style
    title = heading(number, numbered.matter.heading)
    sign = item(number, style.fronted_sign.format(n=number, yy=f"{fields.meeting.day.year % 100:02}"))
    bare_number = _own_number(numbered, fields) if numbered.matter.numbered and style.numbered else ""
    dnr = f"{fields.meeting.town.label}{bare_number}" if bare_number else ""
    if dnr and not fields.meeting.town.dnr.registry:
        # Without a registry nothing but the label tells a dnr from a § and its year.
        bare_number = dnr
    blocks = _placed(sign, title, dnr, bare_number, fields)
    return [*blocks, *(_chain(fields) if style.chain and numbered.matter.numbered else [])]


def _placed(sign: str, title: str, dnr: str, bare_number: str, fields: Fields) -> list[Block]:
    below = [text(dnr)] if dnr else []
    forms = {
        "number first": [head(sign), *below, head(title)],
        "dnr right": [row(sign, dnr, stops=(0.0, 0.66), bold=True), head(title)],
        "dnr below": [head(sign), head(title), *below],
        "body first": [row(f"{fields.meeting.body.short} {sign}", dnr, stops=(0.0, 0.62)), head(title)],
        "dnr before": [*below, head(f"{sign} {title}")],
        "brackets": [head(f"{sign}  {title} ({bare_number})" if dnr else f"{sign}  {title}")],
        "no space": [head(f"{sign} {title}"), *below],
        "one line": [row(sign, title, stops=(0.0, 0.12), bold=True), *below],
    }
    return forms[fields.style.item_head]


def _own_number(numbered: Numbered, fields: Fields) -> str:
    town, chance = fields.meeting.town, fields.chance
    registry = fields.meeting.body.registry
    year = fields.meeting.day.year - (1 if chance.happens(0.3) and fields.meeting.day.year > 1972 else 0)
    number = numbers.small_number(chance, town.dnr)
    printed = town.dnr.print(registry, year, number, numbers.klass(chance))
    return own(numbered.number, numbers.value_of(town.dnr, registry, year, number), printed)


def _chain(fields: Fields) -> list[Block]:
    """The same matter in other bodies: "Au § 84, 2016-12-06"."""
    chance, meeting = fields.chance, fields.meeting
    if not chance.happens(0.6):
        return []
    others = [body for body in meeting.town.bodies if body != meeting.body]
    links: list[str] = []
    for body in chance.some(others, chance.number(1, 2)):
        when = before(chance, meeting.day, 60)
        link = fields.chained(body, chance.number(4, 250), when.year)
        links.append(f"{link}, {iso(when)}" if chance.happens(0.5) else link)
    return [text("   ".join(links))]
