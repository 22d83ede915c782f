"""Words of other languages inside a Swedish text, which have no å ä ö by right: they are left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from models.swedish.languages import NEAR, common_words, language_of
from models.swedish.lexicon import lexicon
from models.swedish.name_parts import is_name
from pipeline.repair.labelled import Labelled
from pipeline.repair.pieces import Kind, Piece

_LEAST = 3
_SHARE = 0.25
"""So many of a sentence's words, and such a share, must be common ones of the other language."""
_SHORT = 3
"""Letters of a word that may join the parts of a foreign name."""


def foreign(found: Sequence[Piece], labelled: Labelled, start: int) -> frozenset[Piece]:
    """The pieces of sentences in other languages, and short words inside foreign names.

    `labelled` is the stretch that the pieces are of, which begins at `start`.
    """
    inside = {piece for at, piece in enumerate(found) if _is_inside(found, at, labelled, start)}
    spoken = (piece for sentence in _sentences(found) if _is_foreign(sentence) for piece in sentence)
    return frozenset(inside.union(spoken))


def _sentences(found: Iterable[Piece]) -> Iterator[list[Piece]]:
    sentence: list[Piece] = []
    for piece in found:
        if piece.kind is Kind.BREAK:
            yield sentence
            sentence = []
        else:
            sentence.append(piece)
    yield sentence


def _is_foreign(sentence: Sequence[Piece]) -> bool:
    words = [piece.text.lower() for piece in sentence if piece.kind is Kind.WORD]
    language = language_of(words)
    if language is None or language in NEAR:
        return False
    common = sum(map(common_words()[language].__contains__, words))
    return common >= max(_LEAST, _SHARE * len(words))


def _is_inside(found: Sequence[Piece], at: int, labelled: Labelled, start: int) -> bool:
    """Whether a short word joins the parts of a foreign name ("Institute for International")."""
    piece, beside = found[at], (*found[max(at - 1, 0) : at], *found[at + 1 : at + 2])
    if piece.kind is not Kind.WORD or not piece.text.islower() or len(piece.text) > _SHORT:
        return False
    return len(beside) == 2 and all(_is_strange(near, labelled, start) for near in beside)


def _is_strange(piece: Piece, labelled: Labelled, start: int) -> bool:
    if not piece.text.istitle():
        return False
    text, _ = labelled.likeliest(piece.start - start, piece.end - start)
    return not lexicon().is_common(text) and not is_name(text)
