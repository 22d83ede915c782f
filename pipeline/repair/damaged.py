"""Damaged stretches: each word's options, settled by their neighbours, with the sureness of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from models.swedish.confusions import Confusion
from models.swedish.letters import letter_model
from models.text import Change
from pipeline.repair.lattice import shares
from pipeline.repair.names import Names
from pipeline.repair.options import Options
from pipeline.repair.pieces import Kind, Piece, pieces
from pipeline.repair.search import Search

_SURE = 0.9
"""A word as sure as this is evidence of what recognition does in the document."""
_SUREST = 0.99
"""No mending is surer than this: the models may both be wrong."""
_LONGEST_SENTENCE = 80
_SHORT = 3
"""Letters of a word that may join the parts of a foreign name."""
_MARKED = frozenset("åäöÅÄÖ")
_MARKED_NAME = re.compile(r"\b(?=\w*[åäöÅÄÖ])[A-ZÅÄÖ][a-zåäöé]{3,}\b")

_ENGLISH = frozenset({
    "and", "are", "been", "by", "from", "has", "is", "of", "that", "the", "their", "this", "to", "was",
    "were", "which", "will", "with",
})  # fmt: skip
_SWEDISH = frozenset({
    "att", "av", "de", "den", "det", "en", "ett", "har", "i", "med", "och", "om", "som", "till", "vi",
})  # fmt: skip
"""Common words of each language that the other hasn't, also not where it is damaged."""

Sentence = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Mending:
    """What to put for a piece, how sure that is, and the confusions that it supposes."""

    piece: Piece
    text: str
    confidence: float
    path: tuple[Confusion, ...]

    def change(self) -> Change:
        """The mending as a change of the text."""
        reason = "å ä ö" if _MARKED & {*self.text} else "letters"
        confidence = round(min(self.confidence, _SUREST), 4)
        return Change(self.piece.start, self.piece.end, self.text, reason, confidence)


def mend(content: str, stretches: Sequence[tuple[int, int]], search: Search) -> Iterator[Change]:
    """What to mend in these stretches of `content`: a first round learns the document's own confusions."""
    if not stretches:
        return
    found = (s for low, high in stretches for s in _sentences(pieces(content, low, high)))
    sentences = [sentence for sentence in found if not _is_english(sentence)]
    sound = _sound_names(content, search)
    first = Options(search, letter_model(), Names(sound))
    sure = [done for done in _settled(sentences, first) if done.confidence >= _SURE]
    fitted = Search(search.channel.fitted(step for done in sure for step in done.path))
    met = frozenset(done.text.lower() for done in sure if _is_name(done.text, search))
    for done in _settled(sentences, Options(fitted, letter_model(), Names(sound | met))):
        if done.text != done.piece.text:
            yield done.change()


def _sentences(found: Iterable[Piece]) -> Iterator[Sentence]:
    sentence: list[Piece] = []
    for piece in found:
        if piece.kind is Kind.BREAK or len(sentence) >= _LONGEST_SENTENCE:
            yield tuple(sentence)
            sentence = []
        if piece.kind is not Kind.BREAK:
            sentence.append(piece)
    yield tuple(sentence)


def _is_english(sentence: Sentence) -> bool:
    """Whether a sentence is quoted English, which has no å ä ö by right."""
    words = [piece.text.lower() for piece in sentence]
    return sum(word in _ENGLISH for word in words) > sum(word in _SWEDISH for word in words)


def _is_name(word: str, search: Search) -> bool:
    return word.istitle() and not search.words.is_common(word)


def _sound_names(content: str, search: Search) -> frozenset[str]:
    """The names (lower case) that stand in the content with their å, ä and ö."""
    found = {*_MARKED_NAME.findall(content)}
    return frozenset(name.lower() for name in found if _is_name(name, search))


def _settled(sentences: Iterable[Sentence], options: Options) -> Iterator[Mending]:
    """Each word of the sentences that can be read in several ways, as it most likely was printed."""
    for sentence in sentences:
        columns = [options.of(piece) for piece in _without_titles(sentence, options)]
        if not any(len(column) > 1 for column in columns):
            continue
        found = shares([[option.reading for option in column] for column in columns], options.search.model)
        for piece, column, share in zip(sentence, columns, found, strict=True):
            best = column[int(share.argmax())]
            if len(column) > 1:
                yield Mending(piece, best.text, float(share.max()), best.path)


def _without_titles(sentence: Sentence, options: Options) -> Iterator[Piece]:
    """The sentence with short words inside foreign names kept as they are ("Institute for International")."""
    for at, piece in enumerate(sentence):
        short = piece.kind is Kind.WORD and piece.text.islower() and len(piece.text) <= _SHORT
        beside = (*sentence[max(at - 1, 0) : at], *sentence[at + 1 : at + 2])
        foreign = (near.text.istitle() and not options.is_swedish(near.text) for near in beside)
        inside = short and len(beside) == 2 and all(foreign)
        yield replace(piece, kind=Kind.KEPT) if inside else piece
