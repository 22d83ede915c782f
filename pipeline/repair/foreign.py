"""Words of other languages inside a Swedish text, which have no å ä ö by right: they are left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from models.swedish.languages import language_of
from models.swedish.lexicon import lexicon
from models.swedish.name_parts import is_name
from pipeline.repair.labelled import Labelled
from pipeline.repair.pieces import Kind, Piece

_NEAR = frozenset({None, "swedish", "norwegian", "danish"})
"""Swedish without its marks may be taken for its neighbours; it is for no other language."""
_SENTENCE = 6
"""So many words can tell a language."""
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
    words = [piece.text for piece in sentence if piece.kind is Kind.WORD]
    return len(words) >= _SENTENCE and language_of(words) not in _NEAR


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
