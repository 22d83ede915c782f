"""Odd words in sound text: the few that no Swedish word looks like are read anew among their neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from models.swedish.letters import letter_model
from models.swedish.lexicon import lexicon
from models.swedish.tagger.tagger import Labels
from pipeline.repair.gate import Stretch
from pipeline.repair.labelled import Labelled, labelled
from pipeline.repair.words import Mending, Reader

_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]{4,}(?![\w@/-])")
_ODD = re.compile(
    r"[a-zåäö]\d[a-zåäö]|(?<=[a-zåäö,] )[|!\]](?= [a-zåäö])"
    r"|(?<=\d )(?:[8S5&]|\$[$&]?|SS)(?= [a-zåäö]|[.,;)])|(?<!\S)(?:\$[$&]?|SS|&)(?= ?\d)"
)
"""A figure inside a word, a lone sign that may be the word "i", and what section signs are read as."""
_STRANGE = -3.1
"""Below this log probability a letter a word looks like no Swedish one: one in a thousand of sound words."""
_SURE = 0.97
_VOUCHED = 0.85
_WITNESSES = 2
"""How sure a mending of sound text must be; less where so many sure ones show that it was recognised."""
_AROUND = 60
"""Signs to either side by which an odd word is judged."""


def mend_spots(content: str, without: Sequence[Stretch]) -> Iterator[Mending]:
    """What to put for odd words of `content` outside the stretches that are read anew as a whole."""
    found = list(_read(content, without))
    sure = sum(done.confidence >= _SURE for done in found)
    least = _VOUCHED if sure >= _WITNESSES else _SURE
    return (done for done in found if done.confidence >= least)


def _read(content: str, without: Sequence[Stretch]) -> Iterator[Mending]:
    found = [spot for spot in _found(content) if not any(low <= spot[0] < high for low, high in without)]
    around = [_around(content, spot) for spot in found]
    whole = labelled("\n".join(content[start:end] for start, end in around))
    at = 0
    for spot, (start, end) in zip(found, around, strict=True):
        part = _part(whole, at, at + end - start)
        at += end - start + 1
        for piece, done in Reader(content, part, start).read():
            if done and piece.start <= spot[0] < piece.end:
                yield done


def _part(whole: Labelled, low: int, high: int) -> Labelled:
    labels = Labels(whole.labels.here[low:high], whole.labels.after[low:high])
    return Labelled(whole.text[low:high], labels)


def _found(content: str) -> list[Stretch]:
    words = {word for word in _WORD.findall(content) if _is_odd(word)}
    found = [word.span() for word in _WORD.finditer(content) if word[0] in words] if words else []
    return sorted([*found, *(odd.span() for odd in _ODD.finditer(content))])


@lru_cache(maxsize=100_000)
def _is_odd(word: str) -> bool:
    if not word.islower() or lexicon().knows(word):
        return False
    return letter_model().log_probability(word) < _STRANGE * (len(word) + 1)


def _around(content: str, spot: Stretch) -> Stretch:
    """The stretch around a spot that it is judged by, cut at blanks."""
    start, end = max(0, spot[0] - _AROUND), min(len(content), spot[1] + _AROUND)
    first, last = content.find(" ", start, spot[0]) + 1, content.rfind(" ", spot[1], end)
    return first or start, last if last >= spot[1] else end
