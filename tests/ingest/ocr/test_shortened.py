"""Short forms come apart where they were printed with blanks, however narrow, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.ocr.shortened import is_short, parted
from ingest.ocr.small import looked_at
from models.geometry import Box
from models.page import Word
from tests.ingest.ocr.fakes import texts
from tests.ingest.prepare.pages import FACES, MONO, PAPER, SANS, SERIF, face_file

NARROW = 0.17
"""Of the type's size: a blank between the parts of a short form, half as wide as one between words."""


def told(pieces: list[str], face: str, *, blank: float = NARROW, size: int = 40) -> list[str]:
    """What is told of pieces of print that were read as one word."""
    image = Image.new("L", (700, 90), PAPER)
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(face_file(face), size)
    x = 40.0
    for piece in pieces:
        draw.text((x, 20), piece, fill=20, font=font)
        x += font.getlength(piece) + blank * size
    word = Word("".join(pieces), box=Box(38, 15, x - blank * size, 75))
    return texts(parted(word, np.asarray(image) < 128))


@pytest.mark.parametrize("face", [SANS, SERIF])
@pytest.mark.parametrize(
    "pieces",
    [
        ["bl.", "a."],
        ["s.", "k."],
        ["m.", "m."],
        ["t.", "o.", "m."],
        ["fr.", "o.", "m."],
        ["m.", "m.)"],
        ["t.", "ex"],
    ],
)
def test_narrow_blanks_part(pieces: list[str], face: str) -> None:
    assert told(pieces, face) == pieces


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("word", ["bl.a.", "s.k.", "m.m.", "t.o.m.", "fr.o.m.", "d.v.s.", "t.ex.", "o.d.,"])
def test_what_was_printed_in_one_stays_one(word: str, face: str) -> None:
    assert told([word], face) == [word]


@pytest.mark.parametrize("size", [12, 16])
def test_low_letters_stay_together(size: int) -> None:
    assert told(["bl.", "a."], SERIF, size=size) == ["bl.a."]


def test_parts_stand_at_their_places() -> None:
    image = Image.new("L", (300, 90), PAPER)
    ImageDraw.Draw(image).text((40, 20), "bl. a.", fill=20, font=ImageFont.truetype(face_file(SERIF), 40))
    (one, other) = looked_at([Word("bl.a.", box=Box(38, 15, 140, 75), confidence=0.9)], np.asarray(image))
    assert (one.text, other.text) == ("bl.", "a.")
    assert one.box
    assert other.box
    assert 38 == one.box.x0 < one.box.x1 < other.box.x0 < other.box.x1 == 140


def test_a_typewriters_wide_points_part_nothing() -> None:
    assert told(["bl.a."], MONO, size=60) == ["bl.a."]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("bl.a.", True),
        ("(t.ex.", True),
        ("t.o.m.,", True),
        ("kl.", False),
        ("1.a.", False),
        ("Anm.", False),
        ("", False),
    ],
)
def test_short_forms_are_small_letters_with_stops(text: str, short: bool) -> None:
    assert is_short(Word(text)) == short


def test_a_word_without_a_place_stays() -> None:
    assert texts(parted(Word("bl.a."), np.zeros((9, 9), dtype=np.bool_))) == ["bl.a."]
