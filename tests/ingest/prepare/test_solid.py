"""A stamp in broad pale strokes over dense print comes off, and is kept; other pages are left alone."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.picture import GreyImage
from ingest.prepare.pale import part_pale
from ingest.prepare.sheet import Sheet
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import BOLD, PAPER, SANS, SERIF, face_file, frozen, page

DPI = 300
DENSE = page(SERIF, DPI)


def stamped(ink: int, shades: int = 0) -> GreyImage:
    """The page with a stamp across its lines, its ink uneven by so many shades."""
    high, wide = DENSE.shape
    image = Image.new("L", (wide, high), PAPER)
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(face_file(BOLD), 62)
    draw.text((wide // 3, high // 3), "GRANBY KOMMUN", fill=ink, font=font)
    draw.text((wide // 3, high // 3 + 90), "INKOM 1974", fill=ink + shades, font=font)
    return np.asarray(np.minimum(DENSE, frozen(image.rotate(5, fillcolor=PAPER))), dtype=np.uint8)


def ruled(broad: int) -> GreyImage:
    """The page with a grey rule across its head, a little askew."""
    image = Image.fromarray(DENSE)
    right = image.width - 60
    ImageDraw.Draw(image).line((60, 40, right, 40 + right // 40), fill=150, width=broad)
    return frozen(image)


@pytest.mark.parametrize(("ink", "shades"), [(140, 0), (150, 20), (180, 0)])
def test_stamp_over_the_lines_comes_off_and_is_kept(ink: int, shades: int) -> None:
    layers = part_pale(Sheet(stamped(ink, shades), DPI))
    assert layers.pale
    assert [step.split(" (")[0] for step in layers.page.steps] == ["without pale print"]
    own = DENSE < 128
    assert np.mean((layers.page.pixels < 128)[own]) > 0.98
    assert np.mean(layers.page.pixels[~own] < 200) < np.mean(DENSE[~own] < 200) + 0.002


@pytest.mark.parametrize(
    "pixels",
    [
        pytest.param(DENSE, id="clean"),
        pytest.param(page(SANS, DPI), id="sans"),
        pytest.param(page(BOLD, DPI), id="bold"),
        pytest.param(page(SERIF, 150), id="coarse"),
        pytest.param(damage.blurred(DENSE, 2.0), id="blurred"),
        pytest.param(damage.blurred(stamped(140), 3.0), id="blurred, with a stamp"),
        pytest.param(ruled(6), id="a grey rule"),
        pytest.param(ruled(8), id="a broad grey rule"),
    ],
)
def test_pages_of_one_ink_are_left_alone(pixels: GreyImage) -> None:
    sheet = Sheet(pixels, DPI)
    assert part_pale(sheet).page is sheet
