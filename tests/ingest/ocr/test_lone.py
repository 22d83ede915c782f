"""A letter that stands alone is as high as it was printed, and stands there once."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.ocr.lone import is_lone
from ingest.ocr.small import looked_at
from ingest.picture import GreyImage
from models.geometry import Box
from models.page import Word
from tests.ingest.ocr.fakes import texts
from tests.ingest.prepare.pages import MONO, PAPER, SERIF, face_file, frozen


def printed(face: str, *rows: tuple[str, ...]) -> tuple[GreyImage, list[Word]]:
    """An image of rows of words, and the words with their boxes."""
    image = Image.new("L", (900, 60 + 70 * len(rows)), PAPER)
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(face_file(face), 40)
    words: list[Word] = []
    for n, row in enumerate(rows):
        for at, text in enumerate(row):
            place = (40 + 280 * at, 40 + 70 * n)
            left, top, right, bottom = draw.textbbox(place, text, font=font)
            draw.text(place, text, fill=20, font=font)
            words.append(Word(text, box=Box(left - 2, top - 2, right + 2, bottom + 2), confidence=0.8))
    return frozen(image), words


@pytest.mark.parametrize("face", [MONO, SERIF])
@pytest.mark.parametrize(
    ("letter", "read", "told"),
    [
        ("s", "S", "s"),
        ("S", "S", "S"),
        ("(s)", "(S)", "(s)"),
        ("(S),", "(S),", "(S),"),
        ("c", "C", "c"),
        ("C", "C", "C"),
        ("v", "Vv", "v"),
        ("V", "Vv", "V"),
        ("X", "Xx", "X"),
        ("m", "M", "M"),
    ],
)
def test_letter_is_as_high_as_it_was_printed(letter: str, read: str, told: str, face: str) -> None:
    pixels, words = printed(face, ("Karin", "Ekman", letter))
    assert texts(looked_at([*words[:2], replace_text(words[2], read)], pixels))[2] == told


def test_line_beside_tells_where_its_own_has_no_low_letters() -> None:
    pixels, words = printed(MONO, ("Karin", "Norman", "(m)"), ("Lilly", "Bildt", "s"))
    assert texts(looked_at([*words[:5], replace_text(words[5], "S")], pixels))[5] == "s"


def test_letters_that_touch_do_not_tell_how_high_one_is() -> None:
    pixels, words = printed(SERIF, ("Blomberg", "Romberg", "(S)"))
    run_together = cv2.erode(pixels[:, :590], np.ones((1, 9), dtype=np.uint8))
    touching = Image.fromarray(np.concatenate((run_together, pixels[:, 590:]), axis=1))
    assert texts(looked_at(words, frozen(touching)))[2] == "(S)"


def test_nothing_to_compare_with_leaves_it_as_read() -> None:
    pixels, words = printed(MONO, ("s",))
    assert texts(looked_at([replace_text(words[0], "S")], pixels)) == ["S"]


@pytest.mark.parametrize("text", ["A", "So", "Vs", "CC", "s", "12"])
def test_other_words_are_none_of_its_business(text: str) -> None:
    assert not is_lone(Word(text))


def replace_text(word: Word, text: str) -> Word:
    return Word(text, box=word.box, confidence=word.confidence)
