"""The one known word that is a single letter away from a word that is none, as far as the tagger allows it.

The tagger weighs letter by letter, and knows no words: it may keep one letter of a word that makes it none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from models.swedish.letters import letter_model
from models.swedish.lexicon import lexicon
from pipeline.repair.labelled import Labelled
from pipeline.repair.pieces import Piece

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé"
_SHORTEST, _SHORTEST_COMPOUND, _LONGEST = 5, 8, 40
_COUNT = 5
"""So often a word must be met in the text behind the lexicon, or be a long compound."""
_LEAST = -6.5
"""So much less (a logarithm) it may weigh by the tagger than the word that is none."""
_APART = 2.0
"""By so much more than the next known word it must weigh."""
_GAIN = 8.0
"""By so much it must look more Swedish."""


def nearest(labelled: Labelled, start: int, piece: Piece, text: str) -> str | None:
    """The known word for a piece that would be mended to `text`; None for none, or where several may be.

    `labelled` is the stretch that the piece is of, which begins at `start`. Of words with capitals only those
    that open a line or sentence are looked at: the others are names.
    """
    low = text.lower()
    if not _SHORTEST <= len(text) <= _LONGEST or text[1:] != low[1:] or not (text == low or piece.opens):
        return None
    near = _near(low)
    if not near:
        return None
    span = piece.start - start, piece.end - start
    is_capital = text != low and labelled.text[span[0]].isupper()

    def weight(word: str) -> float:
        return labelled.weight_of(*span, word.capitalize() if is_capital else word)

    first, *others = sorted(near, key=lambda word: (-weight(word), word))
    stands_out = all(weight(first) - weight(other) >= _APART for other in others[:1])
    if not stands_out or weight(first) - weight(low) < _LEAST or letter_model().gain(low, first) < _GAIN:
        return None
    return first.capitalize() if text != low else first


@lru_cache(maxsize=10_000)
def _near(read: str) -> tuple[str, ...]:
    """The known words that are one letter away from one that is none; the listed ones, else compounds."""
    words = lexicon()
    if not read.isalpha() or words.knows(read):
        return ()
    tries = {*_one_away(read)}
    listed = sorted(word for word in tries if words.count(word) >= _COUNT)
    if listed or len(read) < _SHORTEST_COMPOUND:
        return tuple(listed)
    return tuple(sorted(filter(words.knows, tries)))


def _one_away(read: str) -> Iterator[str]:
    """Every string with one letter more, less or other (Norvig 2007)."""
    for at in range(len(read) + 1):
        before, after = read[:at], read[at:]
        yield from (f"{before}{letter}{after}" for letter in _LETTERS)
        if after:
            yield f"{before}{after[1:]}"
            yield from (f"{before}{letter}{after[1:]}" for letter in _LETTERS)
