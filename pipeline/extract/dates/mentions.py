"""The dates of a record: one entry for each distinct date, with its places and what happened on it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from models.mention import DateMention, Place
from models.outline import Block, BlockKind, Part
from models.vocabulary import DatePrecision, DateRole
from pipeline.extract.context import MEETING_KINDS, Context
from pipeline.extract.dates.value import FoundDate

RECEIVED = re.compile(
    r"\b(?:inkom|inkommen|inkommit|ank(?:om|\.|\b)|ankomst\w*|diarieförd\w*|mottag\w+)", re.IGNORECASE
)
"""Words by a date of receipt."""
_STAMP = re.compile(r"\d{4}(?:\s-\s?|\s?-\s)\d\d?\s?-\s?\d\d?")
"""A date with blanks about its dashes: set by a rubber stamp with turning wheels."""
_WORDS: tuple[tuple[DateRole, re.Pattern[str]], ...] = (
    (DateRole.RECEIVED, RECEIVED),
    (
        DateRole.DEADLINE,
        re.compile(
            r"\b(?:senast|sista (?:dag|datum)|svar önskas|slutförd|före den|tillhanda"
            r"|remisstid\w*|överklagas)\b",
            re.IGNORECASE,
        ),
    ),
    (DateRole.ADJUSTMENT, re.compile(r"\b(?:juster\w+|undertecknat|signera\w+)", re.IGNORECASE)),
    (
        DateRole.DECISION,
        re.compile(
            r"\b(?:beslut\w*|beslöt|besluta[dt]\w*|anta(?:gen|get|gits|gna|gits)|antog\w*|fastställ\w+|KF|KS|KSAU|AU|Kf|Ks|Au"
            r"|\w*fullmäktige[s]?|\w+nämnd(?:en)?s?|\w*styrelsen?s?|\w*utskottets?)\b"
        ),
    ),
    (
        DateRole.MEETING,
        re.compile(
            r"\b(?:sammanträd\w+|möte[nt]?|\w+möte[nt]?|konferens\w*|\w+konferensen)\b", re.IGNORECASE
        ),
    ),
)
_WINDOW = 60
"""How far before a date, in letters of its own sentence, the word is looked for that says what it is."""
_WEIGHT = {
    role: number
    for number, role in enumerate(
        (
            DateRole.OTHER,
            DateRole.DECISION,
            DateRole.ADJUSTMENT,
            DateRole.DEADLINE,
            DateRole.RECEIVED,
            DateRole.DOCUMENT,
            DateRole.MEETING,
        )
    )
}
_BLOCK_ROLES = {
    BlockKind.ADJUSTING: DateRole.ADJUSTMENT,
    BlockKind.SIGNATURES: DateRole.ADJUSTMENT,
    BlockKind.NOTICE: DateRole.OTHER,
}


def dates(part: Part, context: Context, found: Iterable[FoundDate]) -> tuple[DateMention, ...]:
    """One entry for each distinct date; a year that isn't printed is taken from the document, and flagged."""
    content = part.text.content
    grouped: dict[str, list[tuple[FoundDate, bool]]] = defaultdict(list)
    for printed in found:
        inferred = not printed.year_known and context.year is not None
        dated = printed.in_year(context.year) if inferred and context.year is not None else printed
        grouped[dated.value].append((dated, inferred))
    blocks = tuple(block for block in part.blocks() if block.lines)
    entries: list[DateMention] = []
    for value, mentions in grouped.items():
        roles = (_role(content, date, context, blocks) for date, _ in mentions)
        entries.append(_entry(part, value, mentions, max(roles, key=lambda role: _WEIGHT[role])))
    return tuple(entries)


def is_stamp(content: str, found: FoundDate) -> bool:
    """Whether the date was set by a stamp of receipt."""
    return _STAMP.fullmatch(content[found.start : found.end]) is not None


def sentence_before(content: str, position: int, longest: int = _WINDOW) -> str:
    """What stands before `position` in its own sentence, at most `longest` letters."""
    before = content[max(0, position - longest) : position]
    return re.split(r"\n\s*\n|(?<=\w{3})[.!?]\s+(?=[A-ZÅÄÖ])|\f", before)[-1]


def _entry(part: Part, value: str, mentions: list[tuple[FoundDate, bool]], role: DateRole) -> DateMention:
    first, last = mentions[0][0].first, mentions[0][0].last
    places: tuple[Place, ...] = tuple(
        place for date, _ in mentions for place in part.text.places(date.start, date.end, date.rule)
    )
    return DateMention(
        value=value,
        start=first.isoformat() if first else None,
        end=last.isoformat() if last else None,
        precision=mentions[0][0].precision,
        year_inferred=all(inferred for _, inferred in mentions),
        role=role,
        places=places,
    )


def _begin(block: Block) -> int:
    return block.lines[0].start


def _role(content: str, found: FoundDate, context: Context, blocks: tuple[Block, ...]) -> DateRole:
    if found.precision is not DatePrecision.DAY:
        return DateRole.OTHER
    if found.value == context.date:
        return DateRole.MEETING if context.kind in MEETING_KINDS else DateRole.DOCUMENT
    if is_stamp(content, found):
        return DateRole.RECEIVED
    block = blocks[max(bisect_right(blocks, found.start, key=_begin) - 1, 0)] if blocks else None
    if (
        block is not None
        and _begin(block) <= found.start < block.lines[-1].end
        and block.kind in _BLOCK_ROLES
    ):
        return _BLOCK_ROLES[block.kind]
    before = sentence_before(content, found.start)
    nearest = [(m.start(), role) for role, words in _WORDS for m in words.finditer(before)]
    return max(nearest, default=(0, DateRole.OTHER))[1]
