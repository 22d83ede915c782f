"""A page is prepared for what ails it and for nothing else."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from ingest.picture import GreyImage, Picture
from ingest.prepare.page import is_blank, prepare
from ingest.prepare.tone import grain
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import (
    BOLD,
    FACES,
    PAPER,
    SANS,
    SERIF,
    TEXT,
    drawn,
    face_file,
    frozen,
    page,
    spread,
)

DPI = 100


def names(steps: tuple[str, ...]) -> list[str]:
    """The first word of each step."""
    return [step.split()[0] for step in steps]


@settings(max_examples=15, deadline=None)
@given(
    st.randoms(use_true_random=False),
    st.sampled_from((*FACES, BOLD)),
    st.sampled_from((100, 120, 150)),
    st.sampled_from((10.0, 11.0, 12.0)),
    st.sampled_from(((250, 25), (255, 0), (235, 60))),
)
def test_clean_page_comes_back_with_its_very_pixels(
    order: random.Random, face: str, dpi: int, points: float, shades: tuple[int, int]
) -> None:
    words = TEXT.split()
    order.shuffle(words)
    pixels = drawn(
        face, dpi, inches=(5, 6), points=points, paper=shades[0], ink=shades[1], text=" ".join(words)
    )
    prepared = prepare(Picture(pixels, dpi))
    (sheet,) = prepared.sheets
    assert sheet.steps == ()
    assert np.array_equal(sheet.pixels, pixels)
    assert prepared.pale is None
    assert (sheet.rotation, sheet.dpi, sheet.is_later) == (0, dpi, False)


CLEAN = page(SERIF, DPI)
EDGED = CLEAN.copy()
EDGED[:, :40] = 12
FOR_WHAT_AILS = [
    pytest.param(damage.turned(CLEAN, 2.0), ["deskew"], id="crooked"),
    pytest.param(damage.quartered(CLEAN, 1), ["turn"], id="on its side"),
    pytest.param(damage.quartered(CLEAN, 2), ["turn"], id="on its head"),
    pytest.param(damage.turned(damage.quartered(CLEAN, 2), -1.0), ["turn", "deskew"], id="both"),
    pytest.param(damage.peppered(CLEAN, 0.02), ["restore", "soften"], id="salt and pepper on coarse print"),
    pytest.param(damage.shaded(CLEAN, 0.5), ["even"], id="shadow"),
    pytest.param(damage.faint(CLEAN, 190), ["even"], id="faint"),
    pytest.param(EDGED, ["border"], id="dark edge"),
    pytest.param(page(SERIF, 60), ["scale"], id="tiny"),
    pytest.param(damage.blurred(CLEAN, 0.7), [], id="blurred"),
    pytest.param(damage.compressed(CLEAN, 50), [], id="compressed"),
    pytest.param(damage.grained(CLEAN, 6), ["whiten"], id="slight grain"),
]


@pytest.mark.parametrize(("pixels", "steps"), FOR_WHAT_AILS)
def test_page_gets_what_it_needs_and_says_so(pixels: GreyImage, steps: list[str]) -> None:
    (sheet,) = prepare(Picture(pixels, DPI)).sheets
    assert names(sheet.steps) == steps


def test_strong_grain_is_smoothed() -> None:
    noisy = damage.grained(page(SERIF, 150), 32)
    (sheet,) = prepare(Picture(noisy, 150)).sheets
    assert sheet.steps
    assert grain(sheet.pixels) < grain(noisy) / 2


def test_spread_gives_left_and_then_right() -> None:
    left, right = prepare(Picture(spread(SANS), DPI)).sheets
    assert names(left.steps) == ["left"]
    assert names(right.steps) == ["right"]
    assert (left.is_later, right.is_later) == (False, True)


def test_halves_of_a_spread_have_each_their_own_skew() -> None:
    half = spread(SANS).shape[1] // 2
    both = [
        damage.turned(spread(SANS)[:, part], by) for part, by in ((np.s_[:half], 1.0), (np.s_[half:], -1.0))
    ]
    left, right = prepare(Picture(np.hstack(both), DPI)).sheets
    assert left.rotation == pytest.approx(359, abs=0.2)
    assert right.rotation == pytest.approx(1, abs=0.2)


def test_stamp_is_a_sheet_of_its_own() -> None:
    image = Image.fromarray(page(SERIF, 150).copy())
    font = ImageFont.truetype(face_file(BOLD), 30)
    ImageDraw.Draw(image).text((460, 20), "GRANBY\nINKOM 1974", fill=150, font=font)
    prepared = prepare(Picture(frozen(image), 150))
    assert prepared.pale is not None
    assert names(prepared.sheets[0].steps) == ["without"]
    assert names(prepared.pale.steps) == ["pale"]


@pytest.mark.parametrize("quarters", range(4))
def test_direction_can_be_given(quarters: int) -> None:
    (sheet,) = prepare(Picture(CLEAN, DPI), quarters).sheets
    assert sheet.rotation == 90 * quarters
    assert np.array_equal(sheet.pixels, damage.quartered(CLEAN, quarters))


def test_what_was_done_before_stands_first() -> None:
    (sheet,) = prepare(Picture(damage.turned(CLEAN, 2.0), DPI, ("dpi by A4",))).sheets
    assert names(sheet.steps) == ["dpi", "deskew"]


def speck() -> GreyImage:
    pixels = np.full((900, 700), PAPER, dtype=np.uint8)
    pixels[100:104, 300:304] = 0
    return pixels


@pytest.mark.parametrize(
    "pixels",
    [
        pytest.param(np.full((900, 700), 230, dtype=np.uint8), id="paper"),
        pytest.param(np.full((900, 700), 10, dtype=np.uint8), id="black"),
        pytest.param(damage.grained(np.full((900, 700), 230, dtype=np.uint8), 8), id="paper with grain"),
        pytest.param(damage.shaded(np.full((900, 700), 250, dtype=np.uint8), 0.85), id="paper in shadow"),
        pytest.param(np.zeros((8, 700), dtype=np.uint8), id="a strip lower than print"),
        pytest.param(np.zeros((1, 1), dtype=np.uint8), id="one pixel"),
        pytest.param(speck(), id="one speck"),
    ],
)
def test_blank_page_is_seen(pixels: GreyImage) -> None:
    assert is_blank(pixels)


@pytest.mark.parametrize(
    "pixels",
    [
        pytest.param(CLEAN, id="print"),
        pytest.param(page(SERIF, DPI, text="Granby", inches=(6, 2)), id="a few words"),
        pytest.param(damage.faint(CLEAN, 170), id="faint print"),
        pytest.param(damage.grained(CLEAN, 25), id="print in grain"),
    ],
)
def test_written_page_is_not_blank(pixels: GreyImage) -> None:
    assert not is_blank(pixels)


@pytest.mark.parametrize(
    "shape", [(16, 16), (17, 3000), (3000, 17), (40, 40)], ids=["dot", "strip", "pole", "stamp"]
)
@pytest.mark.parametrize("kind", ["noise", "black", "stripes"])
def test_odd_images_are_borne(shape: tuple[int, int], kind: str) -> None:
    pixels = np.random.default_rng(1).integers(0, 255, shape).astype(np.uint8)
    if kind == "black":
        pixels[:] = 0
    if kind == "stripes":
        pixels[::4] = 250
    for sheet in prepare(Picture(pixels, 300)).sheets:
        assert sheet.pixels.dtype == np.uint8
        assert min(sheet.pixels.shape) > 0
