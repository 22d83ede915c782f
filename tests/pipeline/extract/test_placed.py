from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from models.mention import Place
from pipeline.extract.placed import Placed, Span


@dataclass(frozen=True, slots=True)
class Thing:
    name: int
    places: tuple[Place, ...]


def place(start: int) -> Place:
    return Place(page=1, start=start, end=start + 1, boxes=(), raw="x", confidence=1.0, rule="test")


THINGS = st.lists(st.lists(st.integers(0, 60), max_size=4), max_size=12).map(
    lambda starts: [Thing(n, tuple(map(place, sorted(at)))) for n, at in enumerate(starts)]
)
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4)


def stands(thing: Thing, spans: list[Span]) -> bool:
    return any(low <= at.start < high for at in thing.places for low, high in spans)


@given(THINGS, SPANS)
def test_what_is_within_is_what_a_look_through_all_finds(things: list[Thing], spans: list[Span]) -> None:
    assert Placed(things).within(*spans) == [thing for thing in things if stands(thing, spans)]


@given(THINGS, SPANS)
def test_mentions_are_in_the_order_of_the_text(things: list[Thing], spans: list[Span]) -> None:
    expected = sorted(
        {(at.start, thing.name) for thing in things for at in thing.places
         if any(low <= at.start < high for low, high in spans)}
    )  # fmt: skip
    assert [thing.name for thing in Placed(things).mentioned(spans)] == [name for _, name in expected]
