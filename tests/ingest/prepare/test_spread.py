"""Two pages on one image are parted at the gutter; one page, however wide, is not."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.picture import GreyImage
from ingest.prepare.sheet import Sheet
from ingest.prepare.spread import find_gutter, parted
from models.geometry import Box
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import FACES, MONO, PAPER, SANS, SERIF, face_file, frozen, page, spread, write

ROWS = ("Skola", "Äskebyn 1 204 1 310 106", "Ekvalla 988 1 002 14", "Norrgård 1 540 1 377 163")


def table(columns: int) -> GreyImage:
    """A landscape page with columns of figures, its middle empty."""
    image = Image.new("L", (1000, 600), PAPER)
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(face_file(SANS), 15)
    for row in range(22):
        for column in range(columns):
            x = 60 + column * 880 // columns
            draw.text((x, 60 + row * 22), ROWS[(row + column) % len(ROWS)].split()[0], fill=25, font=font)
            draw.text((x + 110, 60 + row * 22), str(1000 + 37 * row), fill=25, font=font)
    return frozen(image)


def with_picture() -> GreyImage:
    """Text to the left, a picture to the right."""
    image = Image.new("L", (1000, 600), PAPER)
    write(image, (60, 60, 440, 540), dpi=100)
    ImageDraw.Draw(image).rectangle((560, 60, 940, 540), fill=90)
    return frozen(image)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("degrees", [-1.0, 0.0, 1.5])
def test_spread_is_parted_in_its_gutter(face: str, degrees: float) -> None:
    given = damage.turned(spread(face), degrees)
    left, right = parted(Sheet(given, 100))
    gutter = left.pixels.shape[1]
    assert gutter == find_gutter(Sheet(given, 100))
    assert gutter == pytest.approx(500, abs=45)
    assert np.array_equal(np.hstack([left.pixels, right.pixels]), given)
    assert (left.is_later, right.is_later) == (False, True)
    assert left.steps[0].startswith("left of spread")
    assert right.steps[0].startswith("right of spread")


@pytest.mark.parametrize("damaged", ["grain", "dots", "blur"])
def test_spread_is_parted_through_noise(damaged: str) -> None:
    clean = spread(SERIF)
    worse = {
        "grain": damage.grained(clean, 15),
        "dots": damage.peppered(clean, 0.001),
        "blur": damage.blurred(clean, 1.0),
    }
    assert len(parted(Sheet(worse[damaged], 100))) == 2


def test_places_on_the_right_page_lead_back_to_the_spread() -> None:
    _, right = parted(Sheet(spread(SERIF), 100))
    gutter = find_gutter(Sheet(spread(SERIF), 100))
    assert gutter
    assert right.place(Box(10, 20, 30, 40), 1000, 600) == Box(gutter + 10, 20, gutter + 30, 40)


ALONE = {
    "upright page": page(SERIF),
    "landscape page of text": page(SERIF, inches=(10, 6)),
    "landscape typescript": page(MONO, inches=(10, 6)),
    "table of two columns": table(2),
    "table of four columns": table(4),
    "text beside a picture": with_picture(),
    "one page and an empty one": damage.turned(
        np.hstack([page(SERIF, inches=(5, 6)), np.full((600, 500), PAPER, dtype=np.uint8)]), 0
    ),
    "empty": np.full((600, 1000), PAPER, dtype=np.uint8),
    "strip": page(SERIF, inches=(10, 3)),
}


@pytest.mark.parametrize("name", ALONE)
def test_one_page_is_not_parted(name: str) -> None:
    given = Sheet(ALONE[name], 100)
    assert find_gutter(given) is None
    assert parted(given) == (given,)


def test_columns_on_an_upright_page_are_not_parted() -> None:
    image = Image.new("L", (827, 1169), PAPER)
    for left in (60, 440):
        write(image, (left, 60, left + 330, 1100), dpi=100)
    given = Sheet(frozen(image), 100)
    assert parted(given) == (given,)
