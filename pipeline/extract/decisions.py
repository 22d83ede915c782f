"""Decisions: what was decided, proposed, or cited as decided before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from models.matter import Decision, Point
from models.outline import Block, BlockKind, ItemOutline, Part
from models.vocabulary import DecisionOutcome, DecisionStatus, Kind
from pipeline.extract.clauses import Clause, bare, clauses_of, sentences_of
from pipeline.extract.context import Context
from pipeline.extract.outcomes import first_trigger, outcome_of

MINUTES = frozenset({Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG})
_LEAD = re.compile(
    r"(?::|(?:beslut\w*|beslöt\w*|föreslå\w*|hemställ\w*|besluta)(?:\s+att)?:?|\batt:?)$", re.IGNORECASE
)
_NO_DECISION = re.compile(
    r"^(?:inget beslut|beslutsunderlag|bilag\w+|paragrafen (?:är|förklaras)|uppgift saknas)\b", re.IGNORECASE
)
_DECIDES = re.compile(r"\bbesl[uö]t\w*\b", re.IGNORECASE)
_IMMEDIATE = re.compile(
    r"\b(?:paragrafen|punkten|ärendet|beslutet)\b.{0,40}\bjustera[sdt]\w*\b.{0,20}\bomedelbart\b"
    r"|\bomedelbar(?:t)? juster\w+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision before it has an id: its clauses (the lead, then the points) and what is known of it."""

    clauses: tuple[Clause, ...]
    status: DecisionStatus
    outcome: DecisionOutcome
    rule: str
    item: int | None = None
    body: str | None = None
    date: str | None = None
    paragraph: int | None = None
    dnr: str | None = None

    @property
    def lead(self) -> Clause:
        """What the decision begins with."""
        return self.clauses[0]


def is_immediate(text: str) -> bool:
    """Whether the text declares its item adjusted at once (omedelbar justering)."""
    return bool(_IMMEDIATE.search(text))


def block_drafts(block: Block, status: DecisionStatus, rule: str) -> Iterator[Draft]:
    """The decisions in a block under a heading that says what they are."""
    for n, group in enumerate(_grouped(clauses_of(block.lines))):
        if len(group) > 1:
            yield Draft(tuple(group), status, joint_outcome(group), rule)
        else:
            yield from _single(group[0], status, rule, first=n == 0)


def joint_outcome(group: Sequence[Clause]) -> DecisionOutcome:
    """What a lead with its points decides: what all points do, unless the lead says it."""
    lead = None if group[0].listed else first_trigger(group[0].text)
    if lead and lead[1] is DecisionOutcome.FORESLA_FULLMAKTIGE:
        return lead[1]
    outcomes = {outcome_of(clause.text) for clause in _points(group)}
    return outcomes.pop() if len(outcomes) == 1 else DecisionOutcome.SAMMANSATT


def item_drafts(item: ItemOutline) -> Iterator[Draft]:
    """The decisions of an item of minutes: taken under "Beslut", proposed under "Förslag till beslut"."""
    statuses = {BlockKind.DECISION: DecisionStatus.FATTAT, BlockKind.PROPOSAL: DecisionStatus.FORSLAG}
    for block in item.blocks_of(*statuses):
        for draft in block_drafts(block, statuses[block.kind], block.kind.value):
            yield replace(draft, item=item.paragraph, paragraph=item.paragraph)


def proposal_drafts(part: Part) -> Iterator[Draft]:
    """What a letter proposes that somebody decide."""
    for block in part.blocks():
        if block.kind is BlockKind.PROPOSAL:
            yield from block_drafts(block, DecisionStatus.FORSLAG, "förslag")


def numbered(part: Part, drafts: Iterable[Draft], record: str, context: Context) -> tuple[Decision, ...]:
    """The drafts in the order of the text, each with the id that only its record and place decide."""
    ordered = sorted(drafts, key=lambda draft: (draft.lead.start, draft.lead.end))
    return tuple(_decision(part, draft, f"{record}-b{n}", context) for n, draft in enumerate(ordered, 1))


def _grouped(clauses: tuple[Clause, ...]) -> Iterator[list[Clause]]:
    """A lead with the points listed under it; any other clause alone."""
    group: list[Clause] = []
    for clause in clauses:
        if group and clause.listed and (len(group) > 1 or _LEAD.search(group[0].text) or group[0].listed):
            group.append(clause)
            continue
        if group:
            yield group
        group = [clause]
    if group:
        yield group


def _points(group: Sequence[Clause]) -> Sequence[Clause]:
    """The points among the clauses of a decision: all but a lead; a clause alone is none."""
    if len(group) == 1:
        return ()
    return group if group[0].listed else group[1:]


def _single(clause: Clause, status: DecisionStatus, rule: str, *, first: bool) -> Iterator[Draft]:
    """The sentences of a clause that decide; the first of a block does, whatever its words."""
    for n, sentence in enumerate(sentences_of(clause)):
        if _NO_DECISION.match(sentence.text) or is_immediate(sentence.text):
            continue
        outcome = outcome_of(sentence.text)
        if outcome is not DecisionOutcome.OKAND or _DECIDES.search(sentence.text) or (first and n == 0):
            yield Draft((sentence,), status, outcome, rule)


def _decision(part: Part, draft: Draft, identifier: str, context: Context) -> Decision:
    points = _points(draft.clauses)
    minutes = context.kind in MINUTES and draft.item is not None
    taken = minutes and draft.status in (DecisionStatus.FATTAT, DecisionStatus.FORSLAG)
    return Decision(
        id=identifier,
        item=draft.item,
        body=draft.body or (context.body if taken else None),
        date=draft.date or (context.date if taken else None),
        paragraph=draft.paragraph,
        dnr=draft.dnr,
        status=draft.status,
        outcome=draft.outcome,
        text=bare(draft.lead.text) if not points else "\n".join(clause.text for clause in draft.clauses),
        points=tuple(
            Point(number=n, text=bare(point.text), outcome=outcome_of(point.text))
            for n, point in enumerate(points, 1)
        ),
        places=tuple(place for clause in draft.clauses for place in clause.places(part.text, draft.rule)),
    )
