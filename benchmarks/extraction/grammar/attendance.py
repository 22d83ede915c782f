"""Who was present: the lists of the front page in the forms that templates have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.meeting import Meeting
from benchmarks.extraction.grammar.names import joined
from benchmarks.extraction.grammar.rolls import replacements, roll, table
from benchmarks.extraction.grammar.seats import Line, groups
from benchmarks.extraction.grammar.style import Style
from benchmarks.extraction.layout.blocks import Block, head, row, text

_LABEL = (0.0, 0.27)
_LABEL_PARTY = (0.0, 0.27, 0.72)
Form = Callable[[Meeting, Style, Chance], list[Block]]


def attendance(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """Everybody at the meeting, in the house's form."""
    form = _FORMS.get(style.attendance, _list)
    if style.party == "column" and form not in {_list, _inline, _stacked}:
        style = replace(style, party="({})")
    return form(meeting, style, chance)


def _list(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """A label on the left, the names one below another on the right."""
    column = style.party == "column"
    blocks: list[Block] = []
    for label, lines in groups(meeting, style, chance):
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
    told = list(groups(meeting, style, chance))
    left = told[0]
    right = told[1:-1]
    blocks = [row(left[0], right[0][0] if right else "", stops=(0.0, 0.5), bold=True)]
    names = [name for name, _ in left[1]]
    others = [name for _, lines in right[:1] for name, _ in lines]
    for label, lines in right[1:]:
        others += ["", label, *(name for name, _ in lines)]
    for number in range(max(len(names), len(others))):
        cells = [column[number] if number < len(column) else "" for column in (names, others)]
        blocks.append(row(*cells, stops=(0.0, 0.5)))
    return [*blocks, head(told[-1][0]), *(text(name) for name, _ in told[-1][1])]


def _three_columns(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """Names run down three columns under each label."""
    blocks: list[Block] = []
    for label, lines in groups(meeting, style, chance):
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
        for label, lines in groups(meeting, style, chance)
    ]


def _inline(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """The label as a heading, the names below it one a line."""
    blocks: list[Block] = []
    for label, lines in groups(meeting, style, chance):
        blocks.append(head(label))
        blocks += [row(name, party, stops=(0.0, 0.6)) for name, party in lines]
    return blocks


def _stacked(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """One label for all who decide, with labels of its own on the right."""
    label, members = next(iter(told := list(groups(meeting, style, chance))))
    blocks = [row(label, "Ledamöter", stops=_LABEL, bold=True), *_names(members, style)]
    for other, lines in told[1:]:
        serving = other == style.words["serving"]
        sign = ("", other) if serving else (other, lines[0][0])
        blocks.append(row(*sign, stops=_LABEL, bold=serving))
        blocks += _names(lines if serving else lines[1:], style)
    return blocks


def _names(lines: list[Line], style: Style) -> list[Block]:
    stops = _LABEL_PARTY if style.party == "column" else _LABEL
    return [
        row("", name, party, stops=stops) if len(stops) == 3 else row("", name, stops=stops)
        for name, party in lines
    ]


def _chair_apart(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """The chair has a label of their own."""
    (label, members), *rest = groups(meeting, style, chance)
    chair = members[0][0].replace(", ordförande", "").replace(", ordf", "")
    blocks = [row("Ordförande", chair, stops=_LABEL)]
    for name, lines in [(label, members[1:]), *rest]:
        blocks.append(row(name, lines[0][0], stops=_LABEL))
        blocks += [row("", line, stops=_LABEL) for line, _ in lines[1:]]
    return blocks


def _side_by_side(meeting: Meeting, style: Style, chance: Chance) -> list[Block]:
    """Three lists beside each other: members, substitutes, officials."""
    told = list(groups(meeting, style, chance))
    serving = [line for label, lines in told if label == style.words["serving"] for line, _ in lines]
    spare = [line for label, lines in told[1:-1] if label != style.words["serving"] for line, _ in lines]
    if serving and spare:
        spare = ["", style.words["substitutes"], *spare]
    columns = [[line for line, _ in told[0][1]], [*serving, *spare], [line for line, _ in told[-1][1]]]
    second = style.words["serving" if serving else "substitutes"] if columns[1] else ""
    stops = (0.0, 0.32, 0.68)
    blocks = [row(told[0][0], second, told[-1][0], stops=stops, bold=True)]
    longest = range(max(map(len, columns)))
    lines = ([one[at] if at < len(one) else "" for one in columns] for at in longest)
    return [*blocks, *(row(*line, stops=stops) for line in lines)]


_FORMS: dict[str, Form] = {
    "two columns": _two_columns,
    "three columns": _three_columns,
    "prose": _prose,
    "table": table,
    "inline": _inline,
    "stacked": _stacked,
    "chair apart": _chair_apart,
    "side by side": _side_by_side,
    "roll": roll,
    "replacements": replacements,
}
