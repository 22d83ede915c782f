"""Boxes on a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.geometry import Box, hull, rows

EDGES = st.tuples(*[st.floats(0, 1000, allow_nan=False)] * 4)
BOXES = EDGES.map(lambda e: Box(min(e[0], e[2]), min(e[1], e[3]), max(e[0], e[2]), max(e[1], e[3])))


def test_a_slanting_line_is_one_row() -> None:
    words = [Box(x, 100 + x / 20, x + 90, 120 + x / 20) for x in range(0, 1000, 100)]
    assert rows(words) == (Box(0, 100, 990, 165),)


def test_two_lines_are_two_rows() -> None:
    assert len(rows([Box(0, 0, 10, 10), Box(0, 12, 10, 22)])) == 2


@given(st.lists(BOXES, min_size=1, max_size=8))
def test_rows_cover_what_their_boxes_cover(boxes: list[Box]) -> None:
    assert hull(rows(boxes)) == hull(boxes)
