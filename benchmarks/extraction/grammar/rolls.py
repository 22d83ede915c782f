"""Who was present, as tables: columns of parties, of who served, of who took whose seat."""

from __future__ import annotations

from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.marks import person, sits
from benchmarks.extraction.grammar.meeting import Meeting
from benchmarks.extraction.grammar.names import listed, party_printed, with_party
from benchmarks.extraction.grammar.people import Person
from benchmarks.extraction.grammar.seats import groups, official, partial
from benchmarks.extraction.grammar.style import Style
from benchmarks.extraction.layout.blocks import Block, head, row, text


def table(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """A table with a column of parties, and one that says who served."""
    stops = (0.0, 0.42, 0.56, 0.72)
    blocks = [row("Namn", "Parti", "Närvaro", "Anmärkning", stops=stops, bold=True)]
    for who in meeting.members:
        office = "ordförande" if who == meeting.chair else ""
        blocks.append(row(_seat(who, "ledamot"), party_printed(who, style), "Tjg", office, stops=stops))
    for substitute, gone in meeting.serving:
        note = f"ersätter {person(gone.name, '', gone.name)}"
        name = _seat(substitute, "tjänstgörande ersättare", gone)
        blocks.append(row(name, party_printed(substitute, style), "Tjg", note, stops=stops))
    blocks += [
        row(_seat(who, "ersättare"), party_printed(who, style), "Ej tjg", "", stops=stops)
        for who in meeting.substitutes
    ]
    return [*blocks, *_others(meeting, style, chance)]


def roll(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """The roll of all elected: those away have a dash, and their substitute beside them."""
    stops = (0.0, 0.08, 0.4, 0.5, 0.62)
    blocks = [row("Nr", "Ledamot", "Parti", "Närv.", "Tjänstgörande ersättare", stops=stops, bold=True)]
    elected = [(who, None) for who in meeting.members] + [(gone, one) for one, gone in meeting.serving]
    for number, (who, instead) in enumerate(elected, 1):
        name = person(who.name, who.party, who.name) if instead else _seat(who, "ledamot")
        beside = _seat(instead, "tjänstgörande ersättare", who) if instead else ""
        cells = (str(number), name, party_printed(who, style), "-" if instead else "X", beside)
        blocks.append(row(*cells, stops=stops))
    if meeting.substitutes:
        blocks.append(head(style.words["substitutes"]))
        blocks += [text(listed(who, style, "ersättare")) for who in meeting.substitutes]
    return [*blocks, *_others(meeting, style, chance)]


def replacements(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """Members in a list, and a table of those who sat for others."""
    (label, members), *_ = groups(meeting, style, chance)
    blocks = [head(label), *(text(f"{name} {party}".strip()) for name, party in members)]
    if meeting.serving:
        stops = (0.0, 0.36, 0.72)
        blocks.append(row("Tjänstgörande ersättare", "Ersätter", "Paragraf", stops=stops, bold=True))
        for substitute, gone in meeting.serving:
            where = partial(substitute.name, meeting, chance, 0.4).strip(" ,") if chance.happens(0.5) else ""
            seat = listed(substitute, style, "tjänstgörande ersättare", replaces=gone)
            blocks.append(row(seat, with_party(gone, style), where, stops=stops))
    if meeting.substitutes:
        blocks.append(head(style.words["substitutes"]))
        blocks += [text(listed(who, style, "ersättare")) for who in meeting.substitutes]
    return [*blocks, *_others(meeting, style, chance)]


def _others(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    return [head(style.words["others"]), *(text(official(who, meeting, chance)) for who in meeting.officials)]


def _seat(who: Person, capacity: str, gone: Person | None = None) -> str:
    return sits(capacity, who.name, who.party, who.name, replaces=gone.name if gone else "")
