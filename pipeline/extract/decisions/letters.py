"""Decisions that letters, reports and policies tell of in running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from models.outline import Block, BlockKind, Part
from models.vocabulary import DecisionOutcome, DecisionStatus
from pipeline.extract.decisions import verbs
from pipeline.extract.decisions.clauses import Clause, clauses_of, entries_of, joined, sentences_of
from pipeline.extract.decisions.draft import Draft
from pipeline.extract.decisions.headed import joint_outcome
from pipeline.extract.decisions.outcomes import outcome_of

_QUIET = frozenset({BlockKind.PROPOSAL, BlockKind.SENT_TO})


def of_letter_text(part: Part) -> Iterator[Draft]:
    """The decisions told of in the blocks that are no proposal."""
    for block in part.front:
        if block.kind is BlockKind.BASIS:
            yield from _listed(block)
        elif block.kind not in _QUIET:
            yield from _of_block(block)


def _listed(block: Block) -> Iterator[Draft]:
    """The entries of a list of documents that are decisions."""
    for entry in entries_of(block.lines):
        if verbs.CITED.search(entry.text):
            yield Draft((entry,), DecisionStatus.HANVISNING, outcome_of(entry.text), block.kind.value)


def _of_block(block: Block) -> Iterator[Draft]:
    noted = [line for line in block.lines if verbs.ADOPTS.search(line.text)]
    for line in noted:
        yield from _note(clauses_of((line,))[0])
    clauses = _whole_lists(clauses_of(line for line in block.lines if line not in noted))
    for n, clause in enumerate(clauses):
        points = tuple(takewhile(lambda later: later.listed, clauses[n + 1 :]))
        lead = sentences_of(clause)[-1]
        if points and verbs.LEADS.search(lead.text) and verbs.PROPOSED.search(lead.text):
            yield _jointly(Draft((lead, *points), DecisionStatus.FORSLAG, DecisionOutcome.OKAND, "yrkande"))
            continue
        yield from _of_clause(clause)
        if points and verbs.ANNOUNCES.search(clause.text):
            yield _jointly(Draft((lead, *points), DecisionStatus.FATTAT, DecisionOutcome.OKAND, "följande"))


def _whole_lists(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """The clauses, a list of who adopted the document in one, also where its lines are broken."""
    found: list[Clause] = []
    for clause in clauses:
        goes_on = (
            found and verbs.ADOPTED_BY_LIST.search(found[-1].text) and verbs.ENTRY_OR_DAY.match(clause.text)
        )
        if goes_on:
            found[-1] = joined(found[-1], clause)
        else:
            found.append(clause)
    return tuple(found)


def _jointly(draft: Draft) -> Draft:
    return replace(draft, outcome=joint_outcome(draft))


def _note(clause: Clause) -> Iterator[Draft]:
    """A document's own note of who adopted, confirmed or revised it."""
    yield Draft((clause,), DecisionStatus.FATTAT, _participle(clause.text), "antagen")


def _participle(text: str) -> DecisionOutcome:
    """What a participle tells ("antagen av", "reviderad")."""
    folded = text.casefold()
    stems = {
        "reviderad": DecisionOutcome.ANDRA,
        "fastställ": DecisionOutcome.FASTSTALLA,
        "antag": DecisionOutcome.ANTA,
    }
    return next((outcome for stem, outcome in stems.items() if stem in folded), DecisionOutcome.OKAND)


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
            known = outcome is not DecisionOutcome.OKAND
            yield Draft((sentence,), status, outcome if known else _participle(sentence.text), "prosa")


def _status(text: str) -> DecisionStatus | None:
    """What a sentence tells: None where it tells of no decision."""
    past = verbs.PAST.search(text)
    if verbs.FUTURE.search(text):
        return DecisionStatus.FRAMTIDA
    if "§" in text and verbs.CITING.search(text):
        return DecisionStatus.HANVISNING
    if verbs.ASIDE.search(text) or (verbs.ADOPTED.search(text) and not past):
        return DecisionStatus.HANVISNING
    if past and verbs.OTHERS.search(text[: past.end()]):
        return DecisionStatus.ANNAT_ORGAN
    if past and not verbs.PROPOSED.search(text[: past.start()]):
        return DecisionStatus.FATTAT
    return None


def _adopted(clause: Clause, start: int) -> Iterator[Draft]:
    """One decision for each place or body in a list of who has adopted the document."""
    entries = [at.start() for at in verbs.ENTRY.finditer(clause.text, start)] or [start]
    for low, high in zip(entries, [*entries[1:], len(clause.text)], strict=True):
        yield Draft((clause.part(low, high),), DecisionStatus.FATTAT, DecisionOutcome.ANTA, "antagen")
