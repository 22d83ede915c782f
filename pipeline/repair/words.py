"""Each word of a stretch as it most likely was printed: by the tagger, and by what words there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from math import exp, log

from models.swedish.lexicon import Lexicon, lexicon
from models.swedish.marks import plain
from models.swedish.name_parts import is_name
from models.swedish.rare_words import is_rare
from pipeline.repair.channel import Channel, gains_marks_alone
from pipeline.repair.foreign import foreign
from pipeline.repair.labelled import Labelled
from pipeline.repair.lone_signs import SIGN_SURE, lone_word, section_sign
from pipeline.repair.mending import Mending
from pipeline.repair.names import Names, listed
from pipeline.repair.pieces import Kind, Piece, pieces
from pipeline.repair.small_capitals import is_small


class Standing(Enum):
    """How a word is known."""

    LISTED = auto()
    COMPOUND = auto()
    """Only put together of listed words: it may be one by chance."""
    RARE = auto()
    UNKNOWN = auto()


_SURE = log(0.985)
"""A known word that the tagger is so sure of is not weighed against others."""
_MOST = 8
_REACH = 9.0
"""So many ways to read a word are weighed, and none so much less likely (a logarithm) than the first."""
_LESS = {Standing.LISTED: 0.0, Standing.COMPOUND: 1.5, Standing.RARE: 1.0, Standing.UNKNOWN: 3.0}
"""What a word weighs less by its standing."""
_OFTEN = 0.1
"""What the logarithm of how often a listed word is met is worth: the tagger, too, knows common words best."""
_SOUND = {Standing.LISTED: 1.3, Standing.COMPOUND: 1.3, Standing.RARE: 0.5, Standing.UNKNOWN: 0.0}
"""What a word weighs more that stands as it was read."""
_VOWEL = re.compile("[aeiouyåäöé]", re.IGNORECASE)
"""Nothing is mended to a short form that has none."""
_ACCENTED = 3.0
"""What a word weighs more that stands as it was read and ends in é (allé): no engine makes it of others."""
_MAY_BE_NAME = 0.5
_SOUND_NAME = 1.2
_OTHER_NAME = 2.0
"""What an unknown word weighs more that has a capital, and one that also stands as it was read; and less
where more than marks is changed in it."""
_DOUBLED = re.compile(r"([aeou])\1", re.IGNORECASE)
_LESS_DOUBLED = 5.0
"""What an unknown word weighs less that has lost a doubled vowel: where no parts of a compound meet in one,
it is foreign or old."""
_LONG_PART = 4
_PARTED = 2.0
"""What a word weighs less that falls into long ones: engines lose the blanks about short words."""
_OTHER_CAPITAL = 2.0
_OTHER_ACRONYM = 9.0
"""What a word in capitals, and a lone one, weighs less that changes in more than marks."""
_LISTED_NAME = 4.0
_MET_NAME = 5.0
_MET_MARKED = 9.0
"""What a name weighs more that is listed, that stands sound in the same document, and such a one that lost
nothing but its marks."""
_WORDS_OF_ONE = frozenset("iåö")
"""The words of one letter; what else becomes a letter was a measure or a mark (m2, m*)."""
_SHORT_CODE = re.compile(r"[A-Za-zÅÄÖåäö]{1,2}\d[a-zåäö]?|\d[a-zåäö]{1,2}")
_UNIT = re.compile(r" (?:[kmµ]?g|[kcdm]?m|[km]?l|kr|tkr|kronor|ha|st|%)(?:[/²³]|\b|(?<=%))")
"""Behind a number."""
_COMMON = 1_000
"""So often a word must be met in the text behind the lexicon to stand for what looks like a code."""


def _doubled(word: str) -> int:
    return len(_DOUBLED.findall(word))


def _is_parted(text: str) -> bool:
    parts = text.split()
    return len(parts) > 1 and min(map(len, parts)) >= _LONG_PART


def is_in_capitals(piece: Piece, given: str) -> bool:
    """Whether an acronym by its length is a word of a line in capitals, which the tagger sees as `given`."""
    return piece.kind is Kind.KEPT and piece.text.isalpha() and given != piece.text


def is_short_code(text: str) -> bool:
    """Whether a piece looks like a code and may be a short word, a letter of which was read as a figure."""
    return _SHORT_CODE.fullmatch(text) is not None


Read = tuple[Piece, Mending | None]


@dataclass(frozen=True)
class Reader:
    """Reads the words of one stretch of a document anew."""

    content: str
    labelled: Labelled = field(repr=False)
    start: int
    """Where in `content` the labelled stretch begins."""
    names: Names = field(default_factory=Names)
    channel: Channel = field(default_factory=Channel)
    kept: frozenset[Piece] = frozenset()
    """Words of other languages."""
    words: Lexicon = field(default_factory=lexicon)

    @classmethod
    def of(cls, content: str, labelled: Labelled, start: int) -> Reader:
        """The reader of a stretch, which knows what in it is foreign."""
        found = tuple(pieces(content, start, start + len(labelled.text)))
        return cls(content, labelled, start, kept=foreign(found, labelled, start))

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
            return lone_word(self.content, self.labelled, self.start, piece)
        low, high = piece.start - self.start, piece.end - self.start
        given = self.labelled.text[low:high]
        if piece.kind is not Kind.WORD and not is_in_capitals(piece, given):
            return self._short(piece)
        text, weight = self.labelled.likeliest(low, high)
        if not self.doubts(piece) and text.isalpha() and (text == given or self._known(text, piece)):
            return self.put(piece, text, exp(weight))
        ways = self.weighed(piece)
        best = max(ways, key=lambda text: (ways[text], text))
        share = 1 / sum(exp(weight - ways[best]) for weight in ways.values())
        return self.put(piece, best, share)

    def doubts(self, piece: Piece) -> bool:
        """Whether the tagger leaves open how a word is read, or names speak for another reading."""
        low, high = piece.start - self.start, piece.end - self.start
        _, weight = self.labelled.likeliest(low, high)
        return weight < _SURE or bool(self._names(piece)) or bool(self.labelled.lost_before(low)[0].text)

    def weighed(self, piece: Piece) -> dict[str, float]:
        """The ways to read a word, with their weights (logarithms) by the tagger and what words there are."""
        low, high = piece.start - self.start, piece.end - self.start
        given = self.labelled.text[low:high]
        ways = self._ways(self._names(piece), low, high)
        return {text: self._weight(text, piece, given, weight) for text, weight in ways}

    def _names(self, piece: Piece) -> dict[str, float]:
        """The names that a word with a capital may be, and what each weighs more for being one."""
        if piece.text.islower() or self._known(piece.text, piece):
            return {}
        found = dict.fromkeys(listed(piece.text), _LISTED_NAME)
        for name in self.names.near(piece.text):
            found[name] = _MET_MARKED if plain(name) == plain(piece.text) else _MET_NAME
        return found

    def _ways(self, met: Mapping[str, float], low: int, high: int) -> Iterator[tuple[str, float]]:
        yield from self.labelled.ways(low, high, _MOST, _REACH).items()
        for name, more in met.items():
            given = name if self.labelled.text[low].isupper() else name.lower()
            yield given, self.labelled.weight_of(low, high, given) + more

    def _weight(self, text: str, piece: Piece, given: str, weight: float) -> float:
        standing = self._standing(text, piece)
        named = piece.text[:1].isupper()
        weight -= _LESS[standing] + (_PARTED if _is_parted(text) else 0.0)
        if standing is Standing.LISTED:
            weight += _OFTEN * log(max(1, min(map(self.words.count, text.split()))))
        if standing is Standing.UNKNOWN and named:
            weight += _MAY_BE_NAME if gains_marks_alone(given, text) else -_OTHER_NAME
        if standing in {Standing.RARE, Standing.UNKNOWN} and _doubled(given) > _doubled(text):
            weight -= _LESS_DOUBLED
        if not named:
            weight += self.channel.support(given, text)
        if text == given:
            weight += _ACCENTED if text.endswith("é") and standing is not Standing.UNKNOWN else 0.0
            return weight + (_SOUND_NAME if standing is Standing.UNKNOWN and named else _SOUND[standing])
        if piece.text.isupper() and plain(text) != plain(given):
            weight -= _OTHER_ACRONYM if piece.text == given else _OTHER_CAPITAL
        return weight

    def _standing(self, text: str, piece: Piece) -> Standing:
        parts = text.split()
        if text != piece.text and not _VOWEL.search(text):
            return Standing.UNKNOWN
        if self._known(text, piece):
            named = piece.text[:1].isupper() or self._is_cut(piece)
            return Standing.LISTED if named or all(map(self.words.lists, parts)) else Standing.COMPOUND
        return Standing.RARE if all(map(is_rare, parts)) else Standing.UNKNOWN

    def _known(self, text: str, piece: Piece) -> bool:
        named = piece.text[:1].isupper() and (is_name(text) or text.title() in self.names.own)
        return named or self._is_cut(piece) or all(map(self.words.knows, text.split()))

    def _is_cut(self, piece: Piece) -> bool:
        """Whether the piece is the part of a word before or after the end of a line."""
        return self.content[piece.end : piece.end + 2] == "-\n" or (
            self.content[max(piece.start - 2, 0) : piece.start] == "-\n"
        )

    def put(self, piece: Piece, text: str, confidence: float) -> Mending | None:
        """The mending that puts `text` for a piece, in the case that it has; None where nothing changes."""
        given = self.labelled.text[piece.start - self.start : piece.end - self.start]
        if len(text) == 1 < len(piece.text) and text.lower() not in _WORDS_OF_ONE:
            return None
        text = text.upper() if given != piece.text else text
        if text.lower() == piece.text.lower() and not self.words.knows(text):
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
        sure = weight >= SIGN_SURE and text.isalpha() and self.words.count(text) >= _COMMON
        return self.put(piece, text, exp(weight)) if sure else None
