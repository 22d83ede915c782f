"""The image tells how long a dash is, and whether a blank stands after a section sign."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.ocr.small import looked_at
from ingest.picture import GreyImage
from models.geometry import Box
from models.page import Word
from tests.ingest.ocr.fakes import texts
from tests.ingest.prepare.pages import MONO, PAPER, SERIF, face_file, frozen

HYPHENS = ("2014-03-18", "2013-11-02", "barn-")


def printed(*words: tuple[str, str], face: str = SERIF) -> tuple[GreyImage, list[Word]]:
    """An image with these words (as printed, as read), and the words at their places."""
    image = Image.new("L", (900, 60 + 60 * len(words)), PAPER)
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(face_file(face), 40)
    placed: list[Word] = []
    for n, (text, read) in enumerate(words):
        draw.text((40, 20 + 60 * n), text, fill=20, font=font)
        left, top, right, bottom = draw.textbbox((40, 20 + 60 * n), text, font=font)
        placed.append(Word(read, box=Box(left - 2, top - 2, right + 2, bottom + 2), confidence=0.9))
    return frozen(image), placed


@pytest.mark.parametrize(
    ("text", "read", "told"),
    [
        ("2013–2014", "2013-2014", "2013–2014"),
        ("2013-2014", "2013-2014", "2013-2014"),
        ("(13–15)", "(13-15)", "(13–15)"),
        ("–", "-", "–"),
        ("-", "-", "-"),
        ("8.30–9.15", "8.30-9.15", "8.30–9.15"),
        ("71–82.", "71-82.", "71–82."),
        ("nord–syd", "nord-syd", "nord–syd"),
        ("nord-syd", "nord-syd", "nord-syd"),
        ("2014-03-18", "2014-03-18", "2014-03-18"),
    ],
)
def test_dash_is_as_long_as_it_was_printed(text: str, read: str, told: str) -> None:
    pixels, words = printed(*((hyphened, hyphened) for hyphened in HYPHENS), (text, read))
    assert texts(looked_at(words, pixels)) == [*HYPHENS, told]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((("2013–2014", "2013-2014"),), ["2013-2014"]),
        ((("2013–2014", "2013-2014"), ("1958", "1958")), ["2013–2014", "1958"]),
        ((("2013-2014", "2013-2014"), ("1958", "1958")), ["2013-2014", "1958"]),
        ((("34.113:–", "34.113:-"), ("1958", "1958")), ["34.113:–", "1958"]),
        ((("34.113:-.", "34.113:-."), ("1958", "1958")), ["34.113:-.", "1958"]),
    ],
)
def test_dash_is_measured_by_figures_where_there_is_no_hyphen(
    words: tuple[tuple[str, str], ...], told: list[str]
) -> None:
    pixels, placed = printed(*words)
    assert texts(looked_at(placed, pixels)) == told


def test_page_of_a_typewriter_keeps_its_one_sign() -> None:
    """Its words all give their letters the same room."""
    lines = [(text, text) for text in ("kommun", "styrelse", "illvillig", "sammanträde", "protokoll") * 2]
    pixels, words = printed(*lines, ("1958–1959", "1958-1959"), ("2013-11-02", "2013-11-02"), face=MONO)
    assert texts(looked_at(words, pixels))[-2:] == ["1958-1959", "2013-11-02"]


@pytest.mark.parametrize(
    ("text", "read", "told"),
    [
        ("§ 71", "§71", ["§", "71"]),
        ("§71", "§71", ["§71"]),
        ("§§ 72-74", "§§72-74", ["§§", "72-74"]),
        ("§ 8.", "§8.", ["§", "8."]),
        ("12 %", "12%", ["12", "%"]),
        ("12%", "12%", ["12%"]),
        ("100 %,", "100%,", ["100", "%,"]),
        ("48 500", "48500", ["48", "500"]),
        ("48500", "48500", ["48500"]),
        ("1 200", "1200", ["1", "200"]),
        ("212 000", "212000", ["212", "000"]),
        ("1974", "1974", ["1974"]),
        ("1 974", "1974", ["1", "974"]),
        ("2 014", "2014", ["2", "014"]),
        ("2 114", "2114", ["2", "114"]),
        ("1 840 478", "1840478", ["1", "840", "478"]),
        ("11 000", "11.000", ["11", "000"]),
        ("11.000", "11.000", ["11.000"]),
        ("76 820", "76'820", ["76", "820"]),
        ("31,4 %", "314%", ["31,4", "%"]),
        ("31,4 %", "31,4%", ["31,4", "%"]),
        ("15 %", "15%", ["15", "%"]),
        ("11%", "11%", ["11%"]),
        ("24,80", "24.80", ["24,80"]),
        ("24.80", "24,80", ["24.80"]),
        ("314", "314", ["314"]),
    ],
)
def test_blank_after_a_section_sign_before_percent_and_between_figures_is_seen(
    text: str, read: str, told: list[str]
) -> None:
    pixels, words = printed((text, read))
    found = looked_at(words, pixels)
    assert texts(found) == told
    boxes = [word.box for word in found if word.box]
    assert words[0].box
    assert boxes[0].x0 == words[0].box.x0
    assert all(one.x1 <= other.x0 for one, other in pairwise(boxes))


def closely_set(text: str, read: str) -> tuple[GreyImage, list[Word]]:
    """The same for one number whose comma, if it has one, touches the figure behind."""
    font = ImageFont.truetype(face_file(SERIF), 40)
    image = Image.new("L", (300, 120), PAPER)
    draw = ImageDraw.Draw(image)
    before, comma, behind = text.partition(",")
    draw.text((40, 20), before + comma, fill=20, font=font)
    near = 40 + font.getlength(before + comma) - (5 if comma else 0)
    draw.text((near, 20), behind, fill=20, font=font)
    box = Box(38, 25, near + font.getlength(behind) + 2, 65)
    return frozen(image), [Word(read, box=box, confidence=0.9)]


@pytest.mark.parametrize(
    ("text", "read", "told"),
    [
        ("70,7", "707", ["70,7"]),
        ("100,0", "1000", ["100,0"]),
        ("28,46", "2846", ["28,46"]),
        ("707", "707", ["707"]),
        ("2846", "2846", ["2846"]),
        ("80", "80", ["80"]),
    ],
)
def test_comma_that_touches_a_figure_is_seen_by_its_tail(text: str, read: str, told: list[str]) -> None:
    pixels, words = closely_set(text, read)
    assert texts(looked_at(words, pixels)) == told


def test_figures_that_go_below_the_line_are_no_commas() -> None:
    """In some faces the 7 of 1 797 hangs below the line, as a comma does."""
    image = Image.fromarray(closely_set("7297", "7297")[0])
    hanging = np.array(image)
    for left, right in ((60, 79), (99, 119)):
        hanging[10:, left:right] = hanging[:-10, left:right].copy()
    words = [Word("7297", box=Box(38, 15, 122, 75), confidence=0.9)]
    assert texts(looked_at(words, frozen(Image.fromarray(hanging)))) == ["7297"]


@pytest.mark.parametrize("read", ["15", "79", "14"])
def test_the_second_of_two_figures_may_stand_lower(read: str) -> None:
    """A typewriter's figures stand unevenly: the 5 of "15 mars" has no comma."""
    pixels, words = closely_set(f"{read[0]},{read[1]}", read)
    assert texts(looked_at(words, pixels)) == [read]


def test_other_words_are_not_touched() -> None:
    pixels = np.full((100, 100), PAPER, dtype=np.uint8)
    words = [Word("Granby", box=Box(5, 5, 60, 20)), Word("barn-", box=Box(5, 30, 60, 50)), Word("§")]
    assert looked_at(words, pixels) == tuple(words)


def test_words_without_a_place_or_off_the_image_are_borne() -> None:
    pixels = np.full((100, 100), PAPER, dtype=np.uint8)
    words = [Word("§71"), Word("§72", box=Box(200, 200, 300, 220)), Word("13-15", box=Box(-5, -5, 4, 4))]
    assert texts(looked_at(words, pixels)) == ["§71", "§72", "13-15"]
