"""Each word of a stretch as it most likely was printed: by the tagger, and by what words there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import exp, log

from models.swedish.lexicon import Lexicon, lexicon
from models.swedish.marks import plain
from models.swedish.months import MONTH
from models.swedish.name_parts import is_name
from models.text import Change
from pipeline.repair.channel import Channel
from pipeline.repair.foreign import foreign
from pipeline.repair.labelled import Labelled
from pipeline.repair.names import Names, listed
from pipeline.repair.pieces import Kind, Piece, pieces

_SURE = log(0.985)
"""A known word that the tagger is so sure of is not weighed against others."""
_MOST = 8
_REACH = 9.0
"""So many ways to read a word are weighed, and none so much less likely (a logarithm) than the first."""
_UNKNOWN = 3.0
_UNKNOWN_NAME = 2.5
"""What a word that the lexicon doesn't know weighs less; with a capital it may be a name."""
_COMPOUND = 1.5
"""What a word weighs less that the lexicon only puts together of others: it may be one by chance."""
_SOUND = 1.3
_SOUND_NAME = 0.7
"""What a word weighs more that stands as it was read and is known, or with its capital may be a name."""
_DOUBLED = re.compile(r"([aeou])\1", re.IGNORECASE)
_LESS_DOUBLED = 5.0
"""What an unknown word weighs less that has lost a doubled vowel: where no parts of a compound meet in one,
it is foreign or old."""
_OTHER_CAPITAL = 2.0
_OTHER_ACRONYM = 9.0
"""What a word in capitals, and a lone one, weighs less that changes in more than marks."""
_LISTED_NAME = 4.0
_MET_NAME = 5.0
_MET_MARKED = 9.0
"""What a name weighs more that is listed, that stands sound in the same document, and such a one that lost
nothing but its marks."""
_SUREST = 0.99
"""No mending is surer than this: so few are wrong among the surest that they can't be told apart."""
_SLOPE = 0.77
_SLOPE_OF_LETTERS = 0.46
"""What the log odds are worth, and those of other letters and signs: `benchmarks.repair.calibrate`."""
_LONE_SURE = log(0.5)
_SIGN_SURE = log(0.9)
_SECTION_SIGNS = frozenset({"$", "8", "S", "5", "$$", "SS", "88", "$&", "&$"})
"""What the section sign is read as."""
_WORDS_OF_ONE = frozenset("iåö")
"""The words of one letter; what else becomes a letter was a measure or a mark (m2, m*)."""
_SHORT_CODE = re.compile(r"[A-Za-zÅÄÖåäö]{1,2}\d[a-zåäö]?|\d[a-zåäö]{1,2}")
_UNIT = re.compile(r" (?:[kmµ]?g|[kcdm]?m|[km]?l|kr|tkr|kronor|ha|st|%)(?:[/²³]|\b|(?<=%))")
"""Behind a number."""
_MONTH = re.compile(rf"\s+{MONTH}\b", re.IGNORECASE)
"""Behind a day."""
_COMMON = 1_000
"""So often a word must be met in the text behind the lexicon to stand for what looks like a code."""
_BESIDE = 40
"""Signs to either side in which a lone sign's neighbours stand."""
_GOES_ON = re.compile(r"[^\n]{36}(?:[a-zåäö]{2}|[a-zåäö],)\n\Z")
"""The end of a long line that ends inside a sentence."""
_MARKED = frozenset("åäöÅÄÖ")


@dataclass(frozen=True, slots=True)
class Mending:
    """What to put for `read` at `start`, and how sure that is."""

    start: int
    read: str
    text: str
    confidence: float

    @property
    def gains(self) -> bool:
        """Whether å, ä or ö come back by it."""
        return [s for s in self.text if s in _MARKED] != [s for s in self.read if s in _MARKED]

    def change(self) -> Change:
        """The mending as a change of the text."""
        reason, slope = ("å ä ö", _SLOPE) if self.gains else ("letters", _SLOPE_OF_LETTERS)
        # No finer than it is known: the network's last digits differ between kinds of processors.
        confidence = round(min(_calibrated(self.confidence, slope), _SUREST), 2)
        return Change(self.start, self.start + len(self.read), self.text, reason, confidence)


