"""The program's values found again: which of them each correction is about, also after another run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from archive.review.chains import Chain
from archive.review.fields import Entry, ListField
from models.correction import Anchor, Spot
from models.geometry import Box
from models.mention import BoxTuple, Place
from models.text import Text

_COVERED = 0.5
"""Boxes are of one place where so much of the smaller lies in the larger."""


@dataclass(frozen=True, slots=True)
class Known:
    """A value of the program's, as corrections know values."""

    told: JsonValue
    spot: Spot | None
    nth: int

    @property
    def anchor(self) -> Anchor:
        """By what it is found again."""
        return Anchor(value=self.told, spot=self.spot, nth=self.nth)


def spot_of(place: Place, text: Text) -> Spot:
    """The place in the text as read."""
    start, end = text.to_raw(place.start, place.end)
    return Spot(page=place.page, start=start, end=end, raw=place.raw, boxes=place.boxes[:50])


def known(entries: Sequence[Entry], text: Text) -> list[Known]:
    """The values of a list; those that are alike in value and place are counted."""
    found: list[Known] = []
    counts: dict[str, int] = {}
    for entry in entries:
        spot = spot_of(entry.places[0], text) if entry.places else None
        alike = repr((entry.told, spot))
        counts[alike] = counts.get(alike, -1) + 1
        found.append(Known(entry.told, spot, counts[alike]))
    return found


_Test = Callable[[Chain, Anchor, Known], bool]


def _same(_chain: Chain, anchor: Anchor, one: Known) -> bool:
    return one.anchor == anchor


def _same_value(_chain: Chain, anchor: Anchor, one: Known) -> bool:
    return one.told == anchor.value and _page(one.spot) == _page(anchor.spot)


def _moved(_chain: Chain, anchor: Anchor, one: Known) -> bool:
    return one.told == anchor.value


def _corrected(chain: Chain, anchor: Anchor, one: Known) -> bool:
    return one.told == chain.last.after and _page(one.spot) == _page(anchor.spot)


def matched(field: ListField, found: Sequence[Known], wanted: Sequence[Chain]) -> dict[int, int]:
    """For each chain by its root, the value (from 0) that it is about; none where that is gone.

    The surest likeness counts first, over all chains: the same value at the same place, what the correction
    says, the same value elsewhere, the same name or number, another value at the same place.
    """

    def named(_chain: Chain, anchor: Anchor, one: Known) -> bool:
        return bool(field.key) and same_key(field, one.told, anchor.value)

    def there(_chain: Chain, anchor: Anchor, one: Known) -> bool:
        return same_spot(one.spot, anchor.spot)

    def named_there(chain: Chain, anchor: Anchor, one: Known) -> bool:
        return named(chain, anchor, one) and there(chain, anchor, one)

    tests: tuple[_Test, ...] = (_same, _same_value, _corrected, _moved, named_there, named, there)
    taken: dict[int, int] = {}
    for test in tests:
        free = [n for n in range(len(found)) if n not in taken.values()]
        for chain in wanted:
            # What a person added is met by nothing of the program's but its like.
            if chain.root not in taken and (chain.anchor or test is _corrected):
                anchor = chain.anchor or Anchor(spot=chain.last.spot)
                hit = next((n for n in free if test(chain, anchor, found[n])), None)
                if hit is not None:
                    taken[chain.root] = hit
                    free.remove(hit)
    return taken


def same_key(field: ListField, one: JsonValue, other: JsonValue) -> bool:
    """Whether two values bear the same name or number."""
    return _key(field, one) == _key(field, other)


def _key(field: ListField, value: JsonValue) -> tuple[JsonValue, ...]:
    held: dict[str, JsonValue] = value if isinstance(value, dict) else {}
    return tuple(held.get(name) for name in field.key)


def _page(spot: Spot | None) -> int | None:
    return spot.page if spot else None


def same_spot(one: Spot | None, other: Spot | None) -> bool:
    """Whether two places are one: on the same page, the same text as read or boxes that cover each other."""
    if one is None or other is None or one.page != other.page:
        return False
    if one.raw and one.raw == other.raw and one.start == other.start:
        return True
    return any(_cover(a, b) for a in one.boxes for b in other.boxes)


def _cover(one: BoxTuple, other: BoxTuple) -> bool:
    a, b = Box(*one), Box(*other)
    width = min(a.x1, b.x1) - max(a.x0, b.x0)
    height = min(a.y1, b.y1) - max(a.y0, b.y0)
    if width <= 0 or height <= 0:
        return False
    return width * height >= _COVERED * min(a.width * a.height, b.width * b.height)
