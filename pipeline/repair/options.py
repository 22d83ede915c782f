"""The ways to read one piece of a damaged text, each with its weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import log
from typing import NamedTuple

from models.swedish.confusions import Confusion
from models.swedish.language_model import COMMA, NUMBER, UNLISTED
from models.swedish.letters import LetterModel
from models.swedish.lexicon import Lexicon
from models.swedish.name_parts import family_names
from pipeline.repair.lattice import Reading
from pipeline.repair.names import Names
from pipeline.repair.pieces import Kind, Piece
from pipeline.repair.search import PART_WEIGHT, Candidate, Search

_NUMBERS = {Kind.KEPT: UNLISTED, Kind.NUMBER: NUMBER, Kind.COMMA: COMMA}
_MARKED = frozenset("åäö")
_CAPITALS = frozenset({Confusion("å", "a"), Confusion("ä", "a"), Confusion("ö", "o")})
"""What happens to capitals; the table's other confusions are of small letters."""
_REACH = 10.0
"""How much less likely than the best option, each alone, one may be that is still weighed."""
_NO_COMPOUND = log(0.135)
"""The log share of unlisted words that are no compound of listed ones."""
_NAME = -14.0
_NAME_LETTER = -1.5
_SHORT_NAME = 7
"""The least log weight of a name, which follows no rule of spelling, and of each letter beyond so many."""
_FAMILY_NAME = -5.0
"""The log weight of a common family name."""
_INFLECTED = -9.0
"""The log weight of an unlisted word whose form with an s is listed."""
_LONE_I = -3.0
_LONE_ONE = -3.0
"""The log shares of "i" that is read as a lone sign, and of 1 among all numbers."""
_SOUND_WORD = -6.0
"""The log weight of putting another word for a sound one where no å ä ö is won by it."""
_SOUND_COMPOUND = -7.0
"""The same of putting an unlisted compound for a sound word, å ä ö or not."""
_SOUND_NAME = -3.0
"""The same of putting another name for a common family name."""
_MET_NAME = 2.0
"""The log weight that a name gains by being met in the document already."""
_HEADING = -2.0
_SHORT_HEADING = 8
"""The least log weight of a common word with a capital inside a sentence, less for a short one."""
_SHORT_WORD = 3
_LONG_WORD = 9
"""A word of fewer letters only gets å ä ö back; one with a capital too, unless it is so long."""


class Option(NamedTuple):
    """A way to read a piece: the text, its reading for the lattice, and the confusions that it supposes."""

    text: str
    reading: Reading
    path: tuple[Confusion, ...] = ()


