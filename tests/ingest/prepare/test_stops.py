"""Full stops and colons that the restorer took for specks come back; specks that stand elsewhere don't."""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.picture import GreyImage
from ingest.prepare.sheet import grey
from ingest.prepare.stops import with_stops
from tests.ingest.prepare.pages import FACES, PAPER, SERIF, face_file

LINES = (
    "Kommunstyrelsen beslutar enligt förslaget.",
    "Ordföranden yrkar bifall. Ärendet har beretts.",
    "Nämnden fann att taket först måste läggas om.",
    "Anbud begärs in under hösten. Paragrafen justeras.",
    "Protokollet skickas till föreningen.",
)


@cache
def with_and_without(face: str, end: str) -> tuple[GreyImage, GreyImage]:
    """The lines with their full stops (or another mark) and without them, every letter at the same place."""
    images = [Image.new("L", (900, 60 + 50 * len(LINES)), PAPER) for _ in range(2)]
    font = ImageFont.truetype(face_file(face), 24)
    for image, mark in zip(images, (end, ""), strict=True):
        draw = ImageDraw.Draw(image)
        for n, text in enumerate(LINES):
            x = 40.0
            for piece in text.split("."):
                draw.text((x, 30 + 50 * n), piece, fill=25, font=font)
                x += font.getlength(piece)
                if piece and mark:
                    draw.text((x, 30 + 50 * n), mark, fill=25, font=font)
                x += font.getlength(".")
    whole, bare = (np.asarray(image) for image in images)
    return whole, bare


def twice(pixels: GreyImage) -> GreyImage:
    return grey(cv2.resize(pixels, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC))


def lost(whole: GreyImage, told: GreyImage) -> int:
    """How many pixels that were dark are so no more."""
    return int(np.count_nonzero((twice(whole) < 100) & (told > 150)))


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(("mark", "kept"), [(".", ""), (":", ""), (":", ".")])
def test_full_stops_and_colons_come_back(face: str, mark: str, kept: str) -> None:
    whole, drawn = with_and_without(face, mark)[0], with_and_without(face, kept)[0]
    assert lost(whole, twice(drawn)) > 100
    assert lost(whole, with_stops(twice(drawn), whole)) == 0


def dotted(face: str) -> tuple[GreyImage, GreyImage]:
    """The lines with dots over their ä and ö, and without."""
    images = [Image.new("L", (900, 60 + 50 * len(LINES)), PAPER) for _ in range(2)]
    draws = [ImageDraw.Draw(image) for image in images]
    font = ImageFont.truetype(face_file(face), 24)
    for n, text in enumerate(LINES):
        bare = text.translate(str.maketrans("åäö", "aao"))
        for draw in draws:
            draw.text((40, 30 + 50 * n), bare, fill=25, font=font)
        for at in (at for at, letter in enumerate(text) if letter in "äö"):
            left, top, right, _ = font.getbbox(bare[at])
            middle = 40 + font.getlength(bare[:at]) + (left + right) / 2
            for x in (middle - 4, middle + 2):
                high = 30 + 50 * n + top - 5
                draws[0].rectangle((x, high, x + 2, high + 2), fill=25)
    whole, bare_image = (np.asarray(image) for image in images)
    return whole, bare_image


@pytest.mark.parametrize("face", FACES)
def test_dots_of_letters_come_back(face: str) -> None:
    whole, bare = dotted(face)
    assert lost(whole, twice(bare)) > 100
    assert lost(whole, with_stops(twice(bare), whole)) == 0


@pytest.mark.parametrize("face", FACES)
def test_what_was_kept_stays_as_it_is(face: str) -> None:
    whole, _ = with_and_without(face, ".")
    assert np.array_equal(with_stops(twice(whole), whole), twice(whole))


@pytest.mark.parametrize("shift", [(0, -12), (0, 12), (60, 0), (-8, 0)])
def test_specks_off_the_line_or_away_from_letters_stay_gone(shift: tuple[int, int]) -> None:
    whole, bare = with_and_without(SERIF, ".")
    specked = bare.copy()
    count, _, statistics, _ = cv2.connectedComponentsWithStats(grey((whole < bare).astype(np.uint8)))
    assert count > len(LINES)
    for left, top, wide, high in statistics[1:, :4].tolist():
        x, y = left + shift[0], top + shift[1]
        if (bare[y : y + high, x : x + wide] > 200).all():
            specked[y : y + high, x : x + wide] = whole[top : top + high, left : left + wide]
    told = with_stops(twice(bare), specked)
    assert np.count_nonzero(told != twice(bare)) <= 40


def test_a_page_with_too_little_print_stays() -> None:
    blank = np.full((200, 300), PAPER, dtype=np.uint8)
    assert np.array_equal(with_stops(twice(blank), blank), twice(blank))
