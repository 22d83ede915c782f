"""How far a repaired document is from the printed one.

Words are what blanks part; each printed word is compared with the one that stands for it in the shortest way
from the printed to the read text, and in the same way with the repaired one. They must be equal letter by
letter and sign by sign; `bare` compares them without the signs around them. CER is the Levenshtein distance
of the whole text over its length, white space collapsed. An edit is right when the words that it touches are
as printed, the signs around them aside where it touched letters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from benchmarks.reliability import Bin, binned
from benchmarks.repair.classes import classes
from benchmarks.repair.counts import CLASSES, EDGES, Counts, Words
from benchmarks.repair.document import Document
from benchmarks.repair.programs.program import Corrected, Span
from benchmarks.repair.words import Token, bare, matched, tokens


@dataclass(frozen=True)
class Judged:
    """A document beside its repair."""

    document: Document
    corrected: Corrected

    @cached_property
    def printed(self) -> list[Token]:
        """The words as printed."""
        return tokens(self.document.printed)

    @cached_property
    def read(self) -> dict[int, str]:
        """By word printed, what was read for it; words that were lost are missing."""
        return _found(self.printed, tokens(self.document.read))

    @cached_property
    def repaired_tokens(self) -> list[Token]:
        """The words after repair."""
        return tokens(self.corrected.text)

    @cached_property
    def places(self) -> dict[int, int]:
        """By word printed, the number of the repaired word that stands for it."""
        return matched(_texts(self.printed), _texts(self.repaired_tokens))

    @cached_property
    def repaired(self) -> dict[int, str]:
        """By word printed, what it is after repair."""
        return {at: self.repaired_tokens[place].text for at, place in self.places.items()}


def measure(judged: Judged, seconds: float = 0.0) -> Counts:
    """The counts of one document."""
    words = list(_compared(judged))
    texts = (judged.printed, tokens(judged.document.read), judged.repaired_tokens)
    true, before, after = (" ".join(_texts(words)) for words in texts)
    whole = _summed(word.whole for word in words)
    return Counts(
        documents=1,
        worse=whole.broken > whole.fixed,
        words=whole,
        bare=_summed(word.bare for word in words if word.bare),
        classes={name: _summed(w.whole for w in words if name in w.classes) for name in CLASSES},
        characters=len(true),
        errors_before=Levenshtein.distance(true, before),
        errors_after=Levenshtein.distance(true, after),
        bins=_bins(judged),
        seconds=seconds,
    )


class Outcome(NamedTuple):
    """Whether a word was read right, and whether it is right after repair."""

    before: bool
    after: bool


class Compared(NamedTuple):
    """The outcome of a word, the same without the signs around it (None for signs alone), its classes."""

    whole: Outcome
    bare: Outcome | None
    classes: frozenset[str]


def _compared(judged: Judged) -> Iterator[Compared]:
    for at, token in enumerate(judged.printed):
        read, repaired = judged.read.get(at, ""), judged.repaired.get(at, "")
        word = bare(token.text)
        yield Compared(
            Outcome(token.text == read, token.text == repaired),
            Outcome(word == bare(read), word == bare(repaired)) if word else None,
            frozenset(classes(judged.printed, at, read)),
        )


def _summed(outcomes: Iterable[Outcome | None]) -> Words:
    times = Counter(outcomes)
    wrong = times[Outcome(before=False, after=False)] + times[Outcome(before=False, after=True)]
    return Words(
        words=times.total(),
        wrong=wrong,
        fixed=times[Outcome(before=False, after=True)],
        broken=times[Outcome(before=True, after=False)],
    )


def _found(printed: Sequence[Token], words: Sequence[Token]) -> dict[int, str]:
    return {at: words[place].text for at, place in matched(_texts(printed), _texts(words)).items()}


def _texts(words: Sequence[Token]) -> list[str]:
    return [word.text for word in words]


def _bins(judged: Judged) -> tuple[Bin, ...]:
    true = {place: judged.printed[at].text for at, place in judged.places.items()}
    return binned(((span.confidence, is_right(span, judged, true)) for span in judged.corrected.edits), EDGES)


def is_right(span: Span, judged: Judged, true: Mapping[int, str]) -> bool:
    """Whether the words that an edit touches stand as printed; `true` holds what was, by repaired word."""
    of_letters = any(map(str.isalnum, judged.corrected.text[span.start : span.end]))
    for place in _touched(span, judged.repaired_tokens):
        printed, word = true.get(place, ""), judged.repaired_tokens[place].text
        if printed != word and not (of_letters and bare(word) and bare(printed) == bare(word)):
            return False
    return True


def _touched(span: Span, words: Sequence[Token]) -> Iterator[int]:
    """The words that an edit touches; one that left nothing touches the word that it stands in or ends."""
    at = bisect_left(words, max(span.start, 0), key=lambda word: word.end)
    while at < len(words) and words[at].start <= max(span.start, span.end - 1):
        if words[at].end > span.start or span.start == span.end:
            yield at
        at += 1
