"""The soft print of a page's back is taken off; sharp print, however pale, and worn pages stay."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

import numpy as np
import pytest
from PIL import Image

from ingest.picture import GreyImage
from ingest.prepare.sheet import Sheet
from ingest.prepare.shine import without_shine
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import FACES, MONO, PAPER, SANS, SERIF, drawn, frozen, page, write

DPI = 150


@cache
def shining(face: str = SERIF, ink: int = 190, sigma: float = 2.5) -> GreyImage:
    """A page through which the print of its back, mirrored, shows softly between its lines."""
    back = damage.blurred(np.roll(np.fliplr(drawn(face, DPI, ink=25)), 9, axis=0), sigma)
    depth = (PAPER - back.astype(np.float64)) * (PAPER - ink) / (PAPER - float(back.min()))
    return np.asarray(np.minimum(page(face, DPI), PAPER - depth), dtype=np.uint8)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("ink", [165, 190])
def test_soft_print_of_the_back_is_taken_off(face: str, ink: int) -> None:
    sheet = without_shine(Sheet(shining(face, ink), DPI))
    assert [step.split(" (")[0] for step in sheet.steps] == ["without shine"]
    own = page(face, DPI) < 128
    assert np.array_equal(sheet.pixels < 128, shining(face, ink) < 128)
    before, after = (np.mean(pixels[~own] < PAPER - 30) for pixels in (shining(face, ink), sheet.pixels))
    assert after < before / 3


def test_own_print_keeps_its_very_pixels() -> None:
    """Where ink stands that is darker than what shines through, nothing is painted."""
    given = shining()
    taken = without_shine(Sheet(given, DPI)).pixels
    changed = taken != given
    assert not np.any(changed & (given < 128))
    assert len(np.unique(taken[changed])) == 1
    assert int(taken[changed][0]) == PAPER


def test_taken_off_once_it_is_gone() -> None:
    once = without_shine(Sheet(shining(), DPI))
    assert without_shine(once) is once


def of_two_inks(pale: int) -> GreyImage:
    """A page whose second half is sharp print of a paler ink, as of a worn ribbon."""
    image = Image.new("L", (900, 1200), PAPER)
    write(image, (112, 112, 788, 600), dpi=DPI)
    write(image, (112, 600, 788, 1088), dpi=DPI, ink=pale)
    return frozen(image)


@pytest.mark.parametrize("pale", [140, 165, 190])
def test_sharp_pale_print_stays(pale: int) -> None:
    given = Sheet(of_two_inks(pale), DPI)
    assert without_shine(given) is given


def copied(pixels: GreyImage) -> GreyImage:
    return damage.compressed(damage.grained(damage.blurred(pixels, 1.0), 8), 50)


WORN: dict[str, Callable[[GreyImage], GreyImage]] = {
    "clean": np.asarray,
    "slightly blurred": partial(damage.blurred, sigma=0.7),
    "blurred": partial(damage.blurred, sigma=1.5),
    "strongly blurred": partial(damage.blurred, sigma=3.0),
    "compressed": partial(damage.compressed, quality=40),
    "strongly compressed": partial(damage.compressed, quality=15),
    "grained": partial(damage.grained, deviation=6),
    "noisy": partial(damage.grained, deviation=25),
    "crooked": partial(damage.turned, degrees=2.0),
    "faint": partial(damage.faint, ink=170),
    "copied": copied,
}


@pytest.mark.parametrize("how", WORN)
@pytest.mark.parametrize("face", [SANS, SERIF, MONO])
def test_page_without_a_printed_back_is_left_alone(face: str, how: str) -> None:
    given = Sheet(WORN[how](page(face, DPI)), DPI)
    assert without_shine(given) is given


def test_what_shines_through_in_strong_noise_is_left_alone() -> None:
    given = Sheet(damage.grained(shining(), 25), DPI)
    assert without_shine(given) is given


@pytest.mark.parametrize("grey", [0, 128, PAPER, 255])
def test_sheet_of_one_grey_is_left_alone(grey: int) -> None:
    given = Sheet(np.full((300, 200), grey, dtype=np.uint8), DPI)
    assert without_shine(given) is given
