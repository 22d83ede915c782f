"""The seats of a meeting: everybody there with all that the front page says of them."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.marks import present_for, sits
from benchmarks.extraction.grammar.meeting import Meeting
from benchmarks.extraction.grammar.names import listed, party_printed, with_party
from benchmarks.extraction.grammar.people import Person
from benchmarks.extraction.grammar.style import Style

Line = tuple[str, str]
"""A name with all that is said of it, and the party where it has a column of its own."""


def groups(meeting: Meeting, style: Style, chance: Chance) -> Iterator[tuple[str, list[Line]]]:
    """The groups of people with their labels."""
    members = [_member(who, number, meeting, style, chance) for number, who in enumerate(meeting.members)]
    serving = [_serving(pair, style, chance, meeting) for pair in meeting.serving]
    yield style.words["present"], members
    if serving:
        yield style.words["serving"], serving
    if meeting.substitutes:
        yield (
            style.words["substitutes"],
            [
                (
                    listed(who, style, "ersättare") + partial(who.name, meeting, chance, 0.12),
                    _column(who, style),
                )
                for who in meeting.substitutes
            ],
        )
    yield style.words["others"], [(official(who, meeting, chance), "") for who in meeting.officials]


def _member(who: Person, number: int, meeting: Meeting, style: Style, chance: Chance) -> Line:
    offices = (", ordförande", ", 1:e vice ordförande", ", 2:e vice ordförande")
    vices = len(meeting.members) > 5
    office = offices[number] if number == 0 or (vices and number < 3) else ""
    if meeting.day.year < 2000 and office:
        office = (", ordf", ", v ordf", "")[number]
    where = partial(who.name, meeting, chance, 0.08) if not office else ""
    return f"{listed(who, style, 'ledamot')}{office}{where}", _column(who, style)


def _column(who: Person, style: Style) -> str:
    return party_printed(who, style) if style.party == "column" else ""


def _serving(pair: tuple[Person, Person], style: Style, chance: Chance, meeting: Meeting) -> Line:
    substitute, gone = pair
    word = style.substitution if meeting.day.year >= 1980 else "tjg suppl för"
    where = partial(substitute.name, meeting, chance, 0.2)
    printed = listed(substitute, style, "tjänstgörande ersättare", replaces=gone)
    comma = "," if word == "tjänstgörande ersättare för" else ""
    return f"{printed}{comma} {word} {with_party(gone, style)}{where}", _column(substitute, style)


def partial(name: str, meeting: Meeting, chance: Chance, share: float) -> str:
    """For which § somebody was there."""
    if meeting.count < 4 or not chance.happens(share):
        return ""
    first, last = meeting.first, meeting.last
    cut = chance.number(first + 1, last - 1)
    forms: tuple[tuple[str, list[tuple[int, int]]], ...] = (
        (f" §§ {first}-{cut}", [(first, cut)]),
        (f" §§ {first}–{cut}", [(first, cut)]),
        (f", §§ {cut}-{last}", [(cut, last)]),
        (f", ej § {cut}", [(first, cut - 1), (cut + 1, last)]),
        (f" § {cut}", [(cut, cut)]),
        (f", § {first} och § {cut}", [(first, first), (cut, cut)] if cut > first + 1 else [(first, cut)]),
        (f", jäv § {cut}", []),
        (" (distans)", []),
        (" fr o m kl 14.00", []),
        (", via länk", []),
    )
    printed, ranges = chance.one(forms)
    return present_for(name, ranges, printed) if ranges else printed


def official(who: Person, meeting: Meeting, chance: Chance) -> str:
    """An official with the title, and for which § they were there."""
    printed = sits("tjänsteperson", who.name, "", who.name)
    where = "" if "sekreterare" in who.title else partial(who.name, meeting, chance, 0.3)
    if "jäv" in where or "distans" in where:
        where = ""
    return f"{printed}, {who.title}{where}"
