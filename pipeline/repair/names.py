"""Names whose å, ä and ö were lost: those of lists, those that parts of names make, those of the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from models.swedish.confusions import Confusion
from models.swedish.name_parts import listed_names, made_names, plain_names
from pipeline.repair.channel import Channel
from pipeline.repair.search import Candidate

_SHAPE = str.maketrans(dict.fromkeys("åäöaoéèóôòi6405d", "*"))
"""å, ä and ö, and what they are read as, alike: names that may be confused have one shape."""
_LISTED = -7.0
_MADE = -8.5
"""The log weights of a name of the lists, and of one that parts make, among all unlisted words."""
_LEAST_SHARE = 0.01
"""A rarer confusion is no evidence of a name, which follows no rule of spelling."""
_MARKED = frozenset("åäö")

Shapes = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Names:
    """The names that may stand in a document, besides those that the lexicon lists; `own` in lower case."""

    own: frozenset[str] = frozenset()
    _shapes: Shapes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the document's own names by their shapes."""
        object.__setattr__(self, "_shapes", _by_shape(name for name in self.own if _MARKED & {*name}))

    def candidates(self, read: str, channel: Channel) -> Iterator[Candidate]:
        """The names that may have been printed where `read` stands, its case aside."""
        low = read.lower()
        if low in plain_names():
            return
        shape = low.translate(_SHAPE)
        for name in dict.fromkeys((*self._shapes.get(shape, ()), *_general().get(shape, ()))):
            path = tuple(map(Confusion, name, low))
            prices = [_price(channel, step) for step in path]
            if name != low and None not in prices:
                form = _LISTED if name in listed_names() or name in self.own else _MADE
                yield Candidate(name, sum(price or 0.0 for price in prices), form, path)


@cache
def _general() -> Shapes:
    return _by_shape((*listed_names(), *made_names()))


def _by_shape(names: Iterable[str]) -> Shapes:
    shapes: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        shapes[name.translate(_SHAPE)].append(name)
    return {shape: tuple(found) for shape, found in shapes.items()}


def _price(channel: Channel, step: Confusion) -> float | None:
    """The price of a confusion; None for one that hardly happens, or is of a letter without marks."""
    rare = step.printed not in _MARKED or channel.shares.get(step, 0.0) < _LEAST_SHARE
    if step.printed != step.read and rare:
        return None
    return next((way.price for way in channel.ways.get(step.read, ()) if way.confusion == step), None)
