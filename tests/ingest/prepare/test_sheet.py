"""A sheet knows the way back from its pixels to the page as given, whatever was done to it."""

from __future__ import annotations

from functools import reduce

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.picture import GreyImage, Picture
from ingest.prepare.page import prepare
from ingest.prepare.sheet import Sheet, grey, shrunk
from ingest.prepare.upright import turned
from models.geometry import Box
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import MONO, SANS, SERIF, page, spread

MARK = 8
"""The side of the black square that is looked for, in pixels of the page as given: wider than any stroke."""


def plain(width: int = 60, height: int = 90) -> Sheet:
    return Sheet(np.full((height, width), 250, dtype=np.uint8), 100)


def marked(pixels: GreyImage, x: int, y: int) -> GreyImage:
    """The page with a black square in the middle of a white one, its middle at x, y."""
    painted = pixels.copy()
    half = MARK // 2
    painted[max(0, y - MARK) : y + MARK, max(0, x - MARK) : x + MARK] = 250
    painted[y - half : y + half, x - half : x + half] = 0
    return painted


def darkest(sheet: Sheet, dpi: int) -> tuple[float, float, float]:
    """How dark the sheet's darkest square of the mark's size is, and the middle of that square."""
    side = max(2, round(MARK * sheet.dpi / dpi))
    sums = np.pad(sheet.pixels.astype(np.float64), ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    means = (sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]) / side**2
    rows, columns = np.nonzero(means <= means.min() + 2)
    return float(means.min()), float(columns.mean()) + side / 2, float(rows.mean()) + side / 2


def back(sheet: Sheet, x: float, y: float, pixels: GreyImage) -> tuple[float, float]:
    height, width = pixels.shape
    box = sheet.place(Box(x, y, x, y), width, height)
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


@settings(max_examples=12, deadline=None)
@given(
    st.sampled_from(((SANS, 75), (SERIF, 100), (MONO, 100))),
    st.floats(-4, 4),
    st.integers(0, 3),
    st.sampled_from((0.0, 10.0)),
    st.tuples(st.floats(0.05, 0.95), st.floats(0.05, 0.95)),
)
def test_mark_is_found_where_it_was_drawn(
    drawn: tuple[str, int], degrees: float, quarters: int, noise: float, at: tuple[float, float]
) -> None:
    """Through whatever steps the page needed: turns, deskewing, scaling, smoothing."""
    face, dpi = drawn
    pixels = damage.turned(damage.quartered(page(face, dpi, inches=(4, 5)), quarters), degrees)
    x, y = round(at[0] * pixels.shape[1]), round(at[1] * pixels.shape[0])
    given_page = damage.grained(marked(pixels, x, y), noise)
    (sheet,) = prepare(Picture(given_page, dpi)).sheets
    _, across, down = darkest(sheet, dpi)
    assert back(sheet, across, down, given_page) == pytest.approx((x, y), abs=2)


@pytest.mark.parametrize("degrees", [-1.5, 2.0])
@pytest.mark.parametrize(("x", "y"), [(90, 80), (690, 350), (900, 540)])
def test_mark_on_a_page_of_a_spread_is_found_where_it_was_drawn(degrees: float, x: int, y: int) -> None:
    given_page = marked(damage.turned(spread(SANS, 100), degrees), x, y)
    sheets = prepare(Picture(given_page, 100)).sheets
    assert len(sheets) == 2
    sheet = min(sheets, key=lambda one: darkest(one, 100)[0])
    _, across, down = darkest(sheet, 100)
    assert back(sheet, across, down, given_page) == pytest.approx((x, y), abs=2)


COORDINATES = st.tuples(st.floats(0, 60), st.floats(0, 60), st.floats(0, 90), st.floats(0, 90))


@given(st.lists(st.integers(-3, 3), max_size=4), COORDINATES)
def test_boxes_stay_whole_and_on_the_page_through_turns(
    quarters: list[int], corners: tuple[float, float, float, float]
) -> None:
    sheet = reduce(turned, quarters, plain())
    (x0, x1), (y0, y1) = sorted(corners[:2]), sorted(corners[2:])
    box = sheet.place(Box(x0, y0, x1, y1), 60, 90)
    assert 0 <= box.x0 <= box.x1 <= 60
    assert 0 <= box.y0 <= box.y1 <= 90


@given(st.integers(0, 60), st.integers(0, 90), st.lists(st.integers(0, 3), max_size=4))
def test_turns_keep_every_point(x: int, y: int, quarters: list[int]) -> None:
    sheet = reduce(turned, quarters, plain())
    across, down = sheet.forth @ (x, y, 1)
    assert back(sheet, float(across), float(down), plain().pixels) == pytest.approx((x, y), abs=0.02)


def test_moves_are_put_one_after_the_other() -> None:
    doubled = np.array([[2.0, 0.0, 0.0], [0.0, 2.0, 0.0]])
    shifted = np.array([[1.0, 0.0, -10.0], [0.0, 1.0, 5.0]])
    sheet = plain().moved(plain().pixels, "double", doubled).moved(plain().pixels, "shift", shifted)
    assert sheet.steps == ("double", "shift")
    assert sheet.place(Box(10, 25, 30, 45), 60, 90) == Box(10, 10, 20, 20)


def test_boxes_that_reach_over_the_edge_end_there() -> None:
    assert plain().place(Box(-4, -7, 99, 99), 60, 90) == Box(0, 0, 60, 90)


def test_repainting_moves_nothing() -> None:
    sheet = plain().repainted(np.zeros((90, 60)), "blacken")
    assert sheet.steps == ("blacken",)
    assert np.array_equal(sheet.forth, plain().forth)
    assert sheet.pixels.dtype == np.uint8


def test_picture_is_what_the_engine_needs() -> None:
    picture = plain().repainted(np.zeros((90, 60)), "blacken").picture
    assert (picture.width, picture.height, picture.dpi, picture.steps) == (60, 90, 100, ("blacken",))


@pytest.mark.parametrize(("scale", "shape"), [(1.0, (90, 60)), (0.5, (45, 30)), (0.001, (1, 1))])
def test_shrunk_images_keep_their_shade_and_one_pixel(scale: float, shape: tuple[int, int]) -> None:
    small = shrunk(plain().pixels, scale)
    assert small.shape == shape
    assert set(small.ravel()) == {250}


def test_grey_is_bytes() -> None:
    assert grey([[0.0, 255.0]]).dtype == np.uint8
