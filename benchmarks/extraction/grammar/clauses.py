"""What is decided, in the forms that a decision takes: att-satser, points, sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.extraction.grammar.fields import Fields
from benchmarks.extraction.grammar.marks import capital, decided
from benchmarks.extraction.grammar.words import table
from benchmarks.extraction.layout.blocks import Block, entry, head, text


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing decided: `infinitive` follows "att", `present` the body's name, `passive` stands alone.

    `present` and `passive` are empty where Swedish has no such form.
    """

    outcome: str
    infinitive: str
    present: str
    passive: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """How clauses are marked: as what, and for which item."""

    number: int
    statuses: str
    also: str = ""
    """Outcomes that are right as well, whatever the clause."""

    def mark(self, clause: Clause, printed: str) -> str:
        """The print marked as this decision."""
        outcomes = f"{clause.outcome},{self.also}" if self.also else clause.outcome
        return decided(self.number, self.statuses, outcomes, printed)


def clause_of(key: str, thing: str, fields: Fields) -> Clause:
    """The clause of this key in `clauses.tsv`, about this thing ("motionen")."""
    row = next(row for row in table("clauses") if row["key"] == key)
    templates = (row[name].replace("{}", thing) for name in ("infinitive", "present", "passive"))
    forms = fields.fill_alike(tuple(templates))
    outcome = ",".join((row["outcome"], *filter(None, (row["also"], "sammansatt"))))
    return Clause(outcome, forms[0], forms[1], capital(forms[2]))


def as_blocks(clauses: list[Clause], ruling: Ruling, form: str, lead: str, subject: str) -> list[Block]:
    """The decision in the house's form; `lead` is "Nämnden beslutar", `subject` "Nämnden"."""
    if form == "att list":
        return _att_list(clauses, ruling, lead)
    if form == "att numbered":
        return [text(lead), *_points(clauses, ruling, lambda one: f"att {one.infinitive}")]
    if form == "numbered" and len(clauses) > 1:
        return [text(f"{lead} att"), *_points(clauses, ruling, lambda one: one.infinitive)]
    return _without_att(clauses, ruling, form, subject) or _sentences(clauses, ruling, lead)


def _points(
    clauses: list[Clause], ruling: Ruling, said: Callable[[Clause], str], sign: str = ""
) -> list[Block]:
    """Numbered points, or such with another sign before them."""
    return [
        entry(sign or f"{number}.", ruling.mark(one, f"{said(one)}."))
        for number, one in enumerate(clauses, 1)
    ]


def _without_att(clauses: list[Clause], ruling: Ruling, form: str, subject: str) -> list[Block]:
    """Forms in the indicative; nothing where a clause has no such form."""
    active = all(one.present for one in clauses)
    if form == "verb list" and active:
        return _points(clauses, ruling, lambda one: capital(one.present), "–")
    if form == "subject numbered" and active:
        said = [f"{subject} {one.present}" for one in clauses]
    elif form == "passive list" and all(one.passive for one in clauses):
        said = [one.passive for one in clauses]
    else:
        return []
    if len(said) == 1:
        return [text(ruling.mark(clauses[0], f"{said[0]}."))]
    signs = ["-" if form == "passive list" else f"{number}." for number in range(1, len(said) + 1)]
    marked = (ruling.mark(one, f"{words}.") for one, words in zip(clauses, said, strict=True))
    return [entry(sign, one) for sign, one in zip(signs, marked, strict=True)]


def _att_list(clauses: list[Clause], ruling: Ruling, lead: str) -> list[Block]:
    ends = [", samt" if n == len(clauses) - 2 else "," for n in range(len(clauses) - 1)] + ["."]
    marked = [
        ruling.mark(one, f"{one.infinitive}") + end for one, end in zip(clauses, ends, strict=True)
    ]  # fmt: skip
    return [text(lead), *(entry("att", one) for one in marked)]


def _sentences(clauses: list[Clause], ruling: Ruling, lead: str) -> list[Block]:
    lead = lead.removesuffix(" följande")
    first = text(ruling.mark(clauses[0], f"{lead} att {clauses[0].infinitive}."))
    return [first, *(text(ruling.mark(one, f"{lead} även att {one.infinitive}.")) for one in clauses[1:])]


def headed(word: str, blocks: list[Block]) -> list[Block]:
    """The blocks under their heading; without one where the house has no word for it."""
    return [head(word), *blocks] if word else blocks
