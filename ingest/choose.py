"""Whether the words of a PDF page's text layer can be trusted, or the page must be read from its image."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from models.swedish.lexicon import Lexicon


class Reason(StrEnum):
    """Why a text layer was taken or left."""

    SWEDISH = "good Swedish"
    ENGLISH = "good English"
    SHORT = "few words, and no image behind them"
    PLAIN = "words in no language that is known here, well formed"
    EMPTY = "no words"
    STAMP = "few words over an image of the page"
    STRANGE = "characters that no text holds"
    SPACING = "words run together or fall apart"
    LOST_LETTERS = "Swedish without its å, ä and ö"
    UNKNOWN = "too many words that are none"


@dataclass(frozen=True, slots=True)
class Choice:
    """Whether the layer is taken, and why."""

    taken: bool
    reason: Reason


_TAKEN = frozenset({Reason.SWEDISH, Reason.ENGLISH, Reason.SHORT, Reason.PLAIN})
_SWEDISH = frozenset(
    {
        "och",
        "att",
        "i",
        "det",
        "som",
        "en",
        "av",
        "med",
        "till",
        "den",
        "har",
        "de",
        "inte",
        "om",
        "ett",
        "vid",
    }
    | {"kan", "ska", "skall", "eller", "samt", "under"}
)
"""Common words without å, ä and ö, so that a layer that lost these is still seen as Swedish."""
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "is", "that", "for", "with", "by", "as", "are", "be", "this", "it", "from"}
    | {"which", "was", "were", "not", "or", "an", "has", "have", "will", "at"}
)
_FEW, _SHORT = 12, 150
"""Fewer words than this, in fewer characters, decide nothing."""
_IMAGE = 0.5
"""An image over this share of the page is a scan, and its layer was recognised."""
_KNOWN_OF_BORN_DIGITAL = 0.5
_KNOWN_OF_RECOGNISED = 0.93
"""A scanner's own layer with more faults than this is bettered by reading the page again."""
_STRANGE_SHARE = 0.02
_LEAST_SWEDISH_LETTERS = 0.01
"""Of the letters of Swedish text, å, ä and ö are about one in twenty."""
_LETTERS_TO_JUDGE = 200
_MEAN_LENGTHS = (2.2, 14.0)
_WELL_FORMED = 0.8

_LETTERS = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_STRANGE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_FORM = re.compile(r"(?:[^\W\d_]?[^\W\d_A-ZÅÄÖ]+|[A-ZÅÄÖÉÜ]+)(?:[-'/:][^\W\d_]+)*$")
_VOWEL = re.compile(r"[aeiouyåäöéü]", re.IGNORECASE)
_EDGES = "\"'.,:;()[]!?–-•/”“»«"


def choose(words: Sequence[str], image_share: float, lexicon: Lexicon) -> Choice:
    """The verdict on a layer of `words` on a page of which an image covers `image_share`."""
    reason = _reason([word.strip(_EDGES) for word in words], image_share, lexicon)
    return Choice(reason in _TAKEN, reason)


def known_share(words: Sequence[str], lexicon: Lexicon) -> float:
    """The share of Swedish words among those in lower case; 0 where there are none."""
    common = [word for word in words if len(word) > 1 and word.islower() and _LETTERS.search(word)]
    return fmean(lexicon.knows(word) for word in common) if common else 0.0


def _reason(words: Sequence[str], image_share: float, lexicon: Lexicon) -> Reason:
    text = "".join(words)
    if not text:
        return Reason.EMPTY
    if len(_STRANGE.findall(text)) > _STRANGE_SHARE * len(text):
        return Reason.STRANGE
    real = [word for word in words if _LETTERS.search(word)]
    if len(real) < _FEW and len(text) < _SHORT:
        return Reason.STAMP if image_share >= _IMAGE else Reason.SHORT
    shortest, longest = _MEAN_LENGTHS
    if not shortest <= fmean(map(len, real)) <= longest:
        return Reason.SPACING
    return _language(real, image_share, lexicon)


def _language(words: Sequence[str], image_share: float, lexicon: Lexicon) -> Reason:
    folded = [word.lower() for word in words]
    swedish = fmean(word in _SWEDISH for word in folded)
    english = fmean(word in _ENGLISH for word in folded)
    if english > max(swedish, 0.1):
        return Reason.ENGLISH
    if swedish > 0.05 and _lost_letters("".join(folded)):
        return Reason.LOST_LETTERS
    wanted = _KNOWN_OF_RECOGNISED if image_share >= _IMAGE else _KNOWN_OF_BORN_DIGITAL
    if known_share(words, lexicon) >= wanted:
        return Reason.SWEDISH
    well_formed = fmean(bool(_FORM.match(word) and _VOWEL.search(word)) for word in words) >= _WELL_FORMED
    return Reason.PLAIN if well_formed and image_share < _IMAGE and swedish <= 0.05 else Reason.UNKNOWN


def _lost_letters(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    swedish = sum(text.count(letter) for letter in "åäö")
    return letters >= _LETTERS_TO_JUDGE and swedish < _LEAST_SWEDISH_LETTERS * letters