@dataclass(frozen=True)
class Options:
    """What it takes to weigh options: the search through confusions, and the letters of unlisted words.

    `names` hold those that stand sound in the same document, or that a first round was sure of.
    """

    search: Search
    letters: LetterModel
    names: Names = field(default_factory=Names)

    def is_swedish(self, word: str) -> bool:
        """Whether a word is a common one, or may be such a one damaged."""
        best = next(iter(self.search.candidates(word.lower())), None)
        return self.search.words.is_common(word) or (
            best is not None and self.search.words.is_common(best.word)
        )

    def of(self, piece: Piece) -> tuple[Option, ...]:
        """The options of a piece, as it was read first; a single one for what is left alone."""
        if piece.kind is Kind.LONE:
            return self._lone(piece)
        if piece.kind is not Kind.WORD:
            return (Option(piece.text, Reading(_NUMBERS[piece.kind], 0.0)),)
        own = self._as_read(piece)
        found = (self._mended(piece, c) for c in self.search.candidates(_folded(piece.text)))
        allowed = [o for o in found if o.text != piece.text and _allowed(piece.text, o, self.search.words)]
        best: dict[str, Option] = {}
        for option in (*self._named(piece), *allowed):
            if option.text not in best or self._worth(option) > self._worth(best[option.text]):
                best[option.text] = option
        others = best.values()
        least = max(self._worth(option) for option in (own, *others)) - _REACH
        return (own, *(option for option in others if self._worth(option) >= least))

    def _worth(self, option: Option) -> float:
        return option.reading.weight + self.search.model.log_alone(option.reading.number)

    def _lone(self, piece: Piece) -> tuple[Option, ...]:
        one = Reading(NUMBER, _LONE_ONE)
        if piece.opens and piece.text == "1":
            return (Option(piece.text, one),)
        sign = Reading(UNLISTED, self.letters.log_probability(piece.text.lower()))
        word = Reading(self.search.model.number_of("i"), _LONE_I)
        return Option(piece.text, one if piece.text == "1" else sign), Option(
            "I" if piece.opens else "i", word
        )

    def _mended(self, piece: Piece, candidate: Candidate) -> Option:
        text = self._cased(candidate, piece)
        weight = candidate.form - candidate.price + self._case(candidate.word, text, piece)
        if not _MARKED & {*candidate.word} and self.search.words.knows(piece.text):
            weight += _SOUND_WORD
        if candidate.form and self.search.words.knows(piece.text):
            weight += _SOUND_COMPOUND
        if piece.text.lower() in family_names():
            weight += _SOUND_NAME
        if candidate.word in self.names.own and text.istitle():
            weight += _MET_NAME
        return Option(text, Reading(self.search.model.number_of(candidate.word), weight), candidate.path)

    def _named(self, piece: Piece) -> Iterator[Option]:
        """The names that a word with a capital may be, unless it is a common word as it stands."""
        capital = piece.text.istitle() or (piece.text.isupper() and len(piece.text) > _SHORT_WORD)
        if not capital or self.search.words.is_common(piece.text):
            return
        for candidate in self.names.candidates(piece.text, self.search.channel):
            text = candidate.word.upper() if piece.text.isupper() else candidate.word.title()
            met = _MET_NAME if candidate.word in self.names.own else 0.0
            weight = candidate.form - candidate.price + met + _NO_COMPOUND
            option = Option(text, Reading(UNLISTED, weight), candidate.path)
            if _allowed(piece.text, option, self.search.words):
                yield option

    def _as_read(self, piece: Piece) -> Option:
        word = piece.text.lower()
        path = tuple(Confusion(letter, letter) for letter in word)
        price = sum(self.search.channel.price(step) for step in path)
        form = 0.0 if word in self.search.words.uses else self._form(piece.text, word)
        weight = form - price + self._case(word, piece.text, piece)
        return Option(piece.text, Reading(self.search.model.number_of(word), weight), path)

    def _form(self, text: str, word: str) -> float:
        """The log weight of a word among the unlisted: the best of what its letters and parts say."""
        cuts = (sum(self.search.model.alone(part) for part in cut) for cut in self.search.words.cuts(word))
        forms = [PART_WEIGHT * cut for cut in cuts]
        forms.append(_NO_COMPOUND + self.letters.log_probability(word))
        if text.istitle():
            if word in family_names():
                forms.append(_FAMILY_NAME)
            forms.append(_NAME + _NAME_LETTER * max(0, len(word) - _SHORT_NAME))
        if word + "s" in self.search.words.uses:
            forms.append(_INFLECTED)
        return max(forms)

    def _case(self, word: str, text: str, piece: Piece) -> float:
        """What case says: a listed word has its use; an unlisted one with a capital is likely a name."""
        use = self.search.words.uses.get(word)
        if text.islower():
            return log((use.lower + 0.5) / (use.lower + use.capital + 1.0)) if use else 0.0
        if piece.opens or not text.istitle():
            return 0.0
        least = _HEADING - max(0, _SHORT_HEADING - len(word))
        return max(log((use.capital + 0.5) / (use.lower + use.capital + 1.0)), least) if use else _NO_COMPOUND

    def _cased(self, candidate: Candidate, piece: Piece) -> str:
        """The candidate with the capitals of what was read; one that was itself a confusion is none.

        A common word inside a sentence that begins with Å, Ä or Ö was read so for its small letter.
        """
        if piece.text.isupper():
            return candidate.word.upper()
        first = next((step for step in candidate.path if step.read), None)
        capital = piece.text[0].isupper() and first is not None and not first.read[0].isupper()
        inside = (
            not piece.opens and candidate.word[0] in _MARKED and self.search.words.is_common(candidate.word)
        )
        return candidate.word[0].upper() + candidate.word[1:] if capital and not inside else candidate.word


def _allowed(read: str, option: Option, words: Lexicon) -> bool:
    """Whether a word may be so mended: names, words in capitals and very short ones only get å ä ö back."""
    if read.isupper():
        return all(step.printed == step.read or step in _CAPITALS for step in option.path)
    if all(step.printed == step.read or _MARKED & {*step.printed} for step in option.path):
        return True
    if len(read) < _SHORT_WORD:
        return False
    return not read.istitle() or (len(read) >= _LONG_WORD and option.text.lower() in words.uses)


def _folded(text: str) -> str:
    """A word as the search takes it: one in capitals in lower case, another as it stands."""
    return text.lower() if text.isupper() else text
