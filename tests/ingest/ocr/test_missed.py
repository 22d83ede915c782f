"""Print on which no word was read is found; what was read, and drawings, are not."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.ocr.missed import leaves_print, missed
from ingest.picture import GreyImage
from models.geometry import Box
from models.page import Word
from tests.ingest.prepare.pages import PAPER, SERIF, face_file, frozen, page

READ = (Word("text", box=Box(100, 100, 800, 1100), confidence=0.9),)
"""One box over all of the page's running text."""


def with_marks(*marks: tuple[int, int, str]) -> GreyImage:
    """A page at 150 dpi with these in its margins."""
    image = Image.fromarray(page(SERIF, 150).copy())
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(face_file(SERIF), 23)
    for x, y, text in marks:
        draw.text((x, y), text, fill=25, font=font)
    return frozen(image)


@pytest.mark.parametrize(
    ("marks", "places"),
    [
        ((), []),
        (((440, 1140, "17"),), [(440, 1140)]),
        (((440, 1140, "17"), (800, 40, "3")), [(440, 1140), (800, 40)]),
        (((440, 1140, "(17)"),), [(440, 1140)]),
    ],
)
def test_page_numbers_that_nobody_read_are_found(
    marks: tuple[tuple[int, int, str], ...], places: list[tuple[int, int]]
) -> None:
    found = sorted(missed(with_marks(*marks), READ), key=lambda box: box.x0)
    assert len(found) == len(places)
    for box, (x, y) in zip(found, places, strict=True):
        assert box.x0 == pytest.approx(x, abs=12)
        assert box.middle == pytest.approx(y + 14, abs=8)


def test_what_was_read_is_not_missed() -> None:
    number = Word("17", box=Box(438, 1142, 466, 1164), confidence=0.9)
    assert missed(with_marks((440, 1140, "17")), (*READ, number)) == ()


def test_specks_are_not_missed() -> None:
    pixels = with_marks().copy()
    pixels[1140:1143, 200:800:40] = 20
    assert missed(pixels, READ) == ()


def test_drawing_is_no_print() -> None:
    marks = tuple((20 + 40 * (n % 20), 20 + 40 * (n // 20), "x") for n in range(40))
    assert missed(with_marks(*marks), READ) == ()


def test_page_on_which_nothing_was_read_has_missed_nothing() -> None:
    assert missed(with_marks(), ()) == ()
    assert missed(np.full((300, 200), PAPER, dtype=np.uint8), READ) == ()


COLUMN = "Anbudsgivare"
UPPER_HALF = (Word("text", box=Box(100, 100, 800, 600), confidence=0.9),)


@pytest.mark.parametrize(
    ("marks", "words", "left"),
    [
        pytest.param((), READ, False, id="all was read"),
        pytest.param(((440, 1140, "17"),), READ, False, id="a page number"),
        pytest.param(((440, 1140, "17"), (820, 40, "(3)")), READ, False, id="two numbers"),
        pytest.param(((440, 1140, COLUMN), (440, 40, COLUMN)), READ, True, id="words above and below"),
        pytest.param((), UPPER_HALF, True, id="half the page"),
        pytest.param((), (), False, id="nothing was read"),
        pytest.param((), (Word("text"),), True, id="no places"),
    ],
)
def test_print_was_left(marks: tuple[tuple[int, int, str], ...], words: tuple[Word, ...], left: bool) -> None:
    assert leaves_print(with_marks(*marks), words) is left


def test_specks_and_an_empty_page_leave_no_print() -> None:
    pixels = with_marks().copy()
    pixels[1140:1143, 20:880:20] = 20
    assert not leaves_print(pixels, READ)
    assert not leaves_print(np.full((300, 200), PAPER, dtype=np.uint8), READ)
