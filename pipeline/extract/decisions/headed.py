"""Decisions under a heading that says that they are taken, or proposed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from models.outline import Block, BlockKind, ItemOutline, Part
from models.swedish.bodies import body_named
from models.swedish.headings import heading_of
from models.swedish.names import NAME_WORD
from models.swedish.parties import PRINTED
from models.vocabulary import DecisionOutcome, DecisionStatus
from pipeline.extract.decisions.clauses import Clause, clauses_of, joined, sentences_of
from pipeline.extract.decisions.draft import Draft
from pipeline.extract.decisions.outcomes import first_trigger, outcome_of
from pipeline.extract.decisions.verbs import LEADS
from pipeline.structure.blocks import DECIDES_ALONE

_OPEN = re.compile(r"(?::|\batt:?)$", re.IGNORECASE)
"""The end of a lead under a heading that says what its points are."""
_NO_DECISION = re.compile(
    r"^(?:inget beslut|beslutsunderlag|bilag\w+|lag(?:stöd|rum):|paragrafen (?:är|förklaras)|uppgift saknas"
    r"|mot beslutet\b|[^.]{0,80}\b(?:reserverar|reserverade) sig\b"
    r"|[^.]{0,60}\bställ(?:er|de|as|des)\b[^.]{0,60}\bproposition"
    r"|[^.]{0,60}\btill protokollet (?:få|an)[^.]{0,20}tecknat\b|[^.]{0,60}\bfår till protokollet\b"
    r"|[^.]{0,80}\bdelt(?:ar|og|ager|a|aga) (?:inte|ej|icke)?[ ]?i (?:beslut|handlägg|överlägg)"
    r"|[^.]{0,60}\b(?:(?:anmäler|anmälde) jäv|lämna(?:r|de) (?:sammanträdet|lokalen|rummet|salen))\b"
    r"|beslutet (?:fattas|fattades|grundas|kan överklagas)|\W*$)",
    re.IGNORECASE,
)
_MOVES = re.compile(
    rf"^(?:(?:ledamoten|ordföranden)[ ])?{NAME_WORD}[ ][^.:]{{0,120}}?\b(?:yrkar|yrkade|instämmer|instämde)\b"
    rf"|^(?:(?:ledamoten|ordföranden)[ ])?{NAME_WORD}[ ](?:m\.fl\.|[^.:]){{0,80}}{PRINTED}[^.:]{{0,80}}?"
    r"\b(?:föreslår|föreslog)\b",
    re.IGNORECASE,
)
"""What somebody moves at the table, which is a yrkande and not the proposal that the matter came with."""
_DECIDES = re.compile(r"\b(?:beslut(?:ar|ade|ades|at|ats|as)|beslöt[os]?)\b", re.IGNORECASE)
_IMMEDIATE = re.compile(
    r"\b(?:paragrafen|punkten|ärendet|beslutet)\b.{0,40}\bjustera[sdt]\w*\b.{0,20}\bomedelbart\b"
    r"|\bomedelbar(?:t)? juster\w+",
    re.IGNORECASE,
)
_TABLE = re.compile(r"(?!att\b)\S+(?:[ ]\S+)*[ ]{3,}\S+(?:[ ]\S+)*[ ]{3,}\S", re.IGNORECASE)
"""The first row of a table of three columns and more."""
_FOLLOWING = re.compile(r"\bföljande\b(?: \w+)?:$", re.IGNORECASE)
_SENTENCE = re.compile(r"[.:!?][)\"”’]?$")
"""The end of a sentence, which rows of tables and lists lack."""
_STATUS = {BlockKind.DECISION: DecisionStatus.FATTAT, BlockKind.PROPOSAL: DecisionStatus.FORSLAG}


def is_immediate(text: str) -> bool:
    """Whether the text declares its item adjusted at once (omedelbar justering)."""
    return bool(_IMMEDIATE.search(text))


def is_decision(text: str) -> bool:
    """Whether a sentence under such a heading can decide, and is no note, no yrkande and no ruled line."""
    noted = (
        DECIDES_ALONE.fullmatch(text)
        or _NO_DECISION.match(text)
        or _MOVES.match(text)
        or _TABLE.match(text)
        or is_immediate(text)
        or _is_label(text)
    )
    return not noted and any(map(str.isalpha, text))


def _is_label(text: str) -> bool:
    """Whether the text is a heading of its own under another: "Förslag", then "Utskottets förslag"."""
    found = heading_of(text, labels=False)
    return found is not None and found.kind in _STATUS and found.length == len(text)


def of_item(item: ItemOutline) -> Iterator[Draft]:
    """The decisions of an item of minutes: taken under "Beslut", proposed under "Förslag till beslut"."""
    for block in item.blocks_of(*_STATUS):
        for draft in _of_block(block):
            yield replace(draft, item=item.paragraph, paragraph=item.paragraph)


def of_letter(part: Part) -> Iterator[Draft]:
    """What a letter proposes that somebody decide."""
    for block in part.blocks():
        if block.kind is BlockKind.PROPOSAL:
            yield from _of_block(block)


def grouped(clauses: Iterable[Clause]) -> Iterator[tuple[Clause, ...]]:
    """A lead with the points listed under it; any other clause alone."""
    group: list[Clause] = []
    for clause in clauses:
        if group and clause.listed and (len(group) > 1 or _leads(group[0]) or group[0].listed):
            group.append(clause)
            continue
        if group:
            yield tuple(group)
        group = [clause]
    if group:
        yield tuple(group)


def _leads(clause: Clause) -> bool:
    bare = clause.text.rstrip(" :")
    return bool(_OPEN.search(clause.text) or LEADS.search(clause.text) or body_named(bare))


def joint_outcome(draft: Draft) -> DecisionOutcome:
    """What a lead with its points decides: what all points do, unless the lead says it."""
    lead = None if draft.first.listed else first_trigger(draft.first.text)
    if lead and lead[1] is DecisionOutcome.FORESLA_FULLMAKTIGE and draft.status is DecisionStatus.FATTAT:
        return lead[1]
    outcomes = {outcome_of(point.text) for point in draft.points}
    return outcomes.pop() if len(outcomes) == 1 else DecisionOutcome.SAMMANSATT


def _of_block(block: Block) -> Iterator[Draft]:
    status, rule = _STATUS[block.kind], block.kind.value
    tabled = False
    for n, group in enumerate(grouped(_with_what_follows(clauses_of(block.lines)))):
        if len(group) > 1:
            draft = Draft(group, status, DecisionOutcome.OKAND, rule)
            yield replace(draft, outcome=joint_outcome(draft))
            continue
        for clause in group:
            row = n > 0 and not clause.listed and not _SENTENCE.search(clause.text)
            tabled = row and (tabled or clause.spaced)
            if tabled:
                continue
            opened = block.heading is not None or not clause.spaced
            expected = n == 0 or (block.kind is BlockKind.DECISION and opened)
            yield from _single(clause, status, rule, expected=expected)


def _with_what_follows(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses, one that decides "enligt följande:" joined with the lines right under it."""
    held: Clause | None = None
    for clause in clauses:
        if held is not None and not clause.spaced and not clause.listed:
            held = joined(held, clause)
            continue
        if held is not None:
            yield held
        held = clause if _FOLLOWING.search(clause.text) else None
        if held is None:
            yield clause
    if held is not None:
        yield held


def _single(clause: Clause, status: DecisionStatus, rule: str, *, expected: bool) -> Iterator[Draft]:
    """The sentences of a clause that decide; with `expected` its first does, whatever its words."""
    for n, sentence in enumerate(sentences_of(clause)):
        if not is_decision(sentence.text):
            continue
        outcome = outcome_of(sentence.text)
        if sentence.text.endswith(":") and outcome is DecisionOutcome.OKAND:
            continue
        told = outcome is not DecisionOutcome.OKAND or _DECIDES.search(sentence.text)
        if told or (expected and n == 0 and sentence.text.count(" ") > 1):
            yield Draft((sentence,), status, outcome, rule)
