"""The front page: place and time, those present, justering, signatures, and the notice."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.extraction.grammar import dates
from benchmarks.extraction.grammar.attendance import attendance
from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.marks import of_meeting
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
    hour = chance.number(8, 18)
    times = f"{chance.one(('kl.', 'kl', 'klockan'))} {dates.clock(chance, day.year, hour)}"
    when = chance.one((dates.with_weekday(day), dates.iso(day), f"den {dates.long(day)}"))
    yield row(words["place"], f"{hall}, {when} {times}", stops=_STOPS)
    if chance.happens(0.25):
        yield row("Ajournering", f"kl. {hour:02}.50-{hour + 1:02}.00", stops=_STOPS)
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
    short, long = (of_meeting("adjusted_on", day.isoformat(), say(day)) for say in (dates.iso, dates.long))
    forms = [
        short,
        f"{chance.one(HOUSES)}, {short}",
        f"Protokollet justerades den {long}",
        f"{dates.WEEKDAYS[day.weekday()]} den {long}, kl. 16.00",
    ]
    if day.year > 2015:
        forms.append(f"Digital justering {short}")
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
        of_meeting("secretary", meeting.secretary.name, named(meeting.secretary)),
        f"{style.words['paragraphs']} {numbers}",
        stops=(0.0, 0.22, 0.38, 0.7),
    )
    yield row(
        "",
        "Ordförande",
        of_meeting("chair", meeting.chair.name, named(meeting.chair)),
        stops=(0.0, 0.22, 0.38),
    )
    for who in meeting.adjusters:
        yield row("", "Justerande", of_meeting("adjusters", who.name, named(who)), stops=(0.0, 0.22, 0.38))


def _notice(meeting: Meeting, style: Style, chance: Chance) -> Iterator[Block]:
    words = style.words
    first = dates.after(chance, meeting.day, 8, 20)
    last = dates.after(chance, first, 21, 24)
    up = of_meeting("posted_on", first.isoformat(), dates.iso(first))
    down = of_meeting("removed_on", last.isoformat(), dates.iso(last))
    yield center(words["notice"])
    yield row("Organ", meeting.body.name, stops=_STOPS)
    yield row("Sammanträdesdatum", dates.iso(meeting.day), stops=_STOPS)
    if chance.happens(0.5):
        yield row(words["up"], up, words["down"], down, stops=(0.0, 0.27, 0.5, 0.78))
    else:
        yield row(words["up"], up, stops=(0.0, 0.45))
        yield row(words["down"], down, stops=(0.0, 0.45))
    yield row(
        words["kept"],
        chance.one(("Kommunkansliet", "Kommunledningskontoret", "Kommunhuset")),
        stops=(0.0, 0.45),
    )
    yield row("Underskrift", "", stops=_STOPS)
