"""Decisions of minutes in running text: taken without a heading, or cited from earlier meetings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.outline import Block, BlockKind, ItemOutline, Part
from models.vocabulary import DecisionOutcome, DecisionStatus
from pipeline.extract.decisions import verbs
from pipeline.extract.decisions.clauses import Clause, clauses_of, entries_of, sentences_of
from pipeline.extract.decisions.draft import Draft
from pipeline.extract.decisions.headed import grouped, joint_outcome
from pipeline.extract.decisions.outcomes import outcome_of

_RUNNING = frozenset(
    {
        BlockKind.LEAD,
        BlockKind.MOTIONS,
        BlockKind.PROCEDURE,
        BlockKind.VOTE,
        BlockKind.OTHER,
        BlockKind.RECUSAL,
    }
)
"""Blocks in which minutes without a heading for it go on to decide."""
_QUIET = frozenset({BlockKind.DECISION, BlockKind.PROPOSAL, BlockKind.SENT_TO, BlockKind.STATEMENT})


def of_minutes(part: Part) -> Iterator[Draft]:
    """The decisions that the items of minutes tell of outside their headings."""
    for item in part.items:
        headed = any(block.kind is BlockKind.DECISION for block in item.blocks)
        for block in item.blocks:
            for draft in (*(() if headed else _taken(block)), *_cited(block)):
                own = draft.status is not DecisionStatus.HANVISNING
                yield replace(draft, item=item.paragraph, paragraph=_paragraph(item, own=own))


def listed(block: Block) -> Iterator[Draft]:
    """The entries of a list of documents that are decisions."""
    for entry in entries_of(block.lines):
        if verbs.CITED.search(entry.text):
            yield Draft((entry,), DecisionStatus.HANVISNING, outcome_of(entry.text), block.kind.value)


def _paragraph(item: ItemOutline, *, own: bool) -> int | None:
    return item.paragraph if own else None


def _taken(block: Block) -> Iterator[Draft]:
    """What a block without a heading for it decides: points under a lead; in a lead block also sentences."""
    if block.kind not in _RUNNING:
        return
    for group in grouped(clauses_of(block.lines)):
        lead = sentences_of(group[0])[-1]
        if len(group) > 1 and verbs.LEADS.search(lead.text):
            proposed = verbs.PROPOSED.search(lead.text)
            status = DecisionStatus.FORSLAG if proposed else DecisionStatus.FATTAT
            draft = Draft((lead, *group[1:]), status, DecisionOutcome.OKAND, "att-satser")
            yield replace(draft, outcome=joint_outcome(draft))
        else:
            for sentence in (s for clause in group for s in sentences_of(clause)):
                yield from _said(sentence, block)


def _said(sentence: Clause, block: Block) -> Iterator[Draft]:
    """The decisions that a sentence takes: one for each verb that takes one."""
    cut = verbs.SECOND.search(sentence.text)
    halves = (sentence,)
    if cut and verbs.NOW.search(sentence.text[: cut.start()]):
        halves = (sentence.part(0, cut.start()), sentence.part(cut.end(), len(sentence.text)))
    for half in halves:
        verb = verbs.NOW.search(half.text)
        if verb is None or verbs.PROPOSED.search(half.text[: verb.start()]):
            continue
        if block.kind is BlockKind.LEAD or verb[0].casefold() in ("beslutar", "beslutade", "beslöt"):
            yield Draft((half,), DecisionStatus.FATTAT, outcome_of(half.text), "prosa")


def _cited(block: Block) -> Iterator[Draft]:
    """Sentences that may tell of an earlier decision; a date or § of its own will tell."""
    if block.kind is BlockKind.BASIS:
        yield from listed(block)
    elif block.kind not in _QUIET:
        for clause in clauses_of(block.lines):
            for sentence in sentences_of(clause):
                past = verbs.PAST.search(sentence.text) or "§" in sentence.text
                if past and not verbs.LEADS.search(sentence.text):
                    yield Draft((sentence,), DecisionStatus.HANVISNING, outcome_of(sentence.text), "omnämnt")
