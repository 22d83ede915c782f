"""How an item was decided: by acclamation, by open vote with its figures and names, or by closed ballot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from models.matter import PersonVote, Vote
from models.mention import Person
from models.outline import BlockKind, ItemOutline, Line
from models.vocabulary import Ballot, VoteMethod
from pipeline.extract.items.vote_table import VoteTable, vote_table

_WORDS = [
    *(
        "noll",
        "en",
        "två",
        "tre",
        "fyra",
        "fem",
        "sex",
        "sju",
        "åtta",
        "nio",
        "tio",
        "elva",
        "tolv",
        "tretton",
    ),
    *("fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo"),
]
_NUMBER = rf"(\d{{1,3}}(?:[.,]\d{{3}})?|{'|'.join(_WORDS[1:])}|ett|inga)"
_FLAGS = re.IGNORECASE | re.DOTALL
_TALLY = r"(?:-?röster)?\s*[:=]?\s*"
_RESULT = (
    re.compile(
        rf"\b{_NUMBER}\s+ja(?:-?\s?röster?)?\b(?:[ ]?\([^)]*\))?.{{0,60}}?"
        rf"\b{_NUMBER}\s+nej(?:-?\s?röster?)?\b",
        _FLAGS,
    ),
    re.compile(rf"^{_NUMBER} ja\s*:.{{0,1500}}?^{_NUMBER} nej\s*:", _FLAGS | re.MULTILINE),
    re.compile(rf"\bja{_TALLY}{_NUMBER}\b.{{0,40}}?\bnej{_TALLY}{_NUMBER}\b", _FLAGS),
    re.compile(
        rf"\b{_NUMBER}\s+röster\s+(?:\w+\s+)?för\b[^.]{{3,120}}?"
        rf"\s(?:och|mot|samt)\s+{_NUMBER}\s+röster",
        _FLAGS,
    ),
    re.compile(rf"\b{_NUMBER}\s+röster\s+(?:och|mot)\s+för\s+\w+\s+{_NUMBER}\s+röster", _FLAGS),
    re.compile(rf"\b{_NUMBER}\s+röster\s+(?:mot|för .{{3,80}}? (?:och|mot))\s+{_NUMBER}\b", _FLAGS),
)
_ABSTAIN = re.compile(
    rf"\b{_NUMBER}\s+(?:ledamöter\s+|som\s+)?(?:avst[åo]\w*|nedlagda röster)"
    rf"|\bavstår\s*[:=]?\s*(\d{{1,3}})\b",
    _FLAGS,
)
_ABSENT = re.compile(rf"\b{_NUMBER}\s+frånvarande\b|\bfrånvarande\s*[:=]?\s*(\d{{1,3}})\b", _FLAGS)
_CLOSED = re.compile(r"\b(?:sluten omröstning|slutna sedlar|sluten votering|valsedlar)\b", _FLAGS)
_OPEN = re.compile(
    r"\b(?:omröstning|votering)\b.{0,60}\b(?:begär|genomför|verkställ|företa)\w*|\b(?:ja|nej)-?röst", _FLAGS
)
_ACCLAMATION = re.compile(
    r"\bfinner\b.{0,80}\b(?:bifall\w*|beslutar|antar|enligt|godkänner|avsl\w+|besvar\w+|ja)\b"
    r"|\benhälligt\b|\backlamation\b|\bfinner detta antaget\b",
    _FLAGS,
)
_BALLOTS = (
    (re.compile(r"(?:följande (?:ledamöter )?röstar? ja|ja(?:-?röst(?:er)?)?)\b", _FLAGS), Ballot.JA),
    (re.compile(r"(?:följande (?:ledamöter )?röstar? nej|nej(?:-?röst(?:er)?)?)\b", _FLAGS), Ballot.NEJ),
    (re.compile(r"(?:avst(?:år|od)\w*|nedlagd\w*)\b", _FLAGS), Ballot.AVSTAR),
    (re.compile(r"frånvarande\b", _FLAGS), Ballot.FRANVARANDE),
)
_MEANS = re.compile(r"(?:ja|nej)(?:-?röst(?:er)?)?,?\s+(?:för|till|innebär|betyder|är|=)\b", re.IGNORECASE)
"""What a ballot stands for, in the order of propositions, and no list of who cast it."""
_CELL = re.compile(r"\s(ja|nej|avstår|frånvarande)\s*[.,]?$", re.IGNORECASE)


def vote_of(item: ItemOutline, people: Iterable[Person]) -> Vote | None:
    """How the item was decided, where the minutes say so."""
    told = [b for b in item.blocks if b.kind not in (BlockKind.SUMMARY, BlockKind.BASIS, BlockKind.SENT_TO)]
    text = "\n".join(block.text for block in told)
    result = next((found for pattern in _RESULT if (found := pattern.search(text))), None)
    named = {place.start: person for person in people for place in person.places}
    lines = [line for block in told for line in block.lines]
    table = vote_table(lines, frozenset(named))
    if table is not None:
        return _of_table(table, result, named)
    if result is None and _CLOSED.search(text):
        return Vote(method=VoteMethod.SLUTEN)
    if result is None and not _OPEN.search(text):
        return Vote(method=VoteMethod.ACKLAMATION) if _ACCLAMATION.search(text) else None
    return Vote(
        method=VoteMethod.SLUTEN if _CLOSED.search(text) else VoteMethod.VOTERING,
        yes=_number(result[1]) if result else None,
        no=_number(result[2]) if result else None,
        abstain=_count(_ABSTAIN, text),
        absent=_count(_ABSENT, text),
        by_person=tuple(_by_person(lines, named)),
    )


def _of_table(table: VoteTable, result: re.Match[str] | None, named: dict[int, Person]) -> Vote:
    """The vote that a table tells by person; figures told in words beside it go before its sums."""
    return Vote(
        method=VoteMethod.VOTERING,
        yes=_number(result[1]) if result else table.count(Ballot.JA),
        no=_number(result[2]) if result else table.count(Ballot.NEJ),
        abstain=table.count(Ballot.AVSTAR),
        absent=table.count(Ballot.FRANVARANDE),
        by_person=tuple(
            PersonVote(name=named[start].name, party=named[start].party, vote=ballot)
            for start, ballot in table.ballots.items()
        ),
    )


def _count(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    return _number(next(group for group in found.groups() if group)) if found else None


def _number(word: str) -> int:
    folded = re.sub(r"[.,]", "", word.casefold())
    if folded.isdigit():
        return int(folded)
    return {"ett": 1, "inga": 0}.get(folded, _WORDS.index(folded) if folded in _WORDS else 0)


def _by_person(lines: list[Line], named: dict[int, Person]) -> Iterator[PersonVote]:
    """The names under "Ja-röst:" and "Nej-röst:", or with a ballot at the end of their own line."""
    current: Ballot | None = None
    seen: set[str] = set()
    before = ""
    for line in lines:
        means = _MEANS.match(line.text)
        opened = next((b for pattern, b in _BALLOTS if pattern.match(line.text) and not means), None)
        current = opened or (current if _is_list(line, named) or _flows_on(before) else None)
        before = line.text
        cell = _CELL.search(line.text)
        ballot = Ballot(cell[1].casefold()) if cell else current
        for start in sorted(named):
            person = named[start]
            if ballot and line.start <= start < line.end and person.name not in seen:
                seen.add(person.name)
                yield PersonVote(name=person.name, party=person.party, vote=ballot)


def _flows_on(before: str) -> bool:
    """Whether a list of names runs on after the line `before`, within a name or what stands behind one."""
    return "), " in before and not before.endswith((".", ":", ";"))


def _is_list(line: Line, named: dict[int, Person]) -> bool:
    """Whether the line goes on with a list of names."""
    return any(line.start <= start <= line.start + 2 for start in named) and not line.text.endswith(
        ("att", ":")
    )
