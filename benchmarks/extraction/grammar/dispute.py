"""Where they did not agree: yrkanden, the order of propositions, the votering, reservations, jäv."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.fields import Fields
from benchmarks.extraction.grammar.marks import ballot, bare, maybe, reservation, vote
from benchmarks.extraction.grammar.names import joined, party_printed, with_party
from benchmarks.extraction.grammar.people import Person
from benchmarks.extraction.grammar.style import Style
from benchmarks.extraction.layout.blocks import Block, head, row, text


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who was for, who against, who abstained."""

    yes: list[Person]
    no: list[Person]
    abstain: list[Person]


def disputed(number: int, fields: Fields) -> tuple[list[Block], list[Block]]:
    """What comes before the decision, and what after it."""
    chance, style = fields.chance, fields.style
    sides = _sides(fields, chance)
    blocks = list(_motions(sides, fields))
    if chance.happens(0.5):
        blocks += _procedure(sides, fields, with_vote=True)
        blocks += _vote(number, sides, fields)
    else:
        blocks += _procedure(sides, fields, with_vote=False)
    after = list(_dissent(number, sides, style, chance))
    if chance.happens(0.2):
        after += _statement(sides, fields)
    return blocks, after


def _sides(fields: Fields, chance: Chance) -> _Sides:
    voters = list(fields.meeting.voters)
    against = chance.some(voters[1:], chance.number(1, max(1, (len(voters) - 1) // 2)))
    rest = [who for who in voters if who not in against]
    abstain = [rest.pop()] if len(rest) > len(against) + 2 and chance.happens(0.25) else []
    return _Sides(rest, against, abstain)


def _motions(sides: _Sides, fields: Fields) -> Iterator[Block]:
    style, chance = fields.style, fields.chance
    yield head(style.words["motions"])
    yes, no = with_party(sides.yes[0], style), with_party(sides.no[0], style)
    word = "yrkar" if fields.meeting.day.year >= 1995 else "yrkade"
    whose = chance.one(("förvaltningens förslag", "arbetsutskottets förslag", "förslaget"))
    lines = [
        f"{yes} {word} bifall till {whose}.",
        f"{no} {word} {chance.one(('avslag på förslaget', 'att ärendet ska återremitteras', 'avslag'))}.",
    ]
    if len(sides.yes) > 2 and chance.happens(0.4):
        others = joined([with_party(who, style) for who in sides.yes[1:3]])
        lines.append(f"{others} instämmer i {with_party(sides.yes[0], style, owner=True)} yrkande.")
    if style.words["motions"].startswith("Förslag"):
        lines = [maybe("decisions", bare(line), line) for line in lines]
    yield from (text(line) for line in lines)


def _procedure(sides: _Sides, fields: Fields, *, with_vote: bool) -> Iterator[Block]:
    style, body = fields.style, fields.meeting.body
    yield head(style.words["procedure"])
    past = fields.meeting.day.year < 1995
    puts, finds, accepts = ("ställde", "fann", "bifallit") if past else ("ställer", "finner", "bifaller")
    yield text(
        f"Ordföranden {puts} proposition på yrkandena och {finds} att {body.lower} {accepts} "
        f"{with_party(sides.yes[0], style, owner=True)} yrkande."
    )
    if with_vote:
        asked = "Votering begärdes." if past else "Omröstning begärs."
        yield text(
            f"{asked} Följande voteringsproposition godkänns: Ja-röst för bifall till förslaget. "
            f"Nej-röst för bifall till {with_party(sides.no[0], style, owner=True)} yrkande."
        )


def _vote(number: int, sides: _Sides, fields: Fields) -> list[Block]:
    style, chance = fields.style, fields.chance
    yes, no = len(sides.yes), len(sides.no)
    abstained = f" och {len(sides.abstain)} avstår" if sides.abstain else ""
    result = chance.one((
        f"Med {yes} ja-röster mot {no} nej-röster{abstained} bifalls förslaget.",
        f"Omröstningen utfaller med {yes} ja-röster och {no} nej-röster{abstained.replace(' och', ',')}.",
        f"Vid omröstningen avges {yes} ja-röster och {no} nej-röster.",
        f"Resultat: {yes} ja, {no} nej{abstained.replace(' och', ',')}.",
        f"{yes} ja-röster mot {no} nej-röster.",
    ))  # fmt: skip
    blocks = [head(style.words["vote"]), text(vote(number, yes, no, result))]
    form = chance.one(("table", "sentences", "none"))
    if form == "table":
        blocks += _ballot_table(number, sides, style, chance)
    elif form == "sentences":
        blocks += [
            text(f"{label}: {joined([_voted(number, who, label, style) for who in side])}.")
            for label, side in (("Ja-röst", sides.yes), ("Nej-röst", sides.no), ("Avstår", sides.abstain))
            if side
        ]
    return blocks


def _voted(number: int, who: Person, label: str, style: Style) -> str:
    return ballot(number, who.name, label.removesuffix("-röst").lower(), with_party(who, style))


def _ballot_table(number: int, sides: _Sides, style: Style, chance: Chance) -> list[Block]:
    """A table of votes by person: crosses in three columns, or the word in one."""
    voters = sorted([*sides.yes, *sides.no, *sides.abstain], key=lambda who: who.last)
    crosses = chance.happens(0.6)
    stops = (0.0, 0.5, 0.62, 0.74, 0.86)
    titles = ("Ledamot", "Parti", "Ja", "Nej", "Avstår") if crosses else ("Ledamot", "Parti", "Röst", "", "")
    blocks = [row(*titles, stops=stops, bold=True)]
    for who in voters:
        place = 0 if who in sides.yes else 1 if who in sides.no else 2
        cells = ["", "", ""]
        if crosses:
            cells[place] = "X"
        else:
            cells[0] = ("Ja", "Nej", "Avstår")[place]
        name = ballot(number, who.name, ("ja", "nej", "avstår")[place], _tabled(who))
        blocks.append(row(name, party_printed(who, style), *cells, stops=stops))
    return blocks


def _tabled(who: Person) -> str:
    return f"{{person {who.name};{who.party}|{who.name}}}"


def _dissent(number: int, sides: _Sides, style: Style, chance: Chance) -> Iterator[Block]:
    if not chance.happens(0.7):
        return
    who = sides.no[: chance.number(1, min(3, len(sides.no)))]
    names = joined([reservation(number, one.name, with_party(one, style)) for one in who])
    their = "egna yrkanden" if len(who) > 1 else "eget yrkande"
    said = chance.one((
        f"{names} reserverar sig mot beslutet till förmån för {their}.",
        f"{names} reserverar sig mot beslutet.",
        f"Mot beslutet reserverar sig {names}.",
        f"Mot beslutet anmäler {names} reservation.",
        f"{names} reserverar sig skriftligt mot beslutet, bilaga 1.",
    ))  # fmt: skip
    if chance.happens(0.75):
        yield head(style.words["dissent"])
    yield text(said)


def _statement(sides: _Sides, fields: Fields) -> Iterator[Block]:
    style, chance = fields.style, fields.chance
    who = with_party(sides.yes[-1], style)
    yield head(style.words["statement"])
    yield text(chance.one((
        f"{who} lämnar följande protokollsanteckning: ”Vi ser positivt på förslaget men saknar en tidplan.”",
        f"{who} lämnar ett särskilt yttrande, bilaga 2.",
        f"{who} anmäler att hon inte deltar i beslutet.",
    )))  # fmt: skip
