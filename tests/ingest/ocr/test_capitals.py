"""The image tells letters from their capitals of the same shape, and the lexicon I from l."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.ocr.capitals import with_likely_letters
from ingest.ocr.small import looked_at
from ingest.picture import GreyImage
from models.geometry import Box
from models.page import Word
from models.swedish.lexicon import read_lexicon
from tests.ingest.ocr.fakes import texts
from tests.ingest.prepare.pages import PAPER, SANS, SERIF, face_file, frozen


def printed(text: str, read: str, face: str, dirt: int | None) -> tuple[GreyImage, Word]:
    """An image with `text` and maybe a speck `dirt` pixels above its first letter, and the word as read."""
    image = Image.new("L", (400, 120), PAPER)
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(face_file(face), 40)
    draw.text((40, 40), text, fill=20, font=font)
    left, top, right, bottom = draw.textbbox((40, 40), text, font=font)
    if dirt is not None:
        draw.rectangle((left + 6, top - dirt, left + 9, top - dirt + 3), fill=20)
        top -= dirt
    return frozen(image), Word(read, box=Box(left - 2, top - 2, right + 2, bottom + 2), confidence=0.9)


@pytest.mark.parametrize("face", [SANS, SERIF])
@pytest.mark.parametrize(
    ("text", "read", "told"),
    [
        ("Val", "val", "Val"),
        ("val", "val", "val"),
        ("Sören", "sören", "Sören"),
        ("sören", "sören", "sören"),
        ("Votering", "votering", "Votering"),
        ("votering", "votering", "votering"),
        ("Oenas", "oenas", "Oenas"),
        ("oenas", "oenas", "oenas"),
        ("som,", "som,", "som,"),
        ("och", "och", "och"),
        ("Ulf.", "ulf.", "Ulf."),
        ("Walter", "walter", "Walter"),
        ("Wanna", "wanna", "Wanna"),
        ("wanna", "wanna", "wanna"),
        ("val", "Val", "val"),
        ("Val", "Val", "Val"),
        ("sören", "Sören", "sören"),
        ("Sören", "Sören", "Sören"),
        ("oenas.", "Oenas.", "oenas."),
        ("Oenas.", "Oenas.", "Oenas."),
    ],
)
def test_first_letter_is_as_high_as_it_was_printed(text: str, read: str, told: str, face: str) -> None:
    pixels, word = printed(text, read, face, None)
    assert texts(looked_at([word], pixels)) == [told]


def test_dirt_above_a_letter_makes_no_capital() -> None:
    pixels, word = printed("sen", "sen", SERIF, 8)
    assert texts(looked_at([word], pixels)) == ["sen"]


@pytest.mark.parametrize(
    ("read", "told"),
    [
        ("lakttagelser", "Iakttagelser"),
        ("lakttagelser.", "Iakttagelser."),
        ("ledamöter", "ledamöter"),
        ("lnnnnn", "lnnnnn"),
        ("lfrån", "Ifrån"),
        ("lens", "lens"),
        ("Awvikelse,", "Avvikelse,"),
        ("Awikelse", "Avvikelse"),
        ("bamens", "barnens"),
        ("bam", "barn"),
        ("Tom", "Tom"),
        ("samens", "samens"),
        ("Lakttagelser", "Lakttagelser"),
        ("ledamötcr,", "ledamöter,"),
        ("lcdamöter", "ledamöter"),
        ("chark", "chark"),
    ],
)
def test_letters_are_the_ones_that_make_a_word(read: str, told: str) -> None:
    lexicon = read_lexicon(
        f"{word}\t90\t0"
        for word in ("iakttagelser", "ledamöter", "ifrån", "avvikelse", "barnens", "barn", "torn")
    )
    assert texts(with_likely_letters([Word(read)], lexicon)) == [told]
