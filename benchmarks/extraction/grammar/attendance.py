"""Who was present: the lists of the front page in the forms that templates have."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.marks import person, present_for, sits
from benchmarks.extraction.grammar.meeting import Meeting
from benchmarks.extraction.grammar.names import joined, listed, party_printed, with_party
from benchmarks.extraction.grammar.people import Person
from benchmarks.extraction.grammar.style import Style
from benchmarks.extraction.layout.blocks import Block, head, row, text

_LABEL = (0.0, 0.27)
_LABEL_PARTY = (0.0, 0.27, 0.72)
Line = tuple[str, str]
"""A name with all that is said of it, and the party where it has a column of its own."""


def attendance(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """Everybody at the meeting, in the house's form."""
    match style.attendance:
        case "two columns" if style.party != "column":
            return _two_columns(meeting, style, chance)
        case "three columns" if style.party != "column":
            return _three_columns(meeting, style, chance)
        case "prose":
            return _prose(meeting, style, chance)
        case "table":
            return _table(meeting, style, chance)
        case "inline":
            return _inline(meeting, style, chance)
        case _:
            return _list(meeting, style, chance)


def _groups(meeting: Meeting, style: Style, chance: Chance) -> Iterator[tuple[str, list[Line]]]:
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
                    listed(who, style, "ersättare") + _partial(who.name, meeting, chance, 0.12),
                    _column(who, style),
                )
                for who in meeting.substitutes
            ],
        )
    yield style.words["others"], [(_official(who, meeting, chance), "") for who in meeting.officials]


def _member(who: Person, number: int, meeting: Meeting, style: Style, chance: Chance) -> Line:
    offices = (", ordförande", ", 1:e vice ordförande", ", 2:e vice ordförande")
    vices = len(meeting.members) > 5
    office = offices[number] if number == 0 or (vices and number < 3) else ""
    if meeting.day.year < 2000 and office:
        office = (", ordf", ", v ordf", "")[number]
    partial = _partial(who.name, meeting, chance, 0.08) if not office else ""
    return f"{listed(who, style, 'ledamot')}{office}{partial}", _column(who, style)


def _column(who: Person, style: Style) -> str:
    return party_printed(who, style) if style.party == "column" else ""


def _serving(pair: tuple[Person, Person], style: Style, chance: Chance, meeting: Meeting) -> Line:
    substitute, gone = pair
    word = style.substitution if meeting.day.year >= 1980 else "tjg suppl för"
    where = _partial(substitute.name, meeting, chance, 0.2)
    printed = listed(substitute, style, "tjänstgörande ersättare", replaces=gone)
    comma = "," if word == "tjänstgörande ersättare för" else ""
    return f"{printed}{comma} {word} {with_party(gone, style)}{where}", _column(substitute, style)


def _partial(name: str, meeting: Meeting, chance: Chance, share: float) -> str:
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


def _official(who: Person, meeting: Meeting, chance: Chance) -> str:
    printed = sits("tjänsteperson", who.name, "", who.name)
    partial = (
        _partial(who.name, meeting, chance, 0.3)
        if who.title not in {"sekreterare", "nämndsekreterare"}
        else ""
    )
    partial = "" if "distans" in partial or "jäv" in partial else partial
    return f"{printed}, {who.title}{partial}"


def _list(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """A label on the left, the names one below another on the right."""
    column = style.party == "column"
    blocks: list[Block] = []
    for label, lines in _groups(meeting, style, chance):
        below = style.attendance == "roles below"
        for number, (name, party) in enumerate(lines):
            said, _, office = name.partition("},") if below else (name, "", "")
            first = label if number == 0 else ""
            shown = f"{said}}}" if office else name
            cells = (first, shown, party) if column else (first, shown)
            blocks.append(row(*cells, stops=_LABEL_PARTY if column else _LABEL))
            if office:
                blocks.append(row("", office.strip(), stops=_LABEL))
    return blocks


def _two_columns(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """Members on the left, substitutes on the right; officials below."""
    groups = list(_groups(meeting, style, chance))
    left = groups[0]
    right = [(label, lines) for label, lines in groups[1:-1]]
    blocks = [row(left[0], right[0][0] if right else "", stops=(0.0, 0.5), bold=True)]
    names = [name for name, _ in left[1]]
    others = [name for _, lines in right[:1] for name, _ in lines]
    for label, lines in right[1:]:
        others += ["", label, *(name for name, _ in lines)]
    for number in range(max(len(names), len(others))):
        cells = [column[number] if number < len(column) else "" for column in (names, others)]
        blocks.append(row(*cells, stops=(0.0, 0.5)))
    return [*blocks, head(groups[-1][0]), *(text(name) for name, _ in groups[-1][1])]


def _three_columns(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """Names run down three columns under each label."""
    blocks: list[Block] = []
    for label, lines in _groups(meeting, style, chance):
        blocks.append(head(label))
        names = [name for name, _ in lines]
        third = -(-len(names) // 3)
        stops = (0.0, 0.34, 0.67) if max(map(len, names)) < 120 else (0.0, 0.5)
        third = third if len(stops) == 3 else -(-len(names) // 2)
        for number in range(third):
            cells = [
                names[n] if (n := number + third * column) < len(names) else ""
                for column in range(len(stops))
            ]
            blocks.append(row(*cells, stops=stops))
    return blocks


def _prose(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """Names in running text after their label."""
    return [
        row(label, joined([name for name, _ in lines]), stops=(0.0, 0.24))
        for label, lines in _groups(meeting, style, chance)
    ]


def _inline(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """The label as a heading, the names below it one a line."""
    blocks: list[Block] = []
    for label, lines in _groups(meeting, style, chance):
        blocks.append(head(label))
        blocks += [row(name, party, stops=(0.0, 0.6)) for name, party in lines]
    return blocks


def _table(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """A table with a column of parties, and one that says who served."""
    stops = (0.0, 0.42, 0.56, 0.72)
    blocks = [row("Namn", "Parti", "Närvaro", "Anmärkning", stops=stops, bold=True)]
    for who in meeting.members:
        office = "ordförande" if who == meeting.chair else ""
        blocks.append(row(_tabled(who, "ledamot"), party_printed(who, style), "Tjg", office, stops=stops))
    for substitute, gone in meeting.serving:
        name = sits(
            "tjänstgörande ersättare", substitute.name, substitute.party, substitute.name, replaces=gone.name
        )
        note = f"ersätter {person(gone.name, '', gone.name)}"
        blocks.append(row(name, party_printed(substitute, style), "Tjg", note, stops=stops))
    blocks += [
        row(_tabled(who, "ersättare"), party_printed(who, style), "Ej tjg", "", stops=stops)
        for who in meeting.substitutes
    ]
    return [
        *blocks,
        head(style.words["others"]),
        *(text(_official(who, meeting, chance)) for who in meeting.officials),
    ]


def _tabled(who: Person, capacity: str) -> str:
    return sits(capacity, who.name, who.party, who.name)