def _calibrated(share: float, slope: float) -> float:
    """How often a word of this share among its readings is right (Platt's scaling)."""
    against: float = ((1 - share) / share) ** slope
    return 1 / (1 + against)


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
            yield piece, self._section_sign(piece) or self.mending(piece)

    def mending(self, piece: Piece) -> Mending | None:
        """What to put for a piece; None where it stands rightly or is nothing to mend."""
        if piece in self.kept:
            return None
        if piece.kind is Kind.LONE:
            return self._lone(piece)
        low, high = piece.start - self.start, piece.end - self.start
        given = self.labelled.text[low:high]
        if piece.kind is not Kind.WORD and not is_in_capitals(piece, given):
            return self._short(piece)
        text, weight = self.labelled.likeliest(low, high)
        met = self._names(piece)
        sure = weight >= _SURE and not met and not self.labelled.lost_before(low)[0].text
        if sure and text.isalpha() and (text == given or self._known(text, piece)):
            return self._put(piece, text, exp(weight))
        ways = {text: self._weight(text, piece, given, w) for text, w in self._ways(met, low, high)}
        best = max(ways, key=lambda text: (ways[text], text))
        share = 1 / sum(exp(weight - ways[best]) for weight in ways.values())
        return self._put(piece, best, share)

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
        known = self._known(text, piece)
        named = piece.text[:1].isupper()
        if not known:
            weight -= _UNKNOWN_NAME if named else _UNKNOWN
            lost = len(_DOUBLED.findall(given)) > len(_DOUBLED.findall(text))
            weight -= _LESS_DOUBLED if lost else 0.0
        elif not (named or self._is_cut(piece) or all(map(self.words.lists, text.split()))):
            weight -= _COMPOUND
        if not named:
            weight += self.channel.support(given, text)
        if text != given:
            capitals = piece.text.isupper() and plain(text) != plain(given)
            return weight - (_OTHER_ACRONYM if piece.text == given else _OTHER_CAPITAL) * capitals
        return weight + (_SOUND if known else _SOUND_NAME if named else 0.0)

    def _known(self, text: str, piece: Piece) -> bool:
        named = piece.text[:1].isupper() and (is_name(text) or text.title() in self.names.own)
        return named or self._is_cut(piece) or all(map(self.words.knows, text.split()))

    def _is_cut(self, piece: Piece) -> bool:
        """Whether the piece is the part of a word before or after the end of a line."""
        return self.content[piece.end : piece.end + 2] == "-\n" or (
            self.content[max(piece.start - 2, 0) : piece.start] == "-\n"
        )

    def _put(self, piece: Piece, text: str, confidence: float) -> Mending | None:
        given = self.labelled.text[piece.start - self.start : piece.end - self.start]
        if len(text) == 1 < len(piece.text) and text.lower() not in _WORDS_OF_ONE:
            return None
        text = text.upper() if given != piece.text else text
        if text.lower() == piece.text.lower() and not self.words.knows(text):
            # An acronym, or a name with a capital inside, is written as it is written.
            return None
        if piece.opens and piece.text[0].isupper():
            text = (text[:1].lower() if self._goes_on(piece, text) else text[:1].upper()) + text[1:]
        return Mending(piece.start, piece.text, text, confidence) if text != piece.text else None

    def _goes_on(self, piece: Piece, text: str) -> bool:
        """Whether a sentence goes on with a word at a line's start: å, ä and ö look like their capitals."""
        if text[:1] not in _MARKED or not _GOES_ON.search(
            self.content, max(piece.start - _BESIDE, 0), piece.start
        ):
            return False
        return len(text) > 1 and text[1:].islower() and self.words.is_common(text)

    def _short(self, piece: Piece) -> Mending | None:
        """A common short word that a figure makes look like a code ("P4" for "På"), where that is sure."""
        if not is_short_code(piece.text) or _UNIT.match(self.content, piece.end):
            return None
        text, weight = self.labelled.likeliest(piece.start - self.start, piece.end - self.start)
        sure = weight >= _SIGN_SURE and text.isalpha() and self.words.count(text) >= _COMMON
        return self._put(piece, text, exp(weight)) if sure else None

    def _is_among_capitals(self, piece: Piece) -> bool:
        """Whether the words before and after a lone sign, as far as its line has any, are in capitals."""
        start, end = self.content.rfind("\n", 0, piece.start) + 1, self.content.find("\n", piece.end)
        before = self.content[max(start, piece.start - _BESIDE) : piece.start].split()[-1:]
        after = self.content[
            piece.end : min(piece.end + _BESIDE, end if end >= 0 else piece.end + _BESIDE)
        ].split()[:1]
        return bool(before or after) and all(len(word) > 1 and word.isupper() for word in before + after)

    def _section_sign(self, piece: Piece) -> Mending | None:
        if piece.text not in _SECTION_SIGNS:
            return None
        text, weight = self.labelled.likeliest(piece.start - self.start, piece.end - self.start)
        sure = text in {"§", "§§"} and weight >= _SIGN_SURE
        return Mending(piece.start, piece.text, text, exp(weight)) if sure else None

    def _lone(self, piece: Piece) -> Mending | None:
        text, weight = self.labelled.likeliest(piece.start - self.start, piece.end - self.start)
        if piece.text == "1" and _MONTH.match(self.content, piece.end):
            return None
        least = _LONE_SURE if text in {"i", "I"} else _SIGN_SURE
        if text == "i" and self._is_among_capitals(piece):
            text = "I"
        if text in {"i", "I", "1"} and text.lower() != piece.text.lower() and weight >= least:
            return Mending(piece.start, piece.text, text, exp(weight))
        return None
