"""The front page: place and time, those present, justering, signatures, and the notice."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.extraction.grammar import dates
from benchmarks.extraction.grammar.attendance import attendance
from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.meeting import Meeting
from benchmarks.extraction.grammar.names import joined, named, with_party
from benchmarks.extraction.grammar.style import Style
from benchmarks.extraction.grammar.wordlists import HOUSES, ROOMS
from benchmarks.extraction.layout.blocks import BLANK, RULE, Block, center, row

_STOPS = (0.0, 0.27)


def cover(meeting: Meeting, style: Style, chance: Chance) -> Iterator[Block]:
    """The front page, in the house's order."""
    words, day = style.words, meeting.day
    hall = f"{chance.one(HOUSES)}, {chance.one(ROOMS)}"
    times = f"{chance.one(('kl.', 'kl', 'klockan'))} {dates.clock(chance, day.year)}"
    when = chance.one((dates.with_weekday(day), dates.iso(day), f"den {dates.long(day)}"))
    yield row(words["place"], f"{hall}, {when} {times}", stops=_STOPS)
    if chance.happens(0.25):
        yield row("Ajournering", f"kl. {dates.clock(chance, day.year)}", stops=_STOPS)
    yield BLANK
    yield from attendance(meeting, style, chance)
    yield BLANK
    yield row(words["adjuster"], joined([with_party(who, style) for who in meeting.adjusters]), stops=_STOPS)
    yield from _adjusting(meeting, style, chance)
    yield BLANK
    yield from _signatures(meeting, style, chance)
    yield RULE
    yield from _notice(meeting, style, chance)


def _adjusting(meeting: Meeting, style: Style, chance: Chance) -> Iterator[Block]:
    day = dates.after(chance, meeting.day)
    forms = [
        dates.iso(day),
        f"{chance.one(HOUSES)}, {dates.iso(day)}",
        f"Protokollet justerades den {dates.long(day)}",
        f"{dates.with_weekday(day)}, kl. 16.00",
    ]
    if day.year > 2015:
        forms.append(f"Digital justering {dates.iso(day)}")
    said = chance.one(forms)
    yield row(style.words["adjusting"], said, stops=_STOPS)


def _signatures(meeting: Meeting, style: Style, chance: Chance) -> Iterator[Block]:
    first, last = meeting.first, meeting.last
    numbers = chance.one(
        (
            f"§§ {first}-{last}",
            f"{first}-{last}",
            f"§§ {first} - {last}",
            f"{first}–{last}",
            f"§ {first} - § {last}",
        )
    )
    yield row(
        style.words["signatures"],
        "Sekreterare",
        named(meeting.secretary),
        f"{style.words['paragraphs']} {numbers}",
        stops=(0.0, 0.22, 0.38, 0.7),
    )
    yield row("", "Ordförande", named(meeting.chair), stops=(0.0, 0.22, 0.38))
    for who in meeting.adjusters:
        yield row("", "Justerande", named(who), stops=(0.0, 0.22, 0.38))


def _notice(meeting: Meeting, style: Style, chance: Chance) -> Iterator[Block]:
    words = style.words
    up = dates.after(chance, meeting.day, 8, 20)
    down = dates.after(chance, up, 21, 24)
    yield center(words["notice"])
    yield row("Organ", meeting.body.name, stops=_STOPS)
    yield row("Sammanträdesdatum", dates.iso(meeting.day), stops=_STOPS)
    if chance.happens(0.5):
        yield row(words["up"], dates.iso(up), words["down"], dates.iso(down), stops=(0.0, 0.27, 0.5, 0.78))
    else:
        yield row(words["up"], dates.iso(up), stops=(0.0, 0.45))
        yield row(words["down"], dates.iso(down), stops=(0.0, 0.45))
    yield row(
        words["kept"],
        chance.one(("Kommunkansliet", "Kommunledningskontoret", "Kommunhuset")),
        stops=(0.0, 0.45),
    )
    yield row("Underskrift", "", stops=_STOPS)
