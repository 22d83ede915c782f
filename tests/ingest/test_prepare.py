"""A page is prepared for what ails it, and every place leads back to the page as given."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.picture import GreyImage, Picture
from ingest.prepare import impulses, is_blank, is_drowned, prepare, skew
from models.geometry import Box


def page(width: int = 800, height: int = 1000) -> GreyImage:
    """A page of print: lines of words as dark bars, a mark near its top left corner."""
    pixels = np.full((height, width), 250, dtype=np.uint8)
    for y in range(120, height - 120, 30):
        for x in range(100, width - 120, 60):
            pixels[y : y + 12, x : x + 20 + (x * y) % 30] = 20
    return pixels


def turned(pixels: GreyImage, degrees: float) -> GreyImage:
    height, width = pixels.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return np.asarray(
        cv2.warpAffine(pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(250,)),
        dtype=np.uint8,
    )


def peppered(pixels: GreyImage, share: float) -> GreyImage:
    noise = np.random.default_rng(1).random(pixels.shape)
    return np.where(noise < share / 2, 0, np.where(noise > 1 - share / 2, 255, pixels)).astype(np.uint8)


@pytest.mark.parametrize("degrees", [-5.0, -2.0, -0.4, 0.0, 0.3, 1.5, 3.2])
def test_skew_is_found_to_a_tenth_of_a_degree(degrees: float) -> None:
    assert skew(turned(page(), degrees)) == pytest.approx(-degrees, abs=0.11)


def test_good_page_is_left_alone() -> None:
    prepared = prepare(Picture(page(), 300))
    assert prepared.picture.steps == ()
    assert prepared.rotation == 0
    assert np.array_equal(prepared.picture.pixels, page())


def test_crooked_page_is_made_straight_and_says_so() -> None:
    prepared = prepare(Picture(turned(page(), 2.0), 300))
    assert prepared.rotation == pytest.approx(358.0, abs=0.11)
    assert [step.split()[0] for step in prepared.picture.steps] == ["deskew"]
    assert abs(skew(prepared.picture.pixels)) < 0.15


@pytest.mark.parametrize(("share", "steps"), [(0.0, 0), (0.02, 1), (0.1, 1)])
def test_median_only_where_there_is_impulse_noise(share: float, steps: int) -> None:
    prepared = prepare(Picture(peppered(page(), share), 300))
    assert len(prepared.picture.steps) == steps
    assert impulses(prepared.picture.pixels) < 0.002


def test_blank_page_is_seen() -> None:
    assert is_blank(np.full((900, 700), 230, dtype=np.uint8))
    assert not is_blank(page())


@settings(max_examples=25, deadline=None)
@given(
    st.floats(-4, 4),
    st.sampled_from([0, 1, 2, 3]),
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)),
)
def test_boxes_map_back_into_the_page(
    degrees: float, quarters: int, corners: tuple[float, float, float, float]
) -> None:
    given_page = Picture(turned(page(400, 500), degrees), 150)
    prepared = prepare(given_page, quarters)
    wide, high = prepared.picture.width, prepared.picture.height
    x0, x1 = sorted(corners[:2])
    y0, y1 = sorted(corners[2:])
    box = prepared.place(Box(x0 * wide, y0 * high, x1 * wide, y1 * high), given_page.width, given_page.height)
    assert 0 <= box.x0 <= box.x1 <= given_page.width
    assert 0 <= box.y0 <= box.y1 <= given_page.height


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_mark_is_found_where_it_stands_on_the_page_as_given(quarters: int) -> None:
    """A dark bar at a known place is where the way back says, also after a turn and deskewing."""
    pixels = np.full((1000, 800), 250, dtype=np.uint8)
    pixels[300:320, 200:260] = 0
    prepared = prepare(Picture(pixels, 300), quarters)
    ys, xs = np.nonzero(prepared.picture.pixels < 128)
    box = prepared.place(Box(xs.min(), ys.min(), xs.max() + 1, ys.max() + 1), 800, 1000)
    assert (box.x0, box.y0, box.x1, box.y1) == pytest.approx((200, 300, 260, 320), abs=6)


def grained(pixels: GreyImage) -> GreyImage:
    noise = np.random.default_rng(2).normal(0, 15, pixels.shape)
    return np.clip(pixels + noise, 0, 255).astype(np.uint8)


def signature() -> GreyImage:
    """A page with one word of print."""
    pixels = np.full((1000, 800), 250, dtype=np.uint8)
    pixels[500:512, 100:180] = 20
    return pixels


def test_a_word_in_grain_is_freed_of_it() -> None:
    prepared = prepare(Picture(grained(signature()), 300, ()))
    assert "whiten" in prepared.picture.steps
    white = np.count_nonzero(prepared.picture.pixels == np.uint8(255))
    assert white > 0.99 * prepared.picture.pixels.size
    assert prepared.picture.pixels[506, 140] < 80


@pytest.mark.parametrize("pixels", [page(), signature(), grained(page()), np.full((900, 700), 250, np.uint8)])
def test_pages_whose_print_stands_out_are_left_alone(pixels: GreyImage) -> None:
    assert not is_drowned(pixels)


def test_faint_print_is_never_whitened() -> None:
    faint = np.where(signature() < 100, 200, 250).astype(np.uint8)
    assert not is_drowned(grained(faint))
