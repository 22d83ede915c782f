"""What may be said besides in an item: jäv, immediate justering, who did not take part."""

from __future__ import annotations

from benchmarks.extraction.grammar.fields import Fields
from benchmarks.extraction.grammar.marks import bare, maybe, recusal
from benchmarks.extraction.grammar.names import with_party
from benchmarks.extraction.layout.blocks import Block, head, text


def recusals(number: int, fields: Fields) -> list[Block]:
    """Somebody with jäv, in one of the ways of saying it."""
    chance, style = fields.chance, fields.style
    who = chance.one(fields.meeting.members[1:])
    name = recusal(number, who.name, with_party(who, style))
    said = chance.one((
        f"På grund av jäv deltar {name} inte i handläggningen av ärendet.",
        f"{name} anmäler jäv och deltar inte i handläggning och beslut i ärendet.",
        f"{name} anmäler jäv och lämnar rummet.",
        f"{name} deltar inte i beslutet på grund av jäv.",
        f"{name} anmäler jäv.",
    ))  # fmt: skip
    if fields.meeting.day.year < 1990:
        said = f"På grund av jäv deltog {name} ej i ärendets handläggning."
    return [head(style.words["recusal"]), text(said)] if chance.happens(0.6) else [text(said)]


def at_once(fields: Fields) -> list[Block]:
    """The item is adjusted at once: found as a decision, or left out."""
    forms = ("Paragrafen förklaras omedelbart justerad.", "Paragrafen justeras omedelbart.")
    said = fields.chance.one((*forms, "Omedelbar justering."))
    return [text(maybe("decisions", bare(said), said))]


def apart(fields: Fields) -> list[Block]:
    """Somebody who takes no part without jäv."""
    who = with_party(fields.chance.one(fields.meeting.members[1:]), fields.style)
    said = fields.chance.one((
        f"{who} deltar inte i beslutet.", f"{who} avstår från att delta i beslutet.",
        f"{who} lämnar sammanträdet före ärendets behandling.",
    ))  # fmt: skip
    return [text(said)]
