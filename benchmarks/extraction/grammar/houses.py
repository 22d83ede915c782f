"""The look of a municipality's pages, with its running head and foot."""

from __future__ import annotations

import datetime

from benchmarks.extraction.grammar import dates
from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.town import Town
from benchmarks.extraction.layout.blocks import Cell
from benchmarks.extraction.layout.house import Face, House

Rows = tuple[tuple[Cell, ...], ...]
_COUNTERS = (
    "<page>",
    "<page> (<pages>)",
    "<page>(<pages>)",
    "Sida <page>",
    "<page>[<pages>]",
    "Blad <page>",
    "Sida <page> av <pages>",
)


def house_of(town: Town) -> House:
    """Typewritten until about 1985, printed from then on."""
    chance = Chance(f"{town.seed} house")
    if town.year < 1985:
        return House(Face.TYPEWRITER, 11.0, 14.0, hyphens=chance.happens(0.7), gap=0.7)
    face = chance.one((Face.SERIF, Face.SERIF, Face.SANS, Face.SANS, Face.DEJAVU, Face.NARROW))
    size = chance.one((10.0, 10.5, 11.0, 11.5))
    return House(
        face,
        size,
        size * chance.one((1.18, 1.25, 1.35)),
        margins=(chance.one((56, 66, 76)), chance.one((50, 60, 70)), 108, 80),
        by_column=chance.happens(0.3),
        hyphens=town.year < 2005 and chance.happens(0.3),
        justified=chance.happens(0.15),
        at_hyphens=chance.happens(0.3),
    )


def running_head(town: Town, body: str, day: datetime.date) -> Rows:
    """What stands at the top of every page."""
    chance = Chance(f"{town.seed} head")
    date = dates.long(day) if chance.happens(0.2) else dates.iso(day)
    kommun = chance.one((f"{town.genitive} kommun", f"{town.genitive.upper()} KOMMUN"))
    kind = chance.one(("SAMMANTRÄDESPROTOKOLL", "PROTOKOLL", "Sammanträdesprotokoll", "Protokoll"))
    counter = chance.one(_COUNTERS)
    form = chance.number(0, 2)
    if form == 0:
        return (
            ((0.0, kommun), (0.45, kind), (0.88, counter)),
            ((0.0, body), (0.45, "Sammanträdesdatum")),
            ((0.45, date),),
        )
    if form == 1:
        return (((0.0, kommun), (0.5, kind), (0.88, counter)), ((0.0, body), (0.5, date)))
    return (((0.0, kind), (0.88, counter)), ((0.0, kommun),), ((0.0, body), (0.7, date)))


def running_foot(town: Town) -> Rows:
    """What stands at the bottom of every page."""
    chance = Chance(f"{town.seed} foot")
    if town.year < 1985:
        return (((0.0, "Justerandes sign"), (0.6, "Utdragsbestyrkande")),) if chance.happens(0.5) else ()
    return chance.one((
        (((0.0, "Justerandes sign"), (0.62, "Utdragsbestyrkande")),),
        (((0.0, "Justerandes signatur"), (0.62, "Utdragsbestyrkande")),),
        (((0.0, "Ordförandes sign"), (0.35, "Justerandes sign"), (0.7, "Utdragsbestyrkande")),),
        (((0.0, "Postadress: 555 80 " + town.name), (0.5, "Växel: 0555-120 00")),),
        (),
    ))  # fmt: skip
