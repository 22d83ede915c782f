"""Print of a paler ink is parted from the page's own; a page of one ink is left alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from ingest.picture import GreyImage
from ingest.prepare.pale import part_pale
from ingest.prepare.sheet import Sheet
from models.geometry import Box
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import BOLD, FACES, MONO, PAPER, SANS, SERIF, face_file, frozen, page, write

DPI = 150
STAMP = (480, 10, 860, 108)
"""Where the stamp stands, in pixels."""


def over(one: GreyImage, other: GreyImage) -> GreyImage:
    """Both on one sheet: where either is dark, it is."""
    return np.asarray(np.minimum(one, other), dtype=np.uint8)


def shown_through(ink: int, face: str = SERIF) -> GreyImage:
    """A page with the print of its back showing through."""
    back = np.fliplr(page(face, DPI, ink=ink))
    return over(page(face, DPI), np.roll(back, 9, axis=0))


def stamped(ink: int, face: str = SERIF, degrees: float = 0.0) -> GreyImage:
    """A page with a stamp in its upper margin."""
    image = Image.new("L", (900, 1200), PAPER)
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(face_file(BOLD), 30)
    draw.text((500, 20), "GRANBY KOMMUN", fill=ink, font=font)
    draw.text((500, 62), "INKOM 1974-03-21", fill=ink, font=font)
    turned = image.rotate(degrees, center=(660, 60), fillcolor=PAPER, resample=Image.Resampling.BICUBIC)
    return over(page(face, DPI), frozen(turned))


def is_ink(pixels: GreyImage) -> NDArray[np.bool_]:
    return pixels < 128


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("ink", [170, 195])
def test_what_shows_through_is_taken_off_and_nobody_reads_it(face: str, ink: int) -> None:
    layers = part_pale(Sheet(shown_through(ink, face), DPI))
    assert [step.split(" (")[0] for step in layers.page.steps] == ["without pale print"]
    assert layers.pale is None
    own = is_ink(page(face, DPI))
    assert np.mean(is_ink(layers.page.pixels) != own) < 0.02
    assert np.mean(layers.page.pixels[~own] < 220) < 0.06


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("ink", [140, 165])
def test_stamp_is_kept_as_an_image_of_its_own(face: str, ink: int) -> None:
    layers = part_pale(Sheet(stamped(ink, face), DPI))
    assert [step.split(" (")[0] for step in layers.page.steps] == ["without pale print"]
    left, top, right, bottom = STAMP
    assert int(layers.page.pixels[top:bottom, left:right].min()) > 200
    assert np.mean(is_ink(layers.page.pixels) != is_ink(page(face, DPI))) < 0.01
    pale = layers.pale
    assert pale is not None
    height, width = pale.pixels.shape
    place = pale.place(Box(0, 0, width, height), 900, 1200)
    assert place.x0 < 500
    assert place.x1 > 760
    assert place.y0 < 28
    assert place.y1 > 90
    assert place.width * place.height < 900 * 1200 / 4
    assert np.count_nonzero(pale.pixels < 200) > 1000
    assert not (pale.pixels < ink - 40).any()


def test_stamp_lies_where_it_was_put() -> None:
    pale = part_pale(Sheet(stamped(150), DPI)).pale
    assert pale is not None
    rows, columns = np.nonzero(pale.pixels < 200)
    box = Box(float(columns.min()), float(rows.min()), float(columns.max()), float(rows.max()))
    place = pale.place(box, 900, 1200)
    drawn_rows, drawn_columns = np.nonzero(stamped(150)[:108] < 200)
    assert place.y0 == pytest.approx(drawn_rows.min(), abs=2)
    assert place.x0 == pytest.approx(drawn_columns.min(), abs=2)


@pytest.mark.parametrize("degrees", [-12.0, 7.0])
def test_crooked_stamp_is_taken_off_too(degrees: float) -> None:
    layers = part_pale(Sheet(stamped(170, degrees=degrees), DPI))
    assert layers.pale is not None
    assert np.mean(is_ink(layers.page.pixels) != is_ink(page(SERIF, DPI))) < 0.01


def of_two_weights() -> GreyImage:
    """Thin letters and thick ones, of one ink: small print comes out paler than a heading."""
    image = Image.new("L", (900, 1200), PAPER)
    write(image, (112, 112, 788, 300), dpi=DPI, face=BOLD, points=16)
    write(image, (112, 320, 788, 700), dpi=DPI, face=SERIF, points=11)
    write(image, (112, 720, 788, 1088), dpi=DPI, face=SERIF, points=8)
    return frozen(image)


def typed_unevenly() -> GreyImage:
    """Typescript: each line struck with another force."""
    image = Image.new("L", (900, 1200), PAPER)
    rng = np.random.default_rng(4)
    for y in range(112, 1060, 56):
        write(image, (112, y, 788, y + 60), dpi=DPI, face=MONO, ink=int(rng.integers(25, 95)))
    return frozen(image)


ONE_INK = {
    "sharp": page(SERIF, DPI),
    "grey ink": page(SANS, DPI, ink=90),
    "two weights": of_two_weights(),
    "typescript": typed_unevenly(),
}


def copied(pixels: GreyImage) -> GreyImage:
    """As a poor copy comes out."""
    return damage.compressed(damage.grained(damage.blurred(pixels, 1.0), 8), 50)


WORN: dict[str, Callable[[GreyImage], GreyImage]] = {
    "sharp": np.asarray,
    "blurred": partial(damage.blurred, sigma=1.0),
    "compressed": partial(damage.compressed, quality=40),
    "grained": partial(damage.grained, deviation=12),
    "crooked": partial(damage.turned, degrees=2.0),
    "copied": copied,
}


@pytest.mark.parametrize("how", WORN)
@pytest.mark.parametrize("name", ONE_INK)
def test_page_of_one_ink_is_left_alone(name: str, how: str) -> None:
    given = Sheet(WORN[how](ONE_INK[name]), DPI)
    layers = part_pale(given)
    assert layers.page is given
    assert layers.pale is None


def dark_in_spots() -> GreyImage:
    """Thin strokes that a blur has made pale, but where they meet: most letters have one dark place."""
    pixels = page(SERIF, DPI, ink=135).copy()
    _, _, statistics, middles = cv2.connectedComponentsWithStats((pixels < 200).astype(np.uint8))
    for n, (x, y) in enumerate(middles[1:].astype(int)):
        if n % 6 and statistics[n + 1][cv2.CC_STAT_HEIGHT] > 7:
            pixels[y - 1 : y + 2, x - 1 : x + 2] = 25
    return frozen(Image.fromarray(pixels))


def test_print_that_would_lose_most_of_its_ink_is_left_alone() -> None:
    given = Sheet(dark_in_spots(), DPI)
    assert part_pale(given).page is given


def test_page_with_a_few_words_is_left_alone() -> None:
    image = Image.new("L", (900, 1200), PAPER)
    write(image, (112, 112, 400, 160), dpi=DPI)
    write(image, (112, 300, 400, 350), dpi=DPI, ink=170)
    given = Sheet(frozen(image), DPI)
    assert part_pale(given).page is given
