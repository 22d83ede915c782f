"""Decisions told of in running text: taken, cited from an earlier meeting, or another authority's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from models.mention import Paragraph
from models.outline import Block, BlockKind, Part
from models.swedish.bodies import bodies_in
from models.vocabulary import DecisionOutcome, DecisionStatus
from pipeline.extract.clauses import Clause, clauses_of, entries_of, sentences_of
from pipeline.extract.context import Context
from pipeline.extract.dates_value import FoundDate
from pipeline.extract.decisions import MINUTES, Draft, joint_outcome
from pipeline.extract.outcomes import outcome_of

_OBJECT = (
    r"(?=[.:,;]| (?:(?:att|om|den|vid|i|på|enligt|då|även|också|därefter|därför)\b"
    r"|\d|(?-i:[A-ZÅÄÖ])|[\w-]+(?:en|ige|et)\b))"
)
"""What follows "beslutade" where it is a verb and not a participle ("beslutade insatser")."""
_ANNOUNCES = re.compile(
    r"\bföljande(?: beslut(?:ades?)?)?\W*$|\bbeslut(?:ade|ades|ar|at)(?: följande)?:$", re.IGNORECASE
)
_PAST = re.compile(
    rf"\b(?:beslutade{_OBJECT}|beslutades|beslöt[os]?|beslutats?|fattade beslut|fattat beslut|antogs?"
    r"|godkändes?|fastställdes?|bordlades?|återremitterades?|avslogs?|biföll[s]?|uppdrogs?|utsågs?|valdes?|överlämnade|remitterade"
    r"|upphävdes?|beviljades?|delegerades?|antagits?|antagit|fastställts|godkänts|bordlagts|bifallits"
    r"|avslagits|återremitterats|(?:fick|gav|gavs|fått)\b.{0,60}\bi uppdrag"
    r"|lades\b.{0,40}\btill handlingarna)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:beslutar|beslutade|beslöt[os]?|besluts|bordlades|bifölls|avslogs|godkändes|fastställdes|antogs"
    r"|återremitterades|utsågs|valdes)\b|\bUppdrogs\b|\blades\b.{0,40}\btill handlingarna",
    re.IGNORECASE,
)
"""Verbs by which minutes without headings take a decision."""
_PROPOSED = re.compile(
    r"\b(?:föreslår|föreslog|yrkar|yrkade|hemställer|hemställde|förslag till|bör|skulle)\b", re.IGNORECASE
)
_FUTURE = re.compile(
    r"\bbeslutet?\b.{0,30}\bfatta[rs]\b.{0,60}"
    r"\b(?:i slutet av|under (?:våren|hösten|sommaren|vintern|året)"
    r"|senare|kommer"
    r"|i (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december))",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\b[\w/-]+s?\s+beslut\b|\b(?:beslut|protokoll)\s+(?:från|av)\b"
    r"|^\W*[\w-]+(?:nämnden|styrelsen|fullmäktige|utskottet)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:[Ll]änsstyrelse\w*|[Rr]egeringen|[Rr]iksdagen|\w*(?:domstol|rätten|förbund|myndighet)\w*|\w+verket"
    r"|[Ll]andsting\w*|bolagets styrelse|[Rr]egion\w*)\b|^Styrelsen\b"
    r"|\b[A-ZÅÄÖ]{2,}\b(?=.{0,80}\bhar fattat beslut)"
)
"""Who decides without being a body of the municipality."""
_ADOPTED = re.compile(r"\b(?:antag(?:en|et|na|it)|fastställ[dt]|beslutad)\b", re.IGNORECASE)
_FOLLOWS = re.compile(r"\benligt följande:?\s*")
_ENTRY = re.compile(r"(?=\b[A-ZÅÄÖ][a-zåäö]+(?: kommun)?:\s)")
_ASIDE = re.compile(
    r"\bsom\b.{0,40}\b(?:antagits|antagit|fastställts|beslutats|beslutat|beslutade|fatta(?:de|t) beslut)\b",
    re.IGNORECASE,
)
"""A decision told of in a relative clause."""
_HEADED = frozenset(
    {
        BlockKind.DECISION,
        BlockKind.PROPOSAL,
        BlockKind.SENT_TO,
        BlockKind.PROCEDURE,
        BlockKind.MOTIONS,
        BlockKind.VOTE,
    }
)
"""Blocks of minutes whose sentences are no decisions of their own, or are read under their heading."""


def prose_drafts(
    part: Part, context: Context, dates: tuple[FoundDate, ...], cited: tuple[Paragraph, ...]
) -> Iterator[Draft]:
    """The decisions in blocks whose heading does not say that they hold any."""
    minutes = context.kind in MINUTES
    for block, item in _told(part, minutes=minutes):
        for draft in _of_block(block, minutes=minutes):
            found = _located(draft, dates, cited)
            if _is_decision(found, minutes=minutes):
                own = minutes and found.status is DecisionStatus.FATTAT
                yield replace(found, item=item, paragraph=item if own else found.paragraph)


def _of_block(block: Block, *, minutes: bool) -> Iterator[Draft]:
    if block.kind is BlockKind.BASIS:
        for entry in entries_of(block.lines):
            if _CITED.search(entry.text):
                yield Draft((entry,), DecisionStatus.HANVISNING, outcome_of(entry.text), "beslutsunderlag")
        return
    clauses = clauses_of(block.lines)
    for n, clause in enumerate(clauses):
        yield from _of_clause(clause, block, minutes=minutes)
        points = list(takewhile(lambda later: later.listed, clauses[n + 1 :]))
        if points and not minutes and _ANNOUNCES.search(clause.text):
            group = (sentences_of(clause)[-1], *points)
            yield Draft(group, DecisionStatus.FATTAT, joint_outcome(group), "följande")


def _is_decision(draft: Draft, *, minutes: bool) -> bool:
    """Whether enough is known: outside minutes a decision has a body or a date, a citation a date or §."""
    if draft.status is DecisionStatus.FATTAT:
        return minutes or bool(draft.body or draft.date)
    return draft.status is not DecisionStatus.HANVISNING or bool(draft.date or draft.paragraph)


def _told(part: Part, *, minutes: bool) -> Iterator[tuple[Block, int | None]]:
    if not minutes:
        quiet = (BlockKind.PROPOSAL, BlockKind.SENT_TO)
        yield from ((block, None) for block in part.front if block.kind not in quiet)
    for item in part.items:
        yield from ((block, item.paragraph) for block in item.blocks if block.kind not in _HEADED)


def _of_clause(clause: Clause, block: Block, *, minutes: bool) -> Iterator[Draft]:
    follows = _FOLLOWS.search(clause.text)
    if follows and _ADOPTED.search(clause.text[: follows.start()]):
        yield from _adopted(clause, follows.end())
        return
    for sentence in sentences_of(clause):
        status = _status(sentence.text, block, minutes=minutes)
        outcome = outcome_of(sentence.text)
        announces = outcome is DecisionOutcome.OKAND and _ANNOUNCES.search(sentence.text)
        if status is not None and not announces:
            yield Draft((sentence,), status, outcome, "prosa")


def _status(text: str, block: Block, *, minutes: bool) -> DecisionStatus | None:
    """What a sentence tells: None where it tells of no decision."""
    past = _PAST.search(text)
    if _FUTURE.search(text):
        return DecisionStatus.FRAMTIDA
    if _ASIDE.search(text) or (_ADOPTED.search(text) and not past):
        return DecisionStatus.HANVISNING
    if past and _OTHERS.search(text[: past.end()]):
        return DecisionStatus.ANNAT_ORGAN
    own = minutes and block.kind is BlockKind.LEAD
    verb = _NOW.search(text) if own else past
    if verb is None or _PROPOSED.search(text[: verb.start()]):
        return None
    return DecisionStatus.HANVISNING if minutes and not own else DecisionStatus.FATTAT


def _adopted(clause: Clause, start: int) -> Iterator[Draft]:
    """One decision for each place or body in a list of who has adopted the document."""
    entries = [at.start() for at in _ENTRY.finditer(clause.text, start)] or [start]
    for low, high in zip(entries, [*entries[1:], len(clause.text)], strict=True):
        yield Draft((clause.part(low, high),), DecisionStatus.FATTAT, DecisionOutcome.ANTA, "antagen")


def _located(draft: Draft, dates: tuple[FoundDate, ...], cited: tuple[Paragraph, ...]) -> Draft:
    """The draft with the date, § and body that its sentence names."""
    start, end = draft.lead.start, draft.lead.end
    inside = [date for date in dates if start <= date.start < end]
    earlier = next((p for p in cited if any(start <= at.start < end for at in p.places)), None)
    bodies = bodies_in(draft.lead.text)
    body = draft.lead.text[bodies[0][0] : bodies[0][1]] if bodies else None
    whole = [date for date in inside if len(date.value) == 10]
    day = next(iter(whole[-1:] if draft.rule == "följande" else [*whole, *inside]), None)
    status = draft.status
    if earlier and status is DecisionStatus.FATTAT and draft.rule == "prosa":
        status = DecisionStatus.HANVISNING
    return replace(
        draft,
        status=status,
        date=day.value if day else None,
        paragraph=earlier.number if earlier else None,
        body=(earlier.body if earlier else None) or (body.removesuffix("s") if body else None),
    )


def merged(drafts: list[Draft]) -> list[Draft]:
    """The drafts, a citation left out where the decision that it cites is told in the same document."""
    told = {(d.body, d.date) for d in drafts if d.status is DecisionStatus.FATTAT and d.date and d.body}
    taken = {
        span
        for d in drafts
        if d.status is not DecisionStatus.HANVISNING
        for c in d.clauses
        for span in c.spans
    }
    return [
        d
        for d in drafts
        if d.status is not DecisionStatus.HANVISNING
        or ((d.body, d.date) not in told and not taken.intersection(d.lead.spans))
    ]
