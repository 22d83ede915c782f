"""Only print that is coarse and damaged is drawn anew."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from ingest.picture import GreyImage, Picture
from ingest.prepare.page import prepare
from ingest.prepare.restore import drawn_anew, softened
from ingest.prepare.sheet import Sheet
from models.geometry import Box
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import SERIF, frozen, page

COARSE, FINE = page(SERIF, 100), page(SERIF, 260)


def specked(pixels: GreyImage, count: int) -> GreyImage:
    image = Image.fromarray(pixels)
    pen = ImageDraw.Draw(image)
    order = np.random.default_rng(3)
    for x, y in order.uniform((0, 0), (image.width - 2, image.height - 2), (count, 2)):
        pen.rectangle((x, y, x + 1, y + 1), fill=20)
    return frozen(image)


def smeared(pixels: GreyImage) -> GreyImage:
    return damage.compressed(damage.peppered(damage.grained(damage.faint(pixels, 130), 8), 0.015), 45)


@pytest.mark.parametrize(
    "pixels",
    [
        pytest.param(smeared(COARSE), id="smeared dots"),
        pytest.param(damage.peppered(COARSE, 0.01), id="dots"),
        pytest.param(specked(COARSE, 700), id="specks"),
    ],
)
def test_coarse_damaged_print_is_drawn_anew(pixels: GreyImage) -> None:
    sheet = drawn_anew(Sheet(pixels, 100))
    assert sheet.steps == ("restore",)
    assert sheet.dpi == 200
    assert sheet.pixels.shape == tuple(2 * side for side in pixels.shape)
    assert sheet.place(Box(20, 40, 60, 80), 600, 800) == Box(9.75, 19.75, 29.75, 39.75)
    assert np.mean((sheet.pixels[1::2, 1::2] < 128) != (COARSE < 128)) < 0.03


@pytest.mark.parametrize(
    "pixels",
    [
        pytest.param(COARSE, id="clean"),
        pytest.param(damage.grained(COARSE, 6), id="grain"),
        pytest.param(
            damage.peppered(damage.grained(COARSE, 36), 0.01), id="dots under more grain than it knows"
        ),
        pytest.param(damage.grained(specked(COARSE, 700), 22), id="specks under grain that makes its own"),
        pytest.param(specked(COARSE, 30), id="few specks"),
        pytest.param(smeared(FINE), id="fine print"),
        pytest.param(specked(FINE, 700), id="specks on fine print"),
        pytest.param(np.full((800, 600), 250, dtype=np.uint8), id="no print"),
    ],
)
def test_other_pages_keep_their_very_pixels(pixels: GreyImage) -> None:
    given = Sheet(pixels, 100)
    assert drawn_anew(given) is given
    assert softened(given) is given


def test_restored_page_needs_no_other_cure() -> None:
    (sheet,) = prepare(Picture(smeared(COARSE), 100)).sheets
    assert sheet.steps[0] == "restore"
    assert sheet.steps[-1] == "soften 1.4"
    assert not any(step.startswith(("median", "mend")) for step in sheet.steps)


def test_softened_print_stays_where_it_was() -> None:
    hard = Sheet(np.where(FINE < 128, 0, 255).astype(np.uint8), 260, steps=("restore",))
    soft = softened(hard)
    assert soft.steps == ("restore", "soften 1.4")
    assert np.array_equal(soft.forth, hard.forth)
    assert len(np.unique(soft.pixels)) > len(np.unique(hard.pixels)) == 2
    assert np.mean((soft.pixels < 128) != (hard.pixels < 128)) < 0.02


def test_print_scaled_since_is_soft_enough() -> None:
    scaled = Sheet(FINE, 260, steps=("restore", "scale 0.65"))
    assert softened(scaled) is scaled
