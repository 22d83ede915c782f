"""Rings and dots that the image has over a capital are the letter's; other ink over it is not."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.ocr.diacritics import may_lack_diacritic
from ingest.ocr.small import looked_at
from ingest.picture import GreyImage
from models.geometry import Box
from models.page import Word
from tests.ingest.ocr.fakes import texts
from tests.ingest.prepare.pages import MONO, PAPER, SANS, SERIF, face_file, frozen

FACES = [MONO, SANS, SERIF]
_BARE = str.maketrans("ÅÄÖ", "AAO")


def printed(text: str, face: str, size: int = 40, above: str = "") -> tuple[GreyImage, Box]:
    """An image of `text` under a line `above`, and the box of `text` as if it had neither rings nor dots."""
    image = Image.new("L", (900, 200), PAPER)
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(face_file(face), size)
    draw.text((40, 100 - 1.15 * size), above, fill=20, font=font)
    bare = text.translate(_BARE)
    draw.text((40, 100), bare, fill=20, font=font)
    for n, letter in enumerate(text):
        left, top, right, _ = draw.textbbox((40 + font.getlength(bare[:n]), 100), bare[n], font=font)
        diacritic(draw, letter, (left + right) / 2, top - 0.06 * size, 0.24 * size)
    left, top, right, bottom = draw.textbbox((40, 100), bare, font=font)
    return frozen(image), Box(left, top, right, bottom)


def diacritic(draw: ImageDraw.ImageDraw, letter: str, middle: float, low: float, wide: float) -> None:
    """The ring or the dots of a capital, apart from it, as typewriters and many faces have them."""
    left, stroke = middle - wide / 2, wide / 4
    if letter == "Å":
        draw.ellipse((left, low - wide, left + wide, low), outline=20, width=round(stroke))
    elif letter in "ÄÖ":
        for x in (left, left + wide - stroke):
            draw.rectangle((x, low - stroke, x + stroke, low), fill=20)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("size", [24, 40])
@pytest.mark.parametrize(
    "text",
    ["Östen", "Åsgard", "Ängsvagen", "Åt", "Öberg,", "(Öster", "Oskar", "Anna", "ÅRSREDOVISNING", "ÖVRIGT."],
)
def test_a_capital_has_what_stands_over_it(text: str, size: int, face: str) -> None:
    pixels, box = printed(text, face, size)
    read = Word(text.translate(_BARE), box=box, confidence=0.9)
    assert texts(looked_at([read], pixels)) == [text]


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("above", ["gypjgy, j.", "........", "ppp:;pp", "ßßßß"])
@pytest.mark.parametrize("text", ["Oskar", "Anna", "OMRAD"])
def test_the_line_above_gives_nothing(text: str, above: str, face: str) -> None:
    pixels, box = printed(text, face, above=above)
    assert texts(looked_at([Word(text, box=box, confidence=0.9)], pixels)) == [text]


@pytest.mark.parametrize("dots", [[(52, -12)], [(44, -12), (52, -12), (60, -12)], [(46, -12), (58, -4)]])
def test_specks_are_no_dots(dots: list[tuple[int, int]]) -> None:
    pixels, box = printed("Oskar", SERIF)
    image = Image.fromarray(pixels)
    for x, y in dots:
        ImageDraw.Draw(image).rectangle((x, box.y0 + y, x + 4, box.y0 + y + 4), fill=20)
    assert texts(looked_at([Word("Oskar", box=box, confidence=0.9)], frozen(image))) == ["Oskar"]


@pytest.mark.parametrize(
    "box", [Box(0, 0, 9, 5), Box(890, 0, 900, 9), Box(950, 40, 990, 80), Box(5, 5, 5, 5)]
)
def test_any_box_will_do(box: Box) -> None:
    pixels, _ = printed("Oskar", SERIF)
    assert texts(looked_at([Word("Oskar", box=box, confidence=0.9)], pixels)) == ["Oskar"]


@pytest.mark.parametrize("text", ["Karin", "anna", "och", "12", "", "KS", "–"])
def test_other_words_are_none_of_its_business(text: str) -> None:
    assert not may_lack_diacritic(Word(text, box=Box(0, 0, 10, 10)))
    assert not may_lack_diacritic(Word("Anna"))
