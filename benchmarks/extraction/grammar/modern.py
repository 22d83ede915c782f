"""Minutes from 1971 on: front page, perhaps a list of contents, the items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.extraction.grammar import dates
from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.cover import cover
from benchmarks.extraction.grammar.fields import Fields
from benchmarks.extraction.grammar.houses import house_of, running_foot, running_head
from benchmarks.extraction.grammar.item import item_of
from benchmarks.extraction.grammar.marks import bare
from benchmarks.extraction.grammar.matters import Matter, matter_of
from benchmarks.extraction.grammar.meeting import Meeting, Planned, meeting_of
from benchmarks.extraction.grammar.style import Style, style_of
from benchmarks.extraction.grammar.town import Town
from benchmarks.extraction.grammar.words import table
from benchmarks.extraction.layout.blocks import PAGE, RULE, Block, Document, head, row
from samples.make.facts import About


def minutes(town: Town, chance: Chance, items: int, before: Document | None = None) -> Document | None:
    """The minutes of one meeting, the next one of its year where one is given; None after its last."""
    style = style_of(town.seed, town.year)
    body = chance.one([one for one in town.bodies if before is None or one.name == before.about.body])
    day = (
        dates.next_meeting(chance, before.about.date or "")
        if before
        else dates.meeting_day(chance, town.year)
    )
    if day is None:
        return None
    meeting = meeting_of(town, body, chance, Planned(day, items, before.last + 1 if before else None))
    blocks = list(_blocks(meeting, style, chance))
    return Document(
        about=About(
            kind="protokoll", body=meeting.body.name, municipality=town.name, date=meeting.day.isoformat()
        ),
        house=house_of(town),
        blocks=tuple(blocks),
        head=running_head(town, meeting.body.name, meeting.day),
        foot=running_foot(town),
        last=meeting.last,
        traits=(
            ("attendance", style.attendance),
            ("party", f"name{'' if style.party.startswith(',') else ' '}{style.party}".format("S")),
            ("item", style.item_head),
            ("decision", style.decision),
            ("dnr", town.dnr.name),
        ),
    )


def _blocks(meeting: Meeting, style: Style, chance: Chance) -> Iterator[Block]:
    yield from cover(meeting, style, chance)
    fields = [Fields(meeting, style, chance) for _ in range(meeting.count)]
    where = {"", "assembly" if meeting.body.assembly else "nämnd"}
    known = [one for one in table("matters")[1:] if one["where"] in where]
    rows = [table("matters")[0], *chance.some(known, meeting.count - 1)]
    matters = [matter_of(one, row) for one, row in zip(fields, rows, strict=True)]
    if style.contents:
        yield PAGE
        yield from _contents(meeting.first, matters)
    yield PAGE
    own_pages = Chance(f"{meeting.town.seed} pages").happens(0.3)
    for number, (matter, one) in enumerate(zip(matters, fields, strict=True), meeting.first):
        if own_pages and number > meeting.first:
            yield PAGE
        elif number > meeting.first:
            yield RULE
        yield from item_of(number, matter, one)


def _contents(first: int, matters: Sequence[Matter]) -> Iterator[Block]:
    """A list of contents: what stands there is no item."""
    yield head("Innehåll")
    for number, matter in enumerate(matters, first):
        title = bare(matter.heading)
        dots = "." * max(4, 80 - len(title))
        yield row(
            f"§ {number}",
            f"{title} {dots[: 70 - min(66, len(title))]}",
            str(3 + number - first),
            stops=(0.0, 0.1, 0.94),
        )
