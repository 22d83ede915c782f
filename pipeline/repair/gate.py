"""Where letters were lost: only such stretches are read anew word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from math import exp

from models.swedish.languages import NEAR, language_of

_WINDOW = 250
"""Letters by which a stretch can be judged."""
_SHARES = {"å": 0.0125, "ä": 0.0175, "ö": 0.0135}
"""The share of each letter among the letters of sound Swedish."""
_CHANCE = 0.01
"""Below this chance of so few å, ä and ö together a window is looked at word by word."""
_CHANCE_OF_ONE = 0.001
"""The same of one of them alone, in a window and those beside it: å for every ä is damage too."""
_WORD = re.compile(r"[^\W\d_]+")

Stretch = tuple[int, int]
Counts = tuple[int, dict[str, int]]
"""The letters of a window, and how many of each of those that may be lost."""


def suspicious(content: str, cut: Sequence[Stretch], counts: Sequence[Counts]) -> Iterator[int]:
    """The numbers of the windows that have fewer å, ä or ö than sound Swedish would by chance (Poisson).

    Text of other languages has few by right, and lists of names and figures may: whether a window is damaged
    shows when its words are read anew.
    """
    few = (at for at in range(len(cut)) if _is_few(counts[at], counts[max(at - 1, 0) : at + 2]))
    return (at for at in few if language_of(_WORD.findall(content[slice(*cut[at])])) in NEAR)


def runs(content: str, cut: Sequence[Stretch], counts: Sequence[Counts]) -> Iterator[range]:
    """The windows in a row that have none of one of the letters where sound Swedish would hardly have none.

    A window alone may have too few words by which to tell that a letter was lost; all in a row tell together.
    """

    @cache
    def near(at: int) -> bool:
        return language_of(_WORD.findall(content[cut[at][0] : cut[at][1]])) in NEAR

    for letter, share in _SHARES.items():
        start = 0
        for at in range(len(cut) + 1):
            if at < len(cut) and not counts[at][1][letter] and near(at):
                continue
            letters = sum(letters for letters, _ in counts[start:at])
            if _chance(0, letters * share) < _CHANCE_OF_ONE:
                yield range(start, at)
            start = at + 1


def windows(content: str) -> Iterator[Stretch]:
    """The content in stretches of whole lines with enough letters to be judged; the rest joins the last."""
    start = at = letters = 0
    held: Stretch | None = None
    for line in content.splitlines(keepends=True):
        at += len(line)
        letters += _letters(line)
        if letters >= _WINDOW:
            if held:
                yield held
            held, start, letters = (start, at), at, 0
    if held or at:
        yield (held[0], at) if held else (0, at)


def joined(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches with those that touch made one."""
    held: Stretch | None = None
    for start, end in stretches:
        if held and held[1] == start:
            held = held[0], end
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held


def counted(content: str, window: Stretch) -> Counts:
    """How many letters a window has, and how many of each that may be lost."""
    text = content[slice(*window)]
    marks = {letter: text.count(letter) + text.count(letter.upper()) for letter in _SHARES}
    return _letters(text), marks


def _letters(text: str) -> int:
    return sum(map(len, _WORD.findall(text)))


def _is_few(window: Counts, beside: Sequence[Counts]) -> bool:
    letters, marks = window
    if _chance(sum(marks.values()), letters * sum(_SHARES.values())) < _CHANCE:
        return True
    around = sum(letters for letters, _ in beside)
    return any(
        _chance(sum(marks[letter] for _, marks in beside), around * share) < _CHANCE_OF_ONE
        for letter, share in _SHARES.items()
    )


def _chance(times: int, expected: float) -> float:
    """How likely what happens `expected` times on average happens at most `times` times."""
    term = total = exp(-expected)
    for count in range(1, times + 1):
        term *= expected / count
        total += term
    return total
