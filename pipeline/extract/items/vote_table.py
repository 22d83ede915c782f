"""Tables of votes: a row a person, a mark in the column of her ballot, and a row of sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.outline import Line
from models.vocabulary import Ballot

_HEAD = re.compile(r"\bja\b(?:-?röst\w*)?\s+nej\b", re.IGNORECASE)
_COLUMNS = (
    (re.compile(r"\bja\b", re.IGNORECASE), Ballot.JA),
    (re.compile(r"\bnej\b", re.IGNORECASE), Ballot.NEJ),
    (re.compile(r"\b(?:avst\w*|nedlagd\w*)", re.IGNORECASE), Ballot.AVSTAR),
    (re.compile(r"\bfrånv\w*", re.IGNORECASE), Ballot.FRANVARANDE),
)
_MARK = re.compile(r"(?<!\S)(?:[xX1×✓✗*•●]|[Jj][Aa]|[Nn][Ee][Jj])(?!\S)")
_SUM = re.compile(r"(?:summa|totalt|resultat|antal(?: röster)?|s:a)\b", re.IGNORECASE)
_FIGURES = re.compile(r"(?<!\S)\d{1,3}(?!\S)")
_NEAR = 7
"""A mark stands at most so many letters from where its column's heading begins."""


@dataclass(frozen=True, slots=True)
class VoteTable:
    """What a table says: each ballot by where its person's name begins, and the sums that it prints."""

    ballots: Mapping[int, Ballot]
    sums: Mapping[Ballot, int]

    def count(self, ballot: Ballot) -> int | None:
        """How many gave this ballot: as summed up, else as marked."""
        if ballot in self.sums or not self.ballots:
            return self.sums.get(ballot)
        return sum(given is ballot for given in self.ballots.values())


def vote_table(lines: list[Line], names: frozenset[int]) -> VoteTable | None:
    """The table among the lines; `names` are the places where names of people begin."""
    head = next((n for n, line in enumerate(lines) if _HEAD.search(line.text)), None)
    if head is None:
        return None
    columns = dict(_columns(lines[head]))
    ballots: dict[int, Ballot] = {}
    sums: dict[Ballot, int] = {}
    for line in lines[head + 1 :]:
        if _SUM.match(line.text):
            figures = (int(found[0]) for found in _FIGURES.finditer(line.text))
            sums.update(zip(columns.values(), figures, strict=False))
            break
        name = next((start for start in sorted(names) if line.start <= start < line.end), None)
        ballot = _marked(line, columns)
        if name is not None and ballot is not None:
            ballots[name] = ballot
    return VoteTable(ballots, sums) if ballots or sums else None


def _columns(line: Line) -> Iterator[tuple[int, Ballot]]:
    for pattern, ballot in _COLUMNS:
        if found := pattern.search(line.text):
            yield line.indent + found.start(), ballot


def _marked(line: Line, columns: Mapping[int, Ballot]) -> Ballot | None:
    """The ballot in whose column the line has its mark."""
    near = [
        (abs(line.indent + mark.start() - at), ballot)
        for mark in _MARK.finditer(line.text)
        for at, ballot in columns.items()
    ]
    distance, ballot = min(near, key=lambda one: one[0], default=(_NEAR, None))
    return ballot if distance < _NEAR else None
