"""Each word of a stretch as it most likely was printed: by the tagger, and by what words there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import exp, log

from models.swedish.lexicon import lexicon
from pipeline.repair.foreign import foreign
from pipeline.repair.labelled import Labelled
from pipeline.repair.lone_signs import SIGN_SURE, lone_word, section_sign
from pipeline.repair.mending import Mending
from pipeline.repair.pieces import Kind, Piece, pieces
from pipeline.repair.prior import Prior
from pipeline.repair.small_capitals import is_small

_SURE = log(0.985)
"""A known word that the tagger is so sure of is not weighed against others."""
_MOST = 8
_REACH = 9.0
"""So many ways to read a word are weighed, and none so much less likely (a logarithm) than the first."""
_AMONG_WORDS = re.compile(r"[a-zåäö] [a-zåäö] [a-zåäö]{2}")
_SHORT_SURE = 0.75
"""How sure it must be that a letter among words has lost another."""
_WORDS_OF_ONE = frozenset("iåö")
"""The words of one letter; what else becomes a letter was a measure or a mark (m2, m*)."""
_SHORT_CODE = re.compile(r"[A-Za-zÅÄÖåäö]{1,2}\d[a-zåäö]?|\d[a-zåäö]{1,2}")
_UNIT = re.compile(r" (?:[kmµ]?g|[kcdm]?m|[km]?l|kr|tkr|kronor|ha|st|%)(?:[/²³]|\b|(?<=%))")
"""Behind a number."""
_COMMON = 1_000
"""So often a word must be met in the text behind the lexicon to stand for what looks like a code."""


def is_in_capitals(piece: Piece, given: str) -> bool:
    """Whether an acronym by its length is a word of a line in capitals, which the tagger sees as `given`."""
    return piece.kind is Kind.KEPT and piece.text.isalpha() and given != piece.text


def is_short_code(text: str) -> bool:
    """Whether a piece looks like a code and may be a short word, a letter of which was read as a figure."""
    return _SHORT_CODE.fullmatch(text) is not None


def _best(ways: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest way, and its share of all."""
    best = max(ways, key=lambda text: (ways[text], text))
    return best, 1 / sum(exp(weight - ways[best]) for weight in ways.values())


Read = tuple[Piece, Mending | None]


@dataclass(frozen=True)
class Reader:
    """Reads the words of one stretch of a document anew."""

    content: str
    labelled: Labelled = field(repr=False)
    start: int
    """Where in `content` the labelled stretch begins."""
    prior: Prior
    kept: frozenset[Piece] = frozenset()
    """Words of other languages."""

    @classmethod
    def of(cls, content: str, labelled: Labelled, start: int) -> Reader:
        """The reader of a stretch, which knows what in it is foreign."""
        found = tuple(pieces(content, start, start + len(labelled.text)))
        return cls(content, labelled, start, Prior(content), foreign(found, labelled, start))

    @property
    def end(self) -> int:
        """Where in `content` the stretch ends."""
        return self.start + len(self.labelled.text)

    def read(self) -> Iterator[Read]:
        """What the stretch consists of, in order, each with its mending where it was read wrong."""
        for piece in pieces(self.content, self.start, self.end):
            yield piece, section_sign(self.content, self.labelled, self.start, piece) or self.mending(piece)

    def mending(self, piece: Piece) -> Mending | None:
        """What to put for a piece; None where it stands rightly or is nothing to mend."""
        if piece in self.kept:
            return None
        if len(piece.text) == 1:
            return lone_word(self.content, self.labelled, self.start, piece) or self._short_of(piece)
        low, high = piece.start - self.start, piece.end - self.start
        given = self.labelled.text[low:high]
        if piece.kind is not Kind.WORD and not is_in_capitals(piece, given):
            return self._short(piece)
        text, weight = self.labelled.likeliest(low, high)
        if not self.doubts(piece) and text.isalpha() and (text == given or self.prior.knows(text, piece)):
            return self.put(piece, text, exp(weight))
        return self.put(piece, *_best(self.weighed(piece)))

    def _short_of(self, piece: Piece) -> Mending | None:
        """A common word for a small letter among words that is none, where all others are far less likely."""
        if not (piece.text.islower() and _AMONG_WORDS.match(self.content, max(piece.start - 2, 0))):
            return None
        best, share = _best(self.weighed(piece))
        is_sure = share >= _SHORT_SURE and lexicon().count(best) >= _COMMON
        return self.put(piece, best, share) if is_sure and len(best) > 1 else None

    def doubts(self, piece: Piece) -> bool:
        """Whether the tagger leaves open how a word is read, or names speak for another reading."""
        low, high = piece.start - self.start, piece.end - self.start
        _, weight = self.labelled.likeliest(low, high)
        return (
            weight < _SURE
            or bool(self.prior.names_for(piece))
            or bool(self.labelled.lost_before(low)[0].text)
        )

    def weighed(self, piece: Piece) -> dict[str, float]:
        """The ways to read a word, with their weights (logarithms) by the tagger and what words there are."""
        low, high = piece.start - self.start, piece.end - self.start
        given = self.labelled.text[low:high]
        ways = self._ways(self.prior.names_for(piece), low, high)
        return {text: weight + self.prior.weight(text, piece, given) for text, weight in ways}

    def _ways(self, met: Mapping[str, float], low: int, high: int) -> Iterator[tuple[str, float]]:
        yield from self.labelled.ways(low, high, _MOST, _REACH).items()
        for name, more in met.items():
            given = name if self.labelled.text[low].isupper() else name.lower()
            yield given, self.labelled.weight_of(low, high, given) + more

    def put(self, piece: Piece, text: str, confidence: float) -> Mending | None:
        """The mending that puts `text` for a piece, in the case that it has; None where nothing changes."""
        given = self.labelled.text[piece.start - self.start : piece.end - self.start]
        if len(text) == 1 < len(piece.text) and text.lower() not in _WORDS_OF_ONE:
            return None
        text = text.upper() if given != piece.text else text
        if text.lower() == piece.text.lower() and not lexicon().knows(text):
            # An acronym, or a name with a capital inside, is written as it is written.
            return None
        if piece.text[0].isupper():
            text = self._cased(piece, text)
        return Mending(piece.start, piece.text, text, confidence) if text != piece.text else None

    def _cased(self, piece: Piece, text: str) -> str:
        """A word that was read with a capital, with a small letter where it only looks like its capital."""
        if is_small(self.content, piece.start, text):
            return text[:1].lower() + text[1:]
        return text[:1].upper() + text[1:] if piece.opens else text

    def _short(self, piece: Piece) -> Mending | None:
        """A common short word that a figure makes look like a code ("P4" for "På"), where that is sure."""
        if not is_short_code(piece.text) or _UNIT.match(self.content, piece.end):
            return None
        text, weight = self.labelled.likeliest(piece.start - self.start, piece.end - self.start)
        sure = weight >= SIGN_SURE and text.isalpha() and lexicon().count(text) >= _COMMON
        return self.put(piece, text, exp(weight)) if sure else None
