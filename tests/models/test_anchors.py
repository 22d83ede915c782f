from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from models.anchors import Anchor, Anchors
from models.geometry import Box

BOXES = st.one_of(st.none(), st.builds(Box, *[st.floats(0, 5_000, width=32)] * 4))
SURENESS = st.one_of(st.none(), st.floats(0, 1))


@st.composite
def words(draw: st.DrawFn) -> list[Anchor]:
    """Anchors in order and apart, as a text has them."""
    edges = sorted(draw(st.sets(st.integers(0, 200), max_size=40)))
    return [
        Anchor(start, end, draw(st.integers(1, 9)), draw(BOXES), draw(SURENESS))
        for start, end in list(pairwise(edges))[::2]
    ]


@given(words())
def test_they_are_what_they_were_made_of(given_words: list[Anchor]) -> None:
    anchors = Anchors(given_words)
    assert list(anchors) == given_words
    assert anchors[1:] == tuple(given_words[1:])
    assert anchors == Anchors(iter(given_words))
    assert hash(anchors) == hash(Anchors(given_words))


@given(words(), st.integers(0, 200), st.integers(0, 200), st.integers(0, 100), st.integers(0, 100))
def test_a_part_holds_what_lies_in_it(given_words: list[Anchor], a: int, b: int, c: int, d: int) -> None:
    (low, high), (within_low, within_high) = sorted((a, b)), sorted((c, d))
    part = Anchors(given_words).within(low, high)
    expected = [
        Anchor(one.start - low, one.end - low, one.page, one.box, one.confidence)
        for one in given_words
        if low <= one.start and one.end <= high
    ]
    assert list(part) == expected
    assert part == Anchors(expected)
    assert list(part.touching(within_low, within_high)) == [
        one for one in expected if one.end > within_low and one.start < within_high
    ]
    assert list(part.within(within_low, within_high)) == list(
        Anchors(expected).within(within_low, within_high)
    )


def test_others_are_not_equal() -> None:
    assert Anchors([Anchor(0, 1, 1)]) != Anchors([Anchor(0, 1, 2)])
    assert Anchors([Anchor(0, 1, 1)]) != Anchors()
    assert Anchors() != ()
