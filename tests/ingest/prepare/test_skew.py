"""Crooked pages are laid level, and others are not touched."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.prepare.sheet import Sheet
from ingest.prepare.skew import level, skew
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import BOLD, FACES, MONO, SANS, SERIF, page

A4 = (8.27, 11.69)
DEGREES = (-5.0, -2.5, -0.7, -0.3, 0.0, 0.4, 1.2, 3.3, 5.0)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("degrees", DEGREES)
def test_skew_is_found_to_a_tenth_of_a_degree(face: str, degrees: float) -> None:
    assert skew(damage.turned(page(face, inches=A4), degrees)) == pytest.approx(-degrees, abs=0.1)


@pytest.mark.parametrize("degrees", DEGREES[::2])
def test_skew_is_found_through_noise(degrees: float) -> None:
    crooked = damage.turned(page(SERIF, inches=A4), degrees)
    assert skew(damage.grained(crooked, 25)) == pytest.approx(-degrees, abs=0.1)
    assert skew(damage.peppered(crooked, 0.02)) == pytest.approx(-degrees, abs=0.1)


@settings(max_examples=10, deadline=None)
@given(st.floats(-5, 5), st.sampled_from((*FACES, BOLD)), st.sampled_from((100, 150)))
def test_skew_is_found_at_any_angle(degrees: float, face: str, dpi: int) -> None:
    crooked = damage.turned(page(face, dpi, inches=A4), degrees)
    assert skew(crooked) == pytest.approx(-degrees, abs=0.13)


@pytest.mark.parametrize("degrees", [-3.0, -1.0, 1.0, 3.0])
def test_skew_of_a_slip_is_found(degrees: float) -> None:
    slip = damage.turned(page(SERIF, inches=(4, 5)), degrees)
    assert skew(slip) == pytest.approx(-degrees, abs=0.2)


@pytest.mark.parametrize("degrees", [-4.0, 1.3])
def test_crooked_page_is_laid_level_and_says_so(degrees: float) -> None:
    sheet = level(Sheet(damage.turned(page(SANS), degrees), 100))
    assert [step.split()[0] for step in sheet.steps] == ["deskew"]
    assert sheet.rotation == pytest.approx(-degrees % 360, abs=0.1)
    assert abs(skew(sheet.pixels)) < 0.1


def test_nothing_is_cut_off_and_new_corners_are_paper() -> None:
    crooked = damage.turned(page(SANS), 4)
    sheet = level(Sheet(crooked, 100))
    assert sheet.pixels.shape > crooked.shape
    assert np.sum(sheet.pixels < 128) == pytest.approx(np.sum(crooked < 128), rel=0.05)
    corners = (sheet.pixels[:8, :8], sheet.pixels[:8, -8:], sheet.pixels[-8:, :8], sheet.pixels[-8:, -8:])
    assert all(int(np.ptp(corner)) <= 2 for corner in corners)


@pytest.mark.parametrize("face", FACES)
def test_straight_page_keeps_its_very_pixels(face: str) -> None:
    given = Sheet(page(face), 100)
    assert level(given) is given


def picture_of_nothing(kind: str) -> np.ndarray:
    """What has no lines: paper, noise, and a soft picture."""
    noise = np.random.default_rng(5).integers(0, 255, (400, 300)).astype(np.uint8)
    if kind == "paper":
        return np.full((400, 300), 250, dtype=np.uint8)
    return noise if kind == "noise" else damage.blurred(noise, 9)


@pytest.mark.parametrize("kind", ["paper", "noise", "picture"])
def test_what_has_no_lines_has_no_skew(kind: str) -> None:
    assert skew(picture_of_nothing(kind)) == 0.0


@pytest.mark.parametrize("degrees", [-2.0, 2.0])
def test_few_lines_of_large_type_are_enough(degrees: float) -> None:
    few = page(MONO, 100, inches=(6, 2.2), points=16)
    assert skew(damage.turned(few, degrees)) == pytest.approx(-degrees, abs=0.2)
