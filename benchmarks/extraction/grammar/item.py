"""One item of minutes from 1971 on, part by part in the order of the house."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.extraction.grammar import dates, numbers
from benchmarks.extraction.grammar.asides import apart, at_once, recusals
from benchmarks.extraction.grammar.clauses import Clause, Ruling, as_blocks, clause_of, headed
from benchmarks.extraction.grammar.dispute import disputed
from benchmarks.extraction.grammar.fields import Fields
from benchmarks.extraction.grammar.headline import Numbered, headline
from benchmarks.extraction.grammar.marks import cited, decided, dnr, maybe
from benchmarks.extraction.grammar.matters import Matter
from benchmarks.extraction.grammar.names import with_party
from benchmarks.extraction.grammar.words import table
from benchmarks.extraction.layout.blocks import Block, entry, head, text

_NEVER_PROPOSED = frozenset({"dagordning", "anmälan", "information", "delegation"})


@dataclass(frozen=True, slots=True)
class _Item:
    """What the parts of an item share."""

    number: int
    matter: Matter
    fields: Fields
    clauses: list[Clause]
    passed_on: bool
    """Whether the board only proposes to the assembly."""


def item_of(number: int, matter: Matter, fields: Fields) -> list[Block]:
    """All of one item."""
    clauses = [clause_of(key, matter.thing, fields) for key in matter.keys]
    body = fields.meeting.body
    may_pass = not body.assembly and matter.disputed and body.name.startswith("Kommunstyrelsen")
    item = _Item(number, matter, fields, clauses, may_pass and fields.chance.happens(0.3))
    return [*headline(Numbered(number, matter), fields), *_parts(item)]


def _parts(item: _Item) -> list[Block]:
    """The parts of an item, the decision before or after the rest as the house has it."""
    fields, chance = item.fields, item.fields.chance
    fight: list[Block] = []
    dissent: list[Block] = []
    if item.matter.disputed and chance.happens(0.3):
        fight, dissent = disputed(item.number, fields)
    away = recusals(item.number, fields) if item.matter.disputed and chance.happens(0.07) else []
    story = [*away, *_summary(item), *_earlier(item), *_basis(item)]
    if item.matter.kind not in _NEVER_PROPOSED and chance.happens(0.5):
        story += _proposal(item)
    ends = [*dissent, *_asides(item), *_sent(item)]
    if fields.style.decision_first:
        return [*_decision(item), *story, *fight, *ends]
    return [*story, *fight, *_decision(item), *ends]


def _decision(item: _Item) -> list[Block]:
    fields = item.fields
    style, body = fields.style, fields.meeting.body
    statuses, also = ("förslag,fattat", "föreslå fullmäktige") if item.passed_on else ("fattat", "")
    lead = style.lead.replace("<Body>", body.name)
    form = style.decision
    if item.passed_on:
        proposes = "föreslår" if "beslutar" in lead else "föreslog"
        ending = fields.chance.one((" besluta", " besluta", ""))
        lead = f"{body.name} {proposes} {{to|kommunfullmäktige}}{ending}"
        form = form if form in {"att list", "att numbered", "numbered"} else "att list"
    blocks = as_blocks(item.clauses, Ruling(item.number, statuses, also), form, lead, body.name)
    return headed(fields.fill(style.words["decision"]), blocks)


def _proposal(item: _Item) -> list[Block]:
    """What the office had proposed: the same, in a form of its own."""
    fields = item.fields
    word = fields.fill(fields.style.words["proposal"])
    body = fields.meeting.body.name
    forms = ("att list", "passive list", "subject numbered", "sentence")
    form = fields.chance.one(forms)
    lead = (
        f"{body} beslutar"
        if form == "sentence"
        else fields.chance.one((f"{body} beslutar", f"{body} föreslås besluta"))
    )
    blocks = as_blocks(item.clauses, Ruling(item.number, "förslag", "föreslå fullmäktige"), form, lead, body)
    return [head(word), *blocks]


def _summary(item: _Item) -> list[Block]:
    fields = item.fields
    rows = [row["text"] for row in table("summaries") if row["kind"] == item.matter.kind]
    said = [text(fields.fill(row)) for row in fields.chance.some(rows, 2)]
    if fields.chance.happens(0.12):
        said.append(text(f"Ärendet har samband med {_other_number(fields)}."))
    if fields.chance.happens(0.1):
        number = fields.chance.number(1, 9)
        asking = with_party(fields.chance.one(fields.meeting.members), fields.style)
        said.append(text(f"{asking} ställde en fråga om punkt {number}."))
    return headed(fields.style.words["summary"], said)


def _other_number(fields: Fields) -> str:
    town, chance = fields.meeting.town, fields.chance
    year = town.year - chance.number(0, 3)
    registry = fields.meeting.body.registry
    if year < town.dnr.first:
        year = town.year
    number = numbers.small_number(chance, town.dnr)
    printed = town.dnr.print(registry, year, number, numbers.klass(chance))
    return f"{town.label or 'Dnr '}{dnr(numbers.value_of(town.dnr, registry, year, number), printed)}"


def _earlier(item: _Item) -> list[Block]:
    """Earlier decisions that are told of."""
    fields = item.fields
    if not item.matter.disputed or not fields.chance.happens(0.4):
        return []
    row = fields.chance.one(table("earlier"))
    outcomes = f"{row['outcome']},{row['also']}" if row["also"] else row["outcome"]
    told = text(decided(None, row["status"], f"{outcomes},okänd", fields.fill(row["text"])))
    return [head(fields.style.words["earlier"]), told] if fields.chance.happens(0.4) else [told]


def _basis(item: _Item) -> list[Block]:
    """The papers that the decision rests on."""
    fields = item.fields
    if not item.matter.numbered or not fields.chance.happens(0.6):
        return []
    chance, meeting = fields.chance, fields.meeting
    day = dates.before(chance, meeting.day, 60)
    number = chance.number(3, 250)
    mark = fields.style.dash.strip()
    first = chance.one((
        f"Tjänsteskrivelse {dates.iso(day)}", f"Tjänsteskrivelse daterad {dates.iso(day)}",
        fields.fill("<Office>s tjänsteskrivelse, ") + dates.iso(day),
        f"Tjänsteutlåtande den {dates.long(day)}",
    ))  # fmt: skip
    other = next(body for body in meeting.town.bodies if body != meeting.body and not body.assembly)
    when = dates.before(chance, meeting.day, 30)
    section = cited(number, f"§ {number}")
    named = f"{other.name} {dates.iso(when)}, {section}"
    if chance.happens(0.25):
        named = f"{fields.chained(other, number, when.year)}, {dates.iso(when)}"
    if chance.happens(0.5):
        plain = f"{other.name}s beslut {when}, § {number}"
        named = maybe("decisions", plain, f"{other.name}s beslut {dates.iso(when)}, {section}")
    lines = [
        first,
        *([named] if chance.happens(0.6) else []),
        "Karta över området"
        if item.matter.kind in {"plan", "bygglov", "mark"}
        else "Förslag till beslut, bilaga",
    ]
    return [head(fields.style.words["basis"]), *(entry(mark, line) for line in lines)]


def _asides(item: _Item) -> list[Block]:
    fields = item.fields
    said = at_once(fields) if fields.chance.happens(0.06) else []
    return [*said, *(apart(fields) if item.matter.disputed and fields.chance.happens(0.05) else [])]


def _sent(item: _Item) -> list[Block]:
    """Who is told of the decision."""
    fields = item.fields
    if not fields.chance.happens(0.5):
        return []
    told = fields.chance.some(
        ("Ekonomichefen", "Sökanden", "Kommunfullmäktige", "Akten", "Samtliga nämnder", "Revisorerna"), 2
    )
    word = fields.style.words["sent"]
    if fields.chance.happens(0.4):
        return [text(f"{word.rstrip(':')}: {', '.join(told)}")]
    blocks = [head(word), *(text(one) for one in told)]
    return (
        [*blocks, text("_____")] if fields.meeting.day.year < 2010 and fields.chance.happens(0.2) else blocks
    )
