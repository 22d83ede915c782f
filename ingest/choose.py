"""Whether the words of a PDF page's text layer can be trusted, or the page must be read from its image."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from models.swedish.languages import SWEDISH, common_words, language_of
from models.swedish.lexicon import Lexicon
from models.swedish.mending import mended


class Verdict(StrEnum):
    """What a text layer is worth."""

    GOOD = "good"
    DAMAGED = "damaged"
    """Taken as it stands: the pipeline's repairs undo its damage, and keep what was read."""
    FALSE = "false"
    """The page is read from its image."""


class Reason(StrEnum):
    """Why a text layer was taken or left."""

    SWEDISH = "good Swedish"
    ENGLISH = "good English"
    FOREIGN = "well formed, in another language"
    SHORT = "few words, and no image behind them"
    PLAIN = "words in no language that is known here, well formed"
    MENDABLE = "damage that repair undoes"
    EMPTY = "no words"
    STAMP = "few words over an image of the page"
    STRANGE = "characters that no text holds"
    SPACING = "words run together or fall apart"
    LOST_LETTERS = "Swedish without its å, ä and ö"
    MISREAD = "letters and signs mixed up within words"
    UNKNOWN = "too many words that are none"
    BARE_PRINT = "print that the layer leaves out"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a layer is worth, and why."""

    reason: Reason

    @property
    def verdict(self) -> Verdict:
        """Good, damaged or false."""
        if self.reason is Reason.MENDABLE:
            return Verdict.DAMAGED
        return Verdict.GOOD if self.reason in _GOOD else Verdict.FALSE

    @property
    def taken(self) -> bool:
        """Whether the page's words are those of its layer."""
        return self.verdict is not Verdict.FALSE


_GOOD = frozenset({Reason.SWEDISH, Reason.ENGLISH, Reason.FOREIGN, Reason.SHORT, Reason.PLAIN})
_FEW, _SHORT = 12, 150
"""Fewer words than this, in fewer characters, decide nothing."""
_IMAGE = 0.5
"""An image over this share of the page is a scan; so much recognised of a layer makes it a scanner's."""
_KNOWN_OF_BORN_DIGITAL = 0.75
_KNOWN_OF_RECOGNISED = 0.93
"""A scanner's own layer with more faults than this is bettered by reading the page again."""
_LEAST_COMMON = 10
"""By fewer words in lower case it can't be told whether a layer is Swedish that is well read."""
_MISREAD_OF_RECOGNISED = 0.012
_STRANGE_SHARE = 0.02
_LEAST_SWEDISH_LETTERS = 0.01
"""Of the letters of Swedish text, å, ä and ö are about one in twenty."""
_LETTERS_TO_JUDGE = 200
_MEAN_LENGTHS = (2.2, 14.0)
_SET_AS_TEXT = 0.5
"""Of a table of figures fewer words have letters ("kr", "st")."""
_SHORT_FORM = 3
"""Words of so many letters need no vowel: parties, abbreviations."""
_WELL_FORMED, _WELL_READ = 0.8, 0.97

_WEIGHT_OF_UNKNOWN = 0.3
"""What a letter counts for in a word that is well formed and in no list."""
_GAIN = 0.02
"""By so much more of a good layer's words must become Swedish for it to be called damaged."""

_LETTERS = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_STRANGE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff\u2400-\u241f]|cid:\d+")
_LONE_MARK = re.compile(r"[\ue000-\uf8ff]$")
"""A bullet of a symbol font, which has no character of its own."""
_FORM = re.compile(r"(?:[^\W\d_]?[^\W\d_A-ZÅÄÖ]+|[A-ZÅÄÖÉÜ]+)(?:[-'/:.][^\W\d_]+)*$")
_VOWEL = re.compile(r"[aeiouyåäöéüæø]|[^\x00-\u024f]", re.IGNORECASE)
"""Letters beyond the Latin ones need no vowel."""
_MISREAD = re.compile(
    r"[a-zåäö]{2}\d[a-zåäö]|[a-zåäö]{3}\d|\d[a-zåäö]{3}|[A-ZÅÄÖ]\d[a-zåäö]{2}|[a-zåäö]{2}[A-ZÅÄÖ][a-zåäö]"
    r"|[^\W\d_][<>|~^{}\\¢£¥©®*_=!]+[^\W\d_]|[<>|~^{}\\¢£¥©®]"
)
_FOREIGN_SIGN = re.compile(
    r"[^\W\d_][ŒŠšŽžÃÂ¢£¤¥{}|\]\[\\^…†‡‰„”Ô¬\x80-\x9f][^\W\d_]|[\u2400-\u241f]|\(cid:\d"
)
"""What letters of another character set, and numbers of glyphs, look like inside words."""
_ADDRESS = re.compile(r"@|www|://|\.[a-z]{2,}$")
_EDGES = "\"'.,:;()[]!?–-•/”“»«"


