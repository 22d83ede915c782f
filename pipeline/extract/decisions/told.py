"""Decisions of minutes in running text: taken without a heading, or cited from earlier meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.outline import Block, BlockKind, ItemOutline, Part
from models.swedish.bodies import bodies_in
from models.vocabulary import DecisionOutcome, DecisionStatus
from pipeline.extract.decisions import verbs
from pipeline.extract.decisions.clauses import Clause, clauses_of, sentences_of
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
_QUIET = frozenset(
    {BlockKind.DECISION, BlockKind.PROPOSAL, BlockKind.BASIS, BlockKind.SENT_TO, BlockKind.STATEMENT}
)
_EARLIER = re.compile(r"\btidigare\b", re.IGNORECASE)
_AGENT = 40
"""So far after a verb in the passive its agent may stand: "upphävdes av länsstyrelsen"."""
_LAST = 2
"""So many clauses at an item's end may close it."""


def of_minutes(part: Part) -> Iterator[Draft]:
    """The decisions that the items of minutes tell of outside their headings."""
    for item in part.items:
        headed = any(block.kind is BlockKind.DECISION for block in item.blocks)
        taken = () if headed else _without_findings([d for block in item.blocks for d in _taken(block)])
        closing = () if headed or taken else _closing(item)
        cited = [draft for block in item.blocks for draft in _cited(block)]
        for draft in (*taken, *closing, *cited):
            own = draft.status in (DecisionStatus.FATTAT, DecisionStatus.FORSLAG)
            yield replace(draft, item=item.paragraph, paragraph=item.paragraph if own else None)


def _without_findings(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts without what the chair found, where a decision is told as well."""
    told = [draft for draft in drafts if not verbs.FINDS.search(draft.first.text)]
    return told or drafts


def _closing(item: ItemOutline) -> Iterator[Draft]:
    """What the last words of an item without heading decide, in the present: "Ärendet bordläggs"."""
    running = [block for block in item.blocks if block.kind in _RUNNING]
    every = (clause for block in running for clause in clauses_of(block.lines))
    clauses = [each for each in every if _tells(each.text) and not verbs.OF_MINUTES.search(each.text)]
    for sentence in (s for clause in clauses[-_LAST:] for s in sentences_of(clause)):
        verb = verbs.CLOSES.search(sentence.text)
        outcome = outcome_of(sentence.text)
        others = verbs.PROPOSED.search(sentence.text) or _ruled_elsewhere(sentence.text)
        if verb and outcome is not DecisionOutcome.OKAND and not others:
            yield Draft((sentence,), DecisionStatus.FATTAT, outcome, "avslut")


def _tells(text: str) -> bool:
    """Whether the text is more than the name of somebody who signs."""
    return any(word[0].islower() for word in text.split())


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
    for n, half in enumerate(_halves(sentence)):
        verb = verbs.NOW.search(half.text)
        if n and half.text.startswith("att "):
            yield Draft((half,), DecisionStatus.FATTAT, outcome_of(half.text), "prosa")
            continue
        if (
            verb is None
            or verbs.PROPOSED.search(half.text[: verb.start()])
            or verbs.OF_MINUTES.search(half.text)
        ):
            continue
        if verbs.OTHERS.search(half.text[: verb.end()]) and not verbs.OWN.match(half.text[verb.end() :]):
            continue
        if block.kind is BlockKind.LEAD or verb[0].casefold() in ("beslutar", "beslutade", "beslöt"):
            yield Draft((half,), DecisionStatus.FATTAT, outcome_of(half.text), "prosa")


def _halves(sentence: Clause) -> tuple[Clause, ...]:
    """The sentence parted where its second half decides by itself."""
    for cut in verbs.APART.finditer(sentence.text):
        if verbs.NOW.search(sentence.text, cut.end()):
            return sentence.part(0, cut.start()), sentence.part(cut.end(), len(sentence.text))
    second = verbs.SECOND.search(sentence.text)
    if second and verbs.NOW.search(sentence.text[: second.start()]):
        return sentence.part(0, second.start()), sentence.part(second.end(), len(sentence.text))
    return (sentence,)


def _cited(block: Block) -> Iterator[Draft]:
    """Sentences that may tell of an earlier decision; a date or § of its own will tell.

    One that is only named, as in a list of documents, is a cited § and no decision.
    """
    if block.kind in _QUIET and not _of_earlier_handling(block):
        return
    for clause in clauses_of(block.lines):
        for sentence in (half for whole in sentences_of(clause) for half in _halves(whole)):
            yield from _cited_in(sentence)


def _of_earlier_handling(block: Block) -> bool:
    """Whether the heading promises what was decided before: "Tidigare behandling"."""
    return (
        block.kind is BlockKind.BASIS
        and block.heading is not None
        and _EARLIER.search(block.heading.text) is not None
    )


def _cited_in(sentence: Clause) -> Iterator[Draft]:
    text, outcome = sentence.text, outcome_of(sentence.text)
    if verbs.LEADS.search(text) or verbs.MOTION.search(text):
        return
    if verbs.OFFICE_PROPOSES.match(text) and outcome is not DecisionOutcome.OKAND:
        yield Draft((sentence,), DecisionStatus.FORSLAG, outcome, "prosa")
        return
    told = verbs.PAST.search(text) or verbs.CITING.search(text)
    elsewhere = verbs.ELSEWHERE.match(text)
    if not told and _ruled_elsewhere(text):
        yield Draft((sentence,), DecisionStatus.ANNAT_ORGAN, outcome, "omnämnt")
    elif elsewhere or (told and (outcome is not DecisionOutcome.OKAND or verbs.OTHERS.match(text))):
        yield Draft((sentence,), _whose(text), outcome, "omnämnt")


def _ruled_elsewhere(text: str) -> bool:
    """Whether a noun tells what an authority ruled that is none of the municipality's own bodies."""
    ruled = verbs.RULING.search(text)
    told = verbs.ABOUT.search(text) or outcome_of(text) is not DecisionOutcome.OKAND
    return (
        ruled is not None
        and bool(told)
        and (not bodies_in(ruled[0]) or verbs.OTHERS.search(ruled[0]) is not None)
    )


def _whose(text: str) -> DecisionStatus:
    """Whether a decision that is told of is the municipality's own or another authority's."""
    past = verbs.PAST.search(text)
    others = past and verbs.OTHERS.search(text[: past.end() + _AGENT])
    return DecisionStatus.ANNAT_ORGAN if others else DecisionStatus.HANVISNING
