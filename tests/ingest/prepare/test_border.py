"""Dark edges and punch-holes are painted over; what is printed stays, also where it is black."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from ingest.picture import GreyImage
from ingest.prepare.border import without_border
from ingest.prepare.paper import even
from ingest.prepare.sheet import Sheet
from tests.ingest.prepare.pages import FACES, PAPER, SERIF, frozen, page

DPI = 100
TEXT_AREA = (slice(75, 725), slice(75, 525))
"""Where the print of `page` stands at 100 dpi."""


def edged(left: int = 0, top: int = 0, right: int = 0, bottom: int = 0, face: str = SERIF) -> GreyImage:
    """A page with edges so wide of a scanner's black."""
    pixels = page(face, DPI).copy()
    height, width = pixels.shape
    pixels[:, :left] = pixels[:top] = 12
    pixels[:, width - right :] = pixels[height - bottom :] = 20
    return pixels


def drawn(*shapes: tuple[str, tuple[int, int, int, int]], fill: int = 15) -> GreyImage:
    """A page with ellipses and rectangles (left, top, right, bottom) on it."""
    image = Image.fromarray(page(SERIF, DPI).copy())
    draw = ImageDraw.Draw(image)
    for shape, box in shapes:
        (draw.ellipse if shape == "disc" else draw.rectangle)(box, fill=fill)
    return frozen(image)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    ("left", "top", "right", "bottom"), [(40, 0, 0, 0), (0, 25, 0, 25), (20, 15, 30, 35), (0, 0, 55, 0)]
)
def test_dark_edges_are_taken_and_print_stays(
    face: str, left: int, top: int, right: int, bottom: int
) -> None:
    sheet = without_border(Sheet(edged(left, top, right, bottom, face), DPI))
    assert sheet.steps == ("border",)
    assert np.array_equal(sheet.pixels[TEXT_AREA], page(face, DPI)[TEXT_AREA])
    assert int(sheet.pixels[:60].min()) > 200
    assert int(sheet.pixels[:, :60].min()) > 200
    assert int(sheet.pixels[:, -60:].min()) > 200


def test_lid_around_a_small_sheet_is_taken() -> None:
    """Black over more of the image than the sheet's own margins."""
    lid = np.full((1200, 900), 10, dtype=np.uint8)
    lid[200:1000, 150:750] = page(SERIF, DPI)
    sheet = without_border(Sheet(lid, DPI))
    assert sheet.steps == ("border",)
    assert np.array_equal(sheet.pixels[270:930, 220:680], lid[270:930, 220:680])
    assert int(sheet.pixels[:190].min()) > 200


@pytest.mark.parametrize("x", [12, 36])
@pytest.mark.parametrize("side", [20, 26, 31])
def test_punch_holes_are_taken_and_print_stays(x: int, side: int) -> None:
    holes = [("disc", (x, y, x + side, y + side)) for y in (240, 555)]
    sheet = without_border(Sheet(drawn(*holes), DPI))
    assert sheet.steps == ("border",)
    assert int(sheet.pixels[:, :74].min()) > 200
    assert np.array_equal(sheet.pixels[TEXT_AREA], page(SERIF, DPI)[TEXT_AREA])


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(("disc", (280, 400, 306, 426)), id="a disc amid the print"),
        pytest.param(("box", (75, 60, 525, 63)), id="a rule"),
        pytest.param(("box", (200, 300, 400, 500)), id="a picture"),
        pytest.param(("box", (90, 30, 260, 55)), id="a black bar in the head"),
        pytest.param(("disc", (20, 300, 27, 307)), id="a dot"),
    ],
)
def test_what_is_printed_black_stays(shape: tuple[str, tuple[int, int, int, int]]) -> None:
    given = Sheet(drawn(shape), DPI)
    assert without_border(given) is given


@pytest.mark.parametrize("face", FACES)
def test_page_without_edges_keeps_its_very_pixels(face: str) -> None:
    given = Sheet(page(face, DPI), DPI)
    assert without_border(given) is given


def test_image_that_is_dark_all_over_is_no_edge() -> None:
    given = Sheet(np.full((800, 600), 20, dtype=np.uint8), DPI)
    assert without_border(given) is given


def test_shadow_is_no_edge() -> None:
    pixels = page(SERIF, DPI).copy()
    pixels[:, :40] = PAPER - 60
    given = Sheet(pixels, DPI)
    assert without_border(given) is given


@pytest.mark.parametrize(("ramp", "black"), [(120, 0), (120, 30), (200, 0), (200, 30)])
def test_black_at_the_end_of_a_shadow_leaves_no_band_through_the_print(ramp: int, black: int) -> None:
    """A book's gutter: what is taken away is as dark as what is beside it, until the paper is made even."""
    pixels = page(SERIF, DPI).astype(np.float32)
    width = pixels.shape[1]
    across = np.arange(width, dtype=np.float64)
    light = np.maximum(np.minimum((width - black - across) / ramp, 1.0), 0.1)
    taken = without_border(Sheet(np.asarray(pixels * light, dtype=np.uint8), DPI))
    assert taken.steps == ("border",)
    ink = np.mean(even(taken).pixels[:, 450:600] < 128, axis=0)
    assert ink.reshape(-1, 15).mean(axis=1).max() < 0.2
