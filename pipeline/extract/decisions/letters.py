"""Decisions that letters, reports and policies tell of in running text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from models.outline import Block, BlockKind, Part
from models.vocabulary import DecisionOutcome, DecisionStatus
from pipeline.extract.decisions import verbs
from pipeline.extract.decisions.clauses import Clause, clauses_of, sentences_of
from pipeline.extract.decisions.draft import Draft
from pipeline.extract.decisions.headed import joint_outcome
from pipeline.extract.decisions.outcomes import outcome_of
from pipeline.extract.decisions.told import listed

_QUIET = frozenset({BlockKind.PROPOSAL, BlockKind.SENT_TO})


def of_letter_text(part: Part) -> Iterator[Draft]:
    """The decisions told of in the blocks that are no proposal."""
    for block in part.front:
        if block.kind is BlockKind.BASIS:
            yield from listed(block)
        elif block.kind not in _QUIET:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Draft]:
    clauses = clauses_of(block.lines)
    for n, clause in enumerate(clauses):
        yield from _of_clause(clause)
        points = tuple(takewhile(lambda later: later.listed, clauses[n + 1 :]))
        if points and verbs.ANNOUNCES.search(clause.text):
            lead = sentences_of(clause)[-1]
            draft = Draft((lead, *points), DecisionStatus.FATTAT, DecisionOutcome.OKAND, "följande")
            yield replace(draft, outcome=joint_outcome(draft))


def _of_clause(clause: Clause) -> Iterator[Draft]:
    follows = verbs.ADOPTED_BY_LIST.search(clause.text)
    if follows:
        yield from _adopted(clause, follows.end())
        return
    for sentence in sentences_of(clause):
        outcome = outcome_of(sentence.text)
        announces = outcome is DecisionOutcome.OKAND and verbs.ANNOUNCES.search(sentence.text)
        status = _status(sentence.text)
        if status is not None and not announces:
            noted = verbs.ADOPTS.search(sentence.text)
            yield Draft((sentence,), status, outcome, "antagen" if noted else "prosa")


def _status(text: str) -> DecisionStatus | None:
    """What a sentence tells: None where it tells of no decision."""
    past = verbs.PAST.search(text)
    if verbs.FUTURE.search(text):
        return DecisionStatus.FRAMTIDA
    if verbs.ADOPTS.search(text):
        return DecisionStatus.FATTAT
    if verbs.ASIDE.search(text) or (verbs.ADOPTED.search(text) and not past):
        return DecisionStatus.HANVISNING
    if past and verbs.OTHERS.search(text[: past.end()]):
        return DecisionStatus.ANNAT_ORGAN
    if past and not verbs.PROPOSED.search(text[: past.start()]):
        return DecisionStatus.FATTAT
    return DecisionStatus.FORSLAG if verbs.PROPOSES_TO.search(text) else None


def _adopted(clause: Clause, start: int) -> Iterator[Draft]:
    """One decision for each place or body in a list of who has adopted the document."""
    entries = [at.start() for at in verbs.ENTRY.finditer(clause.text, start)] or [start]
    for low, high in zip(entries, [*entries[1:], len(clause.text)], strict=True):
        yield Draft((clause.part(low, high),), DecisionStatus.FATTAT, DecisionOutcome.ANTA, "antagen")
