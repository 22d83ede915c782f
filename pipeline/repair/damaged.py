"""Stretches where letters were lost, read anew: those that gain enough by it are damaged."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import chain, product

from models.swedish.lexicon import lexicon
from models.swedish.name_parts import is_person
from models.swedish.tagger.folded import folded
from pipeline.repair.alike import LOOKS_ALIKE, alike, first_once
from pipeline.repair.channel import channel_of
from pipeline.repair.gate import Stretch, counted, joined, runs, suspicious, windows
from pipeline.repair.labelled import labelled
from pipeline.repair.mending import Mending
from pipeline.repair.names import sound_names
from pipeline.repair.nearest import nearest
from pipeline.repair.pieces import Kind, Piece, between, pieces
from pipeline.repair.prior import Prior
from pipeline.repair.specks import mend_signs
from pipeline.repair.twins import settled
from pipeline.repair.words import Read, Reader, is_in_capitals, is_short_code

_LEAST_GAINS = 3
_GAINED_SHARE = 0.03
"""So many words of a window, and such a share, must become Swedish by getting å ä ö back."""
_GAINED_OF_ROW = 0.01
"""The share for windows in a row that have none of one of the letters."""
_NEVER_LOST = frozenset("bfhjkmnpqrstvwxzBFHJKMNPQRSTVWXZ")
"""Letters that are hardly ever read for å, ä or ö: a string of them alone is an abbreviation."""
_MARKED = {"A": "AÅÄ", "O": "OÖ"}
_SURE = 0.9
"""A word as sure as this is evidence of the names in the document."""


@dataclass(frozen=True, slots=True)
class Damage:
    """The stretches of a text where letters were lost, neighbours joined, and what to put for their words."""

    stretches: tuple[Stretch, ...] = ()
    mendings: tuple[Mending, ...] = ()


@dataclass(frozen=True)
class _Window:
    """A window that was read anew: its words, and the reader that has what is around them."""

    reader: Reader
    span: Stretch
    words: list[Read] = field(default_factory=list[Read])

    @cached_property
    def gains(self) -> int:
        """How many unknown words become Swedish ones by getting å ä ö back."""
        return sum(_tells(done) for _, done in self.words if done)

    @property
    def gains_enough(self) -> bool:
        """Whether that is too many for chance."""
        return _is_enough(self.gains, len(self.words))


def damage(content: str) -> Damage:
    """What is damaged in `content`; windows of another language, of names and figures are sound.

    A window that has enough å ä ö for sound text is read as well where the one beside it is damaged.
    """
    cut = tuple(windows(content))
    counts = [counted(content, window) for window in cut]

    @cache
    def unknown(at: int) -> tuple[int, int]:
        return _unknown(content, cut[at])

    looked = {at for at in suspicious(content, cut, counts) if _is_enough(*unknown(at))}
    rows = [row for row in runs(content, cut, counts) if _is_enough_together(map(unknown, row))]
    looked.update(*rows)
    read: dict[int, _Window] = {}
    bad: set[int] = set()
    while looked:
        read |= _read(content, cut, sorted(looked))
        bad = _bad(read, rows)
        looked = {near for at in bad for near in (at - 1, at + 1) if 0 <= near < len(cut)} - read.keys()
    damaged = [read[at] for at in sorted(bad)]
    mendings = tuple(_anew(content, damaged)) if damaged else ()
    starts = sorted(done.start for done in mendings)
    stretches = joined([window.span for window in damaged])
    return Damage(tuple(_trimmed(content, stretch, starts) for stretch in stretches), mendings)


def _trimmed(content: str, stretch: Stretch, starts: Sequence[int]) -> Stretch:
    """The stretch from the line of its first mending to that of its last one; whole where it has none."""
    inside = starts[bisect_left(starts, stretch[0]) : bisect_left(starts, stretch[1])]
    if not inside:
        return stretch
    start = content.rfind("\n", 0, inside[0]) + 1
    end = content.find("\n", inside[-1])
    return max(stretch[0], start), stretch[1] if end < 0 else min(stretch[1], end)


def _read(content: str, cut: Sequence[Stretch], looked: Sequence[int]) -> Iterator[tuple[int, _Window]]:
    """The windows with these numbers read anew, those that touch together."""
    starts = [start for start, _ in cut]
    for low, high in joined([cut[at] for at in looked]):
        reader = Reader.of(content, labelled(content[low:high]), low)
        numbers = range(bisect_right(starts, low) - 1, bisect_right(starts, high - 1))
        found = {at: _Window(reader, cut[at]) for at in numbers}
        for piece, done in reader.read():
            found[bisect_right(starts, piece.start) - 1].words.append((piece, done))
        yield from found.items()


def _is_enough(gains: int, words: int) -> bool:
    return gains >= max(_LEAST_GAINS, _GAINED_SHARE * words)


def _is_enough_together(windows: Iterable[tuple[int, int]]) -> bool:
    """The same of windows in a row that lack a letter, by the gains and words of each."""
    gains, words = map(sum, zip(*windows, strict=True))
    return gains >= max(_LEAST_GAINS, _GAINED_OF_ROW * words)


def _unknown(content: str, window: Stretch) -> tuple[int, int]:
    """How many words of a window are unknown, and so may gain at all, and how many there are.

    Words with a capital inside a sentence are names as a rule, and no names are known by the lexicon.
    """
    start, end = window
    found = list(pieces(content, start, end))
    given = folded(content[start:end])
    open_to = (piece for piece in found if _may_gain(piece, given[piece.start - start : piece.end - start]))
    return sum(not lexicon().knows(piece.text) for piece in open_to), len(found)


def _may_gain(piece: Piece, given: str) -> bool:
    """Whether a piece, given to the tagger as `given`, is of a form that may get å, ä or ö back."""
    if _NEVER_LOST.issuperset(piece.text):
        return False
    if piece.kind is not Kind.WORD:
        return piece.kind is Kind.KEPT and (is_short_code(piece.text) or is_in_capitals(piece, given))
    if piece.text.istitle():
        return piece.opens and not is_person(piece.text)
    return not given.isupper() or any(map(lexicon().knows, _marked(given)))


def _marked(acronym: str) -> Iterator[str]:
    """What lone capitals are with å, ä and ö in place of some letters; little else is put for them."""
    return map("".join, product(*(_MARKED.get(letter, letter) for letter in acronym)))


def _bad(read: Mapping[int, _Window], rows: Iterable[range]) -> set[int]:
    """The numbers of windows that gain enough, alone or in a row; beside such a one, one gain is enough."""
    bad = {at for at, window in read.items() if window.gains_enough}
    for row in rows:
        if _is_enough_together((read[at].gains, len(read[at].words)) for at in row):
            bad.update(row)
    edge = list(bad)
    while edge:
        at = edge.pop()
        beside = {near for near in (at - 1, at + 1) if near in read and read[near].gains} - bad
        bad |= beside
        edge += beside
    return bad


def _anew(content: str, damaged: Sequence[_Window]) -> Iterator[Mending]:
    """What is mended once the names and confusions of the document are known, and the signs between words."""
    sure = [done for window in damaged for _, done in window.words if done and done.confidence >= _SURE]
    names = sound_names(content, (done.text for done in sure))
    kept = [piece.text for window in damaged for piece, done in window.words if done is None]
    channel = channel_of(chain(((done.read, done.text) for done in sure), zip(kept, kept, strict=True)))
    prior = Prior(content, names, channel)
    for window in damaged:
        words = [*_with_evidence(window, prior)]
        yield from (done for _, done in settled(window.reader, words) if done)
        yield from mend_signs(window.reader, between((piece for piece, _ in window.words), *window.span))


def _with_evidence(window: _Window, prior: Prior) -> Iterator[Read]:
    """Words with capitals and words in doubt read again; the others as they were.

    Evidence finds better readings and takes none back: on held-out pages that loses more than it saves.
    """
    knowing = replace(window.reader, prior=prior)
    for piece, done in window.words:
        again = (knowing.mending(piece) if _is_open(piece, done) else None) or done
        yield piece, (_by_looks(knowing, piece, again) if piece not in knowing.kept else None) or again


def _by_looks(reader: Reader, piece: Piece, done: Mending | None) -> Mending | None:
    """The known word that one looks like which is still none."""
    if piece.kind is not Kind.WORD:
        return None
    now = done.text if done else piece.text
    text = first_once(piece.text) or alike(now) or nearest(reader.labelled, reader.start, piece, now)
    return Mending(piece.start, piece.text, text, LOOKS_ALIKE) if text and text != piece.text else None


def _is_open(piece: Piece, done: Mending | None) -> bool:
    """Whether more evidence may change how a piece is read."""
    if piece.kind is not Kind.WORD:
        return False
    if not piece.text.islower():
        return True
    return done.confidence < _SURE if done else not lexicon().knows(piece.text)


def _tells(done: Mending) -> bool:
    """Whether an unknown word becomes a Swedish one by getting å ä ö back."""
    knows = lexicon().knows
    return done.gains and not knows(done.read) and knows(done.text)