def choose(text: str, recognised: float, lexicon: Lexicon, image_share: float = 0.0) -> Choice:
    """The verdict on a layer that reads `text`, of whose words the share `recognised` comes from an image.

    Images cover `image_share` of its page. Where the layer is false as it stands but repair makes good
    Swedish of it, it is damaged.
    """
    words = _bare(text.split())
    if _is_short(words) and max(recognised, image_share) >= _IMAGE:
        return Choice(Reason.STAMP)
    reason = _reason(words, recognised, lexicon)
    known = known_share(words, lexicon)
    if reason in _GOOD and known >= _KNOWN_OF_RECOGNISED and not _FOREIGN_SIGN.search(text):
        return Choice(reason)
    after = _bare(mended(text).split())
    gained = reason not in _GOOD or known_share(after, lexicon) >= known + _GAIN
    mends = after != words and gained and _reason(after, recognised, lexicon) is Reason.SWEDISH
    return Choice(Reason.MENDABLE if mends else reason)


def known_share(words: Sequence[str], lexicon: Lexicon) -> float:
    """The share of Swedish words among those in lower case; 0 where there are none."""
    common = [word for word in words if len(word) > 1 and word.islower() and _LETTERS.search(word)]
    return fmean(lexicon.knows(word) for word in common) if common else 0.0


def worth(words: Sequence[str], lexicon: Lexicon) -> float:
    """How much of a page `words` give, in letters: by this two readings of one page are compared.

    Letters count in full where they stand in words of the page's language, little in others that are well
    formed, and against the reading in what is no word.
    """
    real = [word for word in _bare(words) if _LETTERS.search(word)]
    language = language_of(real)
    common = common_words().get(language or SWEDISH, frozenset[str]())
    return sum(len(word) * _weight(word, lexicon, common) for word in real)


def _weight(word: str, lexicon: Lexicon, common: frozenset[str]) -> float:
    if word.lower() in common or (len(word) > 1 and lexicon.knows(word)):
        return 1.0
    if len(word) > 1 and _is_well_formed(word):
        return _WEIGHT_OF_UNKNOWN
    return -1.0


def _bare(words: Sequence[str]) -> list[str]:
    return [word.strip(_EDGES) for word in words]


def _reason(words: Sequence[str], recognised: float, lexicon: Lexicon) -> Reason:
    text = "".join(words)
    if not text:
        return Reason.EMPTY
    strange = sum(len(_STRANGE.findall(word)) for word in words if not _LONE_MARK.match(word))
    if strange > _STRANGE_SHARE * len(text):
        return Reason.STRANGE
    if _is_short(words):
        return Reason.SHORT
    real = [word for word in words if _LETTERS.search(word)]
    shortest, longest = _MEAN_LENGTHS
    if len(real) >= _SET_AS_TEXT * len(words) and not shortest <= fmean(map(len, real)) <= longest:
        return Reason.SPACING
    return _by_language(real, recognised >= _IMAGE, lexicon)


def _is_short(words: Sequence[str]) -> bool:
    """Whether there are words, and too few to decide anything."""
    letters = sum(map(len, words))
    return 0 < letters < _SHORT and sum(bool(_LETTERS.search(word)) for word in words) < _FEW


def _by_language(words: Sequence[str], recognised: bool, lexicon: Lexicon) -> Reason:
    language = language_of(words)
    if recognised and _misread(words) > _MISREAD_OF_RECOGNISED * len(words):
        return Reason.MISREAD
    if language == SWEDISH:
        return _swedish(words, recognised, lexicon)
    wanted = _WELL_READ if recognised else _WELL_FORMED
    if _well_formed(words) < wanted:
        return Reason.UNKNOWN
    if language:
        return Reason.ENGLISH if language == "english" else Reason.FOREIGN
    return Reason.UNKNOWN if recognised else Reason.PLAIN


def _swedish(words: Sequence[str], recognised: bool, lexicon: Lexicon) -> Reason:
    if _lost_letters("".join(words).lower()):
        return Reason.LOST_LETTERS
    if sum(word.islower() for word in words) < _LEAST_COMMON:
        return Reason.UNKNOWN if recognised or _well_formed(words) < _WELL_FORMED else Reason.SWEDISH
    wanted = _KNOWN_OF_RECOGNISED if recognised else _KNOWN_OF_BORN_DIGITAL
    return Reason.SWEDISH if known_share(words, lexicon) >= wanted else Reason.UNKNOWN


def _well_formed(words: Sequence[str]) -> float:
    """The share of words that are built as words are, in whatever language."""
    return fmean(map(_is_well_formed, words)) if words else 1.0


def _is_well_formed(word: str) -> bool:
    return bool(_FORM.match(word)) and (len(word) <= _SHORT_FORM or bool(_VOWEL.search(word)))


def _misread(words: Sequence[str]) -> int:
    """How many words hold figures, capitals or signs where recognition puts them and nobody writes them."""
    return sum(bool(_MISREAD.search(word)) and not _ADDRESS.search(word) for word in words)


def _lost_letters(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    swedish = sum(text.count(letter) for letter in "åäö")
    return letters >= _LETTERS_TO_JUDGE and swedish < _LEAST_SWEDISH_LETTERS * letters
