"""Commas and colons that the image hasn't are left out; those that were printed stay."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.ocr.hanging import without_hanging
from models.geometry import Box
from models.page import Word
from tests.ingest.ocr.fakes import texts
from tests.ingest.prepare.pages import FACES, PAPER, SERIF, face_file

Speck = tuple[float, float]
"""Where it stands behind the last letter: to the right, and down from the line, in letter heights."""


def told(printed: str, read: str, face: str = SERIF, speck: Speck | None = None, size: int = 40) -> str:
    """What is told of a word that was read as `read`, its box around all ink."""
    image = Image.new("L", (600, 160), PAPER)
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(face_file(face), size)
    draw.text((40, 100), printed, fill=20, font=font, anchor="ls")
    if speck:
        right = draw.textbbox((40, 100), printed, font=font, anchor="ls")[2]
        x, y = right + speck[0] * size, 100 + speck[1] * size
        draw.rectangle((x, y, x + size / 13, y + size / 9), fill=20)
    dark = np.asarray(image) < 128
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    box = Box(int(columns[0]), int(rows[0]), int(columns[-1]), int(rows[-1]))
    return texts(without_hanging([Word(read, box=box)], dark))[0]


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("word", ["under,", "Granby,", "beslut:", "frågor:", "upp,", "ja:", "(nej),", "SJÖ,"])
def test_what_was_printed_stays(word: str, face: str) -> None:
    assert told(word, word, face) == word


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("word", ["under", "beslut", "Granby"])
def test_what_hangs_below_the_line_is_no_comma(word: str, face: str) -> None:
    assert told(word, f"{word},", face, speck=(-0.05, 0.12)) == word


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("word", ["givare", "beslut", "Granby"])
def test_one_dot_above_the_line_is_no_colon(word: str, face: str) -> None:
    assert told(word, f"{word}:", face, speck=(0.1, -0.35)) == word


@pytest.mark.parametrize(
    ("printed", "read", "size"),
    [
        pytest.param("under", "under,", 40, id="a comma that touches its letter"),
        pytest.param("under", "under:", 40, id="no dot at all"),
        pytest.param("under,", "under,", 12, id="low letters"),
        pytest.param("1974", "1974,", 40, id="figures"),
        pytest.param("a", "a,", 40, id="too short"),
    ],
)
def test_what_nobody_can_tell_stays(printed: str, read: str, size: int) -> None:
    assert told(printed, read, size=size) == read


def test_a_word_without_a_place_stays() -> None:
    assert texts(without_hanging([Word("under,")], np.zeros((9, 9), dtype=np.bool_))) == ["under,"]
