"""Which words of a reading may be wrong, and the pieces of the image to show to another model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.rows import Line, lines_of
from models.geometry import Box, hull
from models.page import Word
from models.swedish.lexicon import Lexicon

_SURE = 0.91
"""A word of no list that was read with less confidence may be wrong."""
_SURE_KNOWN = 0.75
"""A listed word must be read with so much."""
_FOREIGN = re.compile(r"[^\W\d_A-Za-zÅÄÖåäöÉéÜü]")
_MIXED = re.compile(r"[^\W\d_]\d|\d[^\W\d_]|[a-zåäö][A-ZÅÄÖ]|[!|\\{}<>~=¢£¥¦«»°]")
_EDGES = ".,:;()[]?\"'–-/”“•*"
_LETTER = re.compile(r"[^\W\d_]")
_GOES_ON = re.compile(r"(?!janu|febr|mars|april|maj|juni|juli|augu|sept|okto|nove|dece|kap|mom)[a-zåäö]{3,}")
"""After the figure 1, which the word I or i also looks like, no unit or month, but running text."""
_BESIDE = 2.5
"""The word beside is shown too where it is nearer than so many heights: it helps to read."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line to be read again: the words that were read there, and those of them in doubt."""

    box: Box
    words: tuple[Word, ...] = ()
    doubtful: tuple[Word, ...] = ()


def is_doubtful(word: Word, lexicon: Lexicon) -> bool:
    """Whether the reading of `word` may be wrong, by its confidence, its letters and the lexicon."""
    text = word.text.strip(_EDGES)
    sure = word.confidence or 0.0
    if _FOREIGN.search(text) or _MIXED.search(text):
        return True
    if not _LETTER.search(text):
        return sure < _SURE_KNOWN
    return sure < (_SURE_KNOWN if lexicon.knows(text) else _SURE)


def pieces(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Piece]:
    """The stretches of print on which a word of `words` is in doubt, each with a neighbour on either side."""
    for line in lines_of(words):
        doubts = [is_doubtful(word, lexicon) for word, _ in line.words]
        for n in range(len(doubts) - 1):
            doubts[n] |= line.words[n][0].text == "1" and _is_followed(line, n)
        yield from _of_line(line, doubts)


def _is_followed(line: Line, n: int) -> bool:
    """Whether running text follows close behind word n."""
    return _near(line, n) and bool(_GOES_ON.match(line.words[n + 1][0].text))


def _of_line(line: Line, doubts: Sequence[bool]) -> Iterator[Piece]:
    shown: list[int] = []
    for n in range(len(line.words)):
        if _is_shown(line, doubts, n):
            shown.append(n)
        elif shown:
            yield _piece(line, doubts, shown)
            shown = []
    if shown:
        yield _piece(line, doubts, shown)


def _is_shown(line: Line, doubts: Sequence[bool], n: int) -> bool:
    if doubts[n]:
        return True
    before = n > 0 and doubts[n - 1] and _near(line, n - 1)
    after = n + 1 < len(doubts) and doubts[n + 1] and _near(line, n)
    return before or after


def _near(line: Line, n: int) -> bool:
    """Whether word n and the next stand close by."""
    return line.words[n + 1][1].x0 - line.words[n][1].x1 < _BESIDE * line.box.height


def _piece(line: Line, doubts: Sequence[bool], shown: Sequence[int]) -> Piece:
    words = tuple(line.words[n][0] for n in shown)
    doubtful = tuple(line.words[n][0] for n in shown if doubts[n])
    return Piece(hull(line.words[n][1] for n in shown), words, doubtful)
