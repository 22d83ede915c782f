"""What speaks for a reading of a word beside the tagger: words and names there are, and the confusions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from math import log

from models.swedish.lexicon import lexicon
from models.swedish.marks import plain
from models.swedish.months import month_near
from models.swedish.name_parts import is_name
from models.swedish.rare_words import is_rare
from pipeline.repair.channel import Channel, gains_marks_alone
from pipeline.repair.names import Names, listed
from pipeline.repair.pieces import Piece


class Standing(Enum):
    """How a word is known."""

    LISTED = auto()
    COMPOUND = auto()
    """Only put together of listed words: it may be one by chance."""
    RARE = auto()
    UNKNOWN = auto()


_LESS = {Standing.LISTED: 0.0, Standing.COMPOUND: 1.5, Standing.RARE: 1.0, Standing.UNKNOWN: 3.0}
"""What a word weighs less by its standing."""
_OFTEN = 0.1
"""What the logarithm of how often a listed word is met is worth: the tagger, too, knows common words best."""
_SOUND = {Standing.LISTED: 1.3, Standing.COMPOUND: 1.3, Standing.RARE: 0.5, Standing.UNKNOWN: 0.0}
"""What a word weighs more that stands as it was read."""
_VOWEL = re.compile("[aeiouyåäöé]", re.IGNORECASE)
"""Nothing is mended to a short form that has none."""
_ACCENTED = 3.0
"""What a word weighs more that stands as it was read and ends in é (kafé): no engine makes it of others."""
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
_DAY = re.compile(r"(?<![\w.,:/-])(?:[12]?\d|3[01]) \Z")
_DAY_LENGTH = 4
_MONTH_BEHIND_DAY = 8.0
"""What a month weighs more behind a day."""


def _doubled(word: str) -> int:
    return len(_DOUBLED.findall(word))


def _is_parted(text: str) -> bool:
    parts = text.split()
    return len(parts) > 1 and min(map(len, parts)) >= _LONG_PART


@dataclass(frozen=True)
class Prior:
    """What is known of one document's words before the tagger is asked."""

    content: str = field(repr=False)
    names: Names = field(default_factory=Names)
    channel: Channel = field(default_factory=Channel)

    def names_for(self, piece: Piece) -> Mapping[str, float]:
        """The names of people, places and months that a word may be, and what each weighs more for it."""
        if piece.text.islower():
            return self._months(piece)
        if self.knows(piece.text, piece):
            return {}
        found = dict.fromkeys(listed(piece.text), _LISTED_NAME)
        for name in self.names.near(piece.text):
            found[name] = _MET_MARKED if plain(name) == plain(piece.text) else _MET_NAME
        return found

    def _months(self, piece: Piece) -> dict[str, float]:
        is_behind = _DAY.search(self.content, max(piece.start - _DAY_LENGTH, 0), piece.start)
        month = month_near(piece.text) if is_behind and not self.knows(piece.text, piece) else None
        return {month: _MONTH_BEHIND_DAY} if month else {}

    def weight(self, text: str, piece: Piece, given: str) -> float:
        """What `text` weighs (a logarithm) as the reading of a piece that was read as `given`."""
        standing = self._standing(text, piece)
        named = piece.text[:1].isupper()
        weight = -_LESS[standing] - (_PARTED if _is_parted(text) else 0.0)
        if standing is Standing.LISTED:
            weight += _OFTEN * log(max(1, min(map(lexicon().count, text.split()))))
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
        if self.knows(text, piece):
            named = piece.text[:1].isupper() or self._is_cut(piece)
            return Standing.LISTED if named or all(map(lexicon().lists, parts)) else Standing.COMPOUND
        return Standing.RARE if all(map(is_rare, parts)) else Standing.UNKNOWN

    def knows(self, text: str, piece: Piece) -> bool:
        """Whether `text` is a known word or, of a piece with a capital, name; the parts of cut words are."""
        named = piece.text[:1].isupper() and (is_name(text) or text.title() in self.names.own)
        return named or self._is_cut(piece) or all(map(lexicon().knows, text.split()))

    def _is_cut(self, piece: Piece) -> bool:
        """Whether the piece is the part of a word before or after the end of a line."""
        return self.content[piece.end : piece.end + 2] == "-\n" or (
            self.content[max(piece.start - 2, 0) : piece.start] == "-\n"
        )
