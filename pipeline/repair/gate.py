"""Where å ä ö were lost: only there are words weighed against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import exp
from typing import NamedTuple

from pipeline.repair.pieces import Kind, pieces
from pipeline.repair.search import Search

_WINDOW = 250
"""Letters by which a stretch can be judged."""
_SOUND_SHARE = 0.045
"""å ä ö among the letters of sound Swedish."""
_CHANCE = 0.01
"""Below this chance of so few å ä ö a window is looked at word by word."""
_LEAST_DAMAGED = 3
_DAMAGED_SHARE = 0.03
"""So many words of a window, and such a share, must gain å ä ö and become Swedish by it."""
_PLAUSIBLE = 6.0
"""The price up to which a confusion of letters counts as evidence."""
_SWEDISH_ALONE = frozenset(
    {"och", "att", "till", "inte", "ett", "eller", "samt", "utan", "hos", "skall", "vid"}
)
"""Common words without å ä ö that no neighbouring language writes so."""
_SWEDISH_SHARE = 0.02
_TELLING = 6
"""Where such words are few (a list of titles), only words of so many letters tell of Swedish."""
_LETTER = re.compile(r"[^\W\d_]")
_MARKED = re.compile(r"[åäöÅÄÖ]")


class _Gain(NamedTuple):
    """Words that become Swedish by getting å ä ö back, and whether they are enough to speak of damage."""

    words: int
    enough: bool


_NONE = _Gain(0, enough=False)


def damaged(content: str, search: Search) -> tuple[tuple[int, int], ...]:
    """The stretches of `content` where å ä ö were lost, neighbours joined, in order.

    Text of other languages, lists of names and figures have few å ä ö by right: a window is damaged only
    where unknown words turn into Swedish ones by getting them back; beside such a window, one is enough.
    """
    found = list(windows(content))
    gains = [
        _gain(content, start, end, search) if _few_marks(content[start:end]) else _NONE
        for start, end in found
    ]
    bad = {at for at, gain in enumerate(gains) if gain.enough}
    edge = list(bad)
    while edge:
        at = edge.pop()
        beside = {near for near in (at - 1, at + 1) if 0 <= near < len(gains) and gains[near].words} - bad
        bad |= beside
        edge += beside
    joined: list[tuple[int, int]] = []
    for at in sorted(bad):
        start, end = found[at]
        if joined and joined[-1][1] == start:
            start = joined.pop()[0]
        joined.append((start, end))
    return tuple(joined)


def windows(content: str) -> Iterator[tuple[int, int]]:
    """The content in stretches of whole lines with enough letters to be judged; the rest joins the last."""
    start = at = letters = 0
    held: tuple[int, int] | None = None
    for line in content.splitlines(keepends=True):
        at += len(line)
        letters += len(_LETTER.findall(line))
        if letters >= _WINDOW:
            if held:
                yield held
            held, start, letters = (start, at), at, 0
    if held or at:
        yield (held[0], at) if held else (0, at)


def _few_marks(window: str) -> bool:
    """Whether sound Swedish would hardly ever have so few å ä ö (Poisson)."""
    expected = _SOUND_SHARE * len(_LETTER.findall(window))
    marks = len(_MARKED.findall(window))
    term = chance = exp(-expected)
    for count in range(1, marks + 1):
        term *= expected / count
        chance += term
    return chance < _CHANCE


def _gain(content: str, start: int, end: int, search: Search) -> _Gain:
    words = [piece.text for piece in pieces(content, start, end) if piece.kind is Kind.WORD]
    swedish = sum(word.lower() in _SWEDISH_ALONE for word in words) >= max(2.0, _SWEDISH_SHARE * len(words))
    telling = [word for word in words if swedish or len(word) >= _TELLING]
    gained = sum(_gains(word, search) for word in telling)
    return _Gain(gained, gained >= max(_LEAST_DAMAGED, _DAMAGED_SHARE * len(words)))


def _gains(word: str, search: Search) -> bool:
    if search.words.knows(word):
        return False
    best = next(iter(search.candidates(word.lower())), None)
    return best is not None and best.price < _PLAUSIBLE and bool(_MARKED.search(best.word))
