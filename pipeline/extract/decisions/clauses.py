"""Lines of print made into clauses: wrapped lines joined, listed points kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.mention import Place
from models.outline import Line
from models.text import Text
from pipeline.extract.language import sentences

_POINT = re.compile(
    r"(?:(?:\d{1,2}|[a-zåäö])[.)]|[-–—•·*▪●]|att:?(?=\s)|dels(?: ock(?:så)?)?(?= att\b))\s*", re.IGNORECASE
)
_BULLET = re.compile(r"(?:\d{1,2}[.)]|[-–—•·*▪●])\s+")
_ATT = re.compile(r"att\b", re.IGNORECASE)
_LEADS_ON = re.compile(
    r"\b(?:beslut\w*|beslöt[os]?|\w*fullmäktige|\w*nämnden|\w*styrelsen)[,:]?$", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:,| och| samt)$", re.IGNORECASE)
"""After the first, and within a list after the second, a line that begins with "att" is a point."""
_ABBREVIATED = re.compile(r"\b(?:kap|st|nr|dnr|art|kl|ca|mom|kr)\.$", re.IGNORECASE)
_CUT_NUMBER = re.compile(r"\d[-–/]$")
"""A date or dnr cut at a line's end goes on without a blank ("2024-" / "11-11")."""
_SHORT = 0.6
"""A line that ends before this share of its block's width ends a paragraph, where a capital follows."""
_ENDS = re.compile(r"[.:;!?][)\"”’]?$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of running text: its spans in the part's content (one a line), joined in `text`.

    `listed` tells that it began with a bullet, a number or "att", `spaced` that an empty line stands above.
    """

    spans: tuple[tuple[int, int], ...]
    text: str
    listed: bool = False
    spaced: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the part's content."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where it ends in the part's content."""
        return self.spans[-1][1]

    def part(self, low: int, high: int) -> Clause:
        """The stretch `text[low:high]`, mapped back to spans of the content."""
        piece = self.text[low:high]
        low, high = low + len(piece) - len(piece.lstrip()), high - len(piece) + len(piece.rstrip())
        spans: list[tuple[int, int]] = []
        at = 0
        for start, end in self.spans:
            size = end - start
            left, right = max(low, at), min(high, at + size)
            if left < right:
                spans.append((start + left - at, start + right - at))
            at += size + (self.text[at + size : at + size + 1] == " ")
        first = low == 0
        return Clause(tuple(spans), piece.strip(), self.listed and first, self.spaced and first)

    def before(self, position: int) -> str:
        """Its text before this position of the content."""
        return " ".join(self._pieces(self.start, position))

    def after(self, position: int) -> str:
        """Its text from this position of the content on."""
        return " ".join(self._pieces(position, self.end))

    def _pieces(self, low: int, high: int) -> Iterator[str]:
        """The stretches of `text` that stand between these positions, one a line."""
        at = 0
        for start, end in self.spans:
            left, right = max(low, start), min(high, end)
            if left < right:
                yield self.text[at + left - start : at + right - start]
            at += end - start
            at += self.text[at : at + 1] == " "

    def places(self, text: Text, rule: str) -> tuple[Place, ...]:
        """Its places; a page's furniture between its lines is left out."""
        return tuple(place for low, high in _runs(text, self.spans) for place in text.places(low, high, rule))


def clauses_of(lines: Iterable[Line]) -> tuple[Clause, ...]:
    """The clauses of a block, in order."""
    every = tuple(lines)
    short = _SHORT * max((_edge(line) for line in every), default=0)
    groups: list[list[Line]] = []
    for line in every:
        if groups and not _begins(groups[-1], line, short):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_clause(group) for group in groups)


def entries_of(lines: Iterable[Line]) -> tuple[Clause, ...]:
    """The entries of a list: one a line, but for lines that go on in lower case or inside a number."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and (line.text[:1].islower() or _CUT_NUMBER.search(groups[-1][-1].text)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_clause(group) for group in groups)


def sentences_of(clause: Clause) -> tuple[Clause, ...]:
    """The clause cut at its full stops; abbreviations and initials end no sentence."""
    found = [(span.start_char, span.end_char) for span in sentences(clause.text)]
    if len(found) < 2:
        return (clause,)
    return tuple(clause.part(low, high) for low, high in found)


def joined(one: Clause, other: Clause) -> Clause:
    """Two clauses that follow on each other, as one."""
    return Clause((*one.spans, *other.spans), f"{one.text} {other.text}", one.listed, one.spaced)


def _begins(group: list[Line], line: Line, short: float) -> bool:
    """Whether `line` begins a clause: an empty line inside a sentence does not part it, a short line does."""
    before = group[-1].text
    if _ABBREVIATED.search(before) and line.text[:1].isdigit():
        return False
    if _BULLET.match(line.text):
        return True
    if _POINT.match(line.text):
        sister = (
            _ATT.match(group[0].text) and _ATT.match(line.text) and abs(group[0].indent - line.indent) < 2
        )
        listed = bool(_POINT.match(group[0].text)) and _GOES_ON.search(before)
        ended = _ENDS.search(before) or _LEADS_ON.search(before) or listed
        return line.spaced or bool(ended or sister)
    if line.text[:1].islower():
        return False
    return bool(_ENDS.search(before)) or line.spaced or (line.text[:1].isupper() and _edge(group[-1]) < short)


def _edge(line: Line) -> int:
    """Where the line ends on the page, in characters from the left."""
    return line.indent + len(line.text)


def _clause(lines: list[Line]) -> Clause:
    text = ""
    for line in lines:
        text += ("" if not text or _CUT_NUMBER.search(text) else " ") + line.text
    return Clause(tuple((li.start, li.end) for li in lines), text, bool(_POINT.match(text)), lines[0].spaced)


def _runs(text: Text, spans: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    """The spans, joined where nothing but white space of one page parts them."""
    low, high = spans[0]
    for start, end in spans[1:]:
        if text.content[high:start].strip() or "\f" in text.content[high:start]:
            yield low, high
            low = start
        high = end
    yield low, high


def bare(text: str) -> str:
    """A point without its bullet or number."""
    bullet = _BULLET.match(text)
    return text[bullet.end() :] if bullet else text
