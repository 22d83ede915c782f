"""Which Swedish words may have been printed where a damaged one was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from heapq import nsmallest
from typing import NamedTuple

from models.swedish.confusions import Confusion, confusions
from models.swedish.language_model import LanguageModel, language_model
from models.swedish.lexicon import Lexicon, lexicon
from pipeline.repair.channel import Channel, Way, channel_of

_BEAM = 60
_MARGIN = 14.0
"""How many states are kept at each letter, and how much dearer than the cheapest they may be."""
_DEAREST = 18.0
"""The price above which a reading explains nothing."""
_MOST = 8
"""Candidates of one word."""
_STRANGE_CAPITAL = 2.5
"""The price of a capital inside a word that is otherwise in lower case."""
_SHORTEST_COMPOUND = 8
_SHORTEST_TAIL = 4
_SHORT_TAILS = frozenset({
    "bad", "bok", "bro", "dag", "del", "fas", "hus", "lag", "led", "lån", "mål", "råd", "rum", "sjö", "tid",
    "tåg", "väg",
})  # fmt: skip
"""Shorter words that often end a compound."""
_MOST_HEADS = 2
PART_WEIGHT = 0.8
"""How much of its price alone a part of a compound costs."""


class Candidate(NamedTuple):
    """A word (lower case) that may have been printed, what that costs, how its letters were read.

    `form` is the log probability of the word among the unlisted ones; 0 for a listed word.
    """

    word: str
    price: float
    form: float
    path: tuple[Confusion, ...]


class _State(NamedTuple):
    price: float
    form: float
    heads: tuple[str, ...]
    prefix: str
    path: tuple[Confusion, ...]

    @property
    def total(self) -> float:
        return self.price - self.form

    @property
    def key(self) -> tuple[tuple[str, ...], str]:
        return self.heads, self.prefix


@cache
def general_search() -> Search:
    """The search through the confusions of documents in general."""
    return Search(channel_of(confusions()))


@cache
def _prefixes() -> frozenset[str]:
    """Every beginning of a listed word, the empty one too."""
    return frozenset(word[:end] for word in lexicon().uses for end in range(len(word) + 1))


@dataclass(frozen=True)
class Search:
    """The way from what was read to listed words and compounds, through the confusions of one document."""

    channel: Channel
    words: Lexicon = field(default_factory=lexicon)
    model: LanguageModel = field(default_factory=language_model)
    _found: dict[str, tuple[Candidate, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict[str, tuple[Candidate, ...]]
    )

    def candidates(self, read: str) -> tuple[Candidate, ...]:
        """The likeliest words behind `read`, best first; `read` as it stands is among them only by chance."""
        found = self._found.get(read)
        if found is None:
            found = self._found[read] = tuple(nsmallest(_MOST, self._ends(read), key=self._dearness))
        return found

    def _dearness(self, candidate: Candidate) -> float:
        alone = candidate.form or self.model.alone(candidate.word)
        return candidate.price - alone

    def _ends(self, read: str) -> Iterator[Candidate]:
        seen: set[str] = set()
        for state in sorted(self._walk(read), key=lambda state: (len(state.heads), state.total)):
            word = "".join(state.heads) + state.prefix
            if word not in seen and self._is_word(state):
                seen.add(word)
                form = state.form + self._part(state.prefix) if state.heads else 0.0
                yield Candidate(word, state.price, form, state.path)

    def _walk(self, read: str) -> tuple[_State, ...]:
        """The states that are left after the last letter of `read`."""
        capitals = not read[1:].islower() and read.isupper()
        front: list[dict[tuple[tuple[str, ...], str], _State]] = [{} for _ in range(len(read) + 3)]
        front[0][(), ""] = _State(0.0, 0.0, (), "", ())
        for at in range(len(read) + 1):
            states = self._kept(front[at])
            lost = [new for state in states for new in self._steps(state, self.channel.ways.get("", ()), 0.0)]
            states += lost
            if at == len(read):
                return tuple(states)
            begun = [new for state in states for new in self._joined(state, len(read) - at)]
            for new in begun if read[at].lower() == "s" else ():
                _offer(front[at + 1], new._replace(heads=(*new.heads[:-1], new.heads[-1] + "s")))
            states += begun
            for length in (1, 2):
                for piece, extra in _readings(read, at, length, capitals):
                    ways = self.channel.ways.get(piece, ())
                    for state in states:
                        for new in self._steps(state, ways, extra):
                            _offer(front[at + length], new)
        return ()

    def _kept(self, states: dict[tuple[tuple[str, ...], str], _State]) -> list[_State]:
        best = nsmallest(_BEAM, states.values(), key=lambda state: state.total)
        return [s for s in best if s.total <= best[0].total + _MARGIN and s.price <= _DEAREST]

    def _steps(self, state: _State, ways: tuple[Way, ...], extra: float) -> Iterator[_State]:
        prefixes = _prefixes()
        for confusion, price in ways:
            prefix = state.prefix + confusion.printed
            if prefix in prefixes:
                yield _State(
                    state.price + price + extra, state.form, state.heads, prefix, (*state.path, confusion)
                )

    def _joined(self, state: _State, left: int) -> Iterator[_State]:
        """The state with its word ended as a part of a compound, and the next part begun."""
        head = state.prefix
        room = left >= _SHORTEST_TAIL - 2 and len(state.heads) < _MOST_HEADS
        if (
            room
            and len("".join(state.heads)) + len(head) + left >= _SHORTEST_COMPOUND
            and self.words.is_part(head)
        ):
            form = state.form + self._part(head)
            yield state._replace(form=form, heads=(*state.heads, head), prefix="")

    def _part(self, part: str) -> float:
        return PART_WEIGHT * self.model.alone(part)

    def _is_word(self, state: _State) -> bool:
        if state.heads:
            tail = state.prefix
            return tail in _SHORT_TAILS or (len(tail) >= _SHORTEST_TAIL and self.words.is_part(tail))
        return state.prefix in self.words.uses


def _offer(states: dict[tuple[tuple[str, ...], str], _State], new: _State) -> None:
    old = states.get(new.key)
    if old is None or new.price < old.price:
        states[new.key] = new


def _readings(read: str, at: int, length: int, capitals: bool) -> Iterator[tuple[str, float]]:
    """The signs at a place as they stand and, where that differs, in lower case at its price."""
    piece = read[at : at + length]
    if len(piece) < length:
        return
    if not capitals:
        yield piece, 0.0
    folded = piece.lower()
    if folded != piece or capitals:
        yield folded, 0.0 if capitals or at == 0 else _STRANGE_CAPITAL
