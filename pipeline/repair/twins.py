"""Words that differ in marks alone (var, vår), where the tagger is in doubt: settled by their neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp

from models.swedish.lexicon import lexicon
from models.swedish.marks import plain
from models.swedish.neighbours import EDGE, neighbours, tokens_of
from pipeline.repair.mending import Mending
from pipeline.repair.pieces import Kind, Piece
from pipeline.repair.words import Read, Reader

_REACH = 8.0
"""No twin is weighed that weighs so much less (a logarithm) than the word that stands."""
_MOST = 6.0
"""Neighbours speak no more (a logarithm) for a word or against it."""


def settled(reader: Reader, words: Sequence[Read]) -> Iterator[Read]:
    """The words of a stretch, in order, each with its mending, or with one that its neighbours speak for."""
    before = EDGE
    for at, (piece, done) in enumerate(words):
        behind = _tokens(words[at + 1])[0] if at + 1 < len(words) else EDGE
        read = piece, _settled(reader, piece, done, before, behind)
        yield read
        before = _tokens(read)[-1]


def _tokens(read: Read) -> list[str]:
    piece, done = read
    return [*tokens_of(done.text if done else piece.text)] or [EDGE]


def _settled(reader: Reader, piece: Piece, done: Mending | None, before: str, behind: str) -> Mending | None:
    """The mending of a word, or the one of its twin that its neighbours speak for."""
    now = done.text if done else piece.text
    is_open = piece.kind is Kind.WORD and piece not in reader.kept and reader.doubts(piece)
    if not is_open or not lexicon().lists(now):
        return done
    ways = reader.weighed(piece)
    given = now if now in ways else now.lower()
    if given not in ways:
        return done

    def weight(text: str) -> float:
        told = neighbours().attraction(before, text.lower()) + neighbours().attraction(text.lower(), behind)
        return ways[text] + max(-_MOST, min(_MOST, told))

    twins = [text for text in ways if _is_twin(text, given) and ways[text] > ways[given] - _REACH]
    best = max(twins, key=lambda text: (weight(text), text))
    if best == given:
        return done
    # Where they speak for what was read, the mending stays: on held-out pages taking it back loses more.
    return reader.put(piece, best, 1 / (1 + exp(weight(given) - weight(best)))) or done


def _is_twin(text: str, given: str) -> bool:
    return text.isalpha() and plain(text) == plain(given) and lexicon().lists(text)
