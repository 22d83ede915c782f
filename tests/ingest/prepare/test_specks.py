"""Specks and coats of arms are painted over; dots, full stops, broken letters, rules and frames stay."""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.picture import GreyImage
from ingest.prepare.sheet import Sheet
from ingest.prepare.specks import without_dirt
from tests.ingest.prepare.pages import BOLD, FACES, PAPER, SANS, SERIF, face_file, frozen, page, write

DPI = 150
DOTTED = "Så är den åttonde. Är öar blå? Ja: i år är vi få, jo. Åh, nej; än är det ej så. Fjärde jul i öl."


@cache
def specked(count: int, side: int, face: str = SERIF, text: str | None = None) -> GreyImage:
    """A page with so many specks in its upper and lower margins."""
    pixels = (page(face, DPI, text=text) if text else page(face, DPI)).copy()
    rng = np.random.default_rng(7)
    for n, place in enumerate(rng.permutation(240)[:count].tolist()):
        x, y = 12 + 14 * (place % 60), 12 + 17 * (place // 60) + (1100 if n % 2 else 0)
        pixels[y : y + side, x : x + side] = 30
    return pixels


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("side", [1, 2, 4])
def test_specks_are_taken_and_print_keeps_its_very_pixels(face: str, side: int) -> None:
    sheet = without_dirt(Sheet(specked(120, side, face), DPI))
    assert [step.split()[0] for step in sheet.steps] == ["despeckle"]
    assert np.array_equal(sheet.pixels, page(face, DPI))


@pytest.mark.parametrize("face", FACES)
def test_dots_of_letters_and_full_stops_stay(face: str) -> None:
    sheet = without_dirt(Sheet(specked(120, 2, face, DOTTED), DPI))
    assert sheet.steps
    assert np.array_equal(sheet.pixels, page(face, DPI, text=DOTTED))


def test_broken_letters_stay() -> None:
    """Worn type: white lines through every letter leave crumbs beside larger pieces."""
    broken = page(SERIF, DPI).copy()
    broken[:, ::7] = PAPER
    specks = specked(120, 2).copy()
    specks[:, ::7] = PAPER
    sheet = without_dirt(Sheet(specks, DPI))
    area = (slice(112, 1088), slice(112, 788))
    assert sheet.steps
    lost = (broken < 128) & (sheet.pixels >= 128)
    assert np.count_nonzero(lost[area]) < 0.01 * np.count_nonzero(broken[area] < 128)


def with_crumbs(pixels: GreyImage, side: int) -> tuple[GreyImage, list[tuple[int, int]]]:
    """The page with specks in the white beside its letters, and where they are."""
    covered, beside = (cv2.erode(pixels, np.ones((k, k))) < 128 for k in (2 * side + 5, 4 * side + 9))
    rows, columns = np.nonzero(beside & ~covered)
    crumbed = pixels.copy()
    places: list[tuple[int, int]] = []
    for n in np.random.default_rng(3).permutation(len(rows)):
        x, y = int(columns[n]), int(rows[n])
        if all(abs(x - left) + abs(y - top) > 30 for left, top in places):
            crumbed[y : y + side, x : x + side] = 30
            places.append((x, y))
        if len(places) == 40:
            break
    return crumbed, places


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("side", [1, 2])
def test_specks_beside_letters_are_taken_where_they_are_smaller_than_dots(face: str, side: int) -> None:
    whole = page(face, 300, text=DOTTED * 4)
    specks = whole.copy()
    specks[40:160:12, 40:1700:60] = 30
    crumbed, places = with_crumbs(specks, side)
    sheet = without_dirt(Sheet(crumbed, 300))
    assert len(places) == 40
    assert np.array_equal(sheet.pixels, whole)


@pytest.mark.parametrize(("count", "stay"), [(1000, False), (2000, True)])
def test_crumbs_beside_most_letters_are_what_is_left_of_broken_print(count: int, stay: bool) -> None:
    pixels = np.full((2400, 2000), PAPER, dtype=np.uint8)
    pixels[40:120:10, 40:1900:60] = 30
    for n in range(2400):
        x, y = 100 + 30 * (n % 60), 200 + 54 * (n // 60)
        pixels[y : y + 30, x : x + 12] = 30
        pixels[y - 12 : y - 6, x + 3 : x + 9] = 30
        if n < count:
            pixels[y + 20 : y + 22, x + 18 : x + 20] = 30
    sheet = without_dirt(Sheet(pixels, 300))
    assert sheet.steps
    assert np.array_equal(sheet.pixels[180:], pixels[180:]) is stay


@pytest.mark.parametrize("face", FACES)
def test_dots_of_smaller_type_on_the_same_page_stay(face: str) -> None:
    image = Image.new("L", (1800, 2400), PAPER)
    write(image, (225, 225, 1575, 1700), face=face, dpi=300, text=DOTTED)
    write(image, (225, 1800, 1575, 2300), face=face, points=7, dpi=300, text=DOTTED)
    whole = frozen(image)
    specks = whole.copy()
    specks[40:160:12, 40:1700:60] = 30
    sheet = without_dirt(Sheet(specks, 300))
    assert sheet.steps
    assert np.array_equal(sheet.pixels, whole)


@pytest.mark.parametrize("count", [0, 5])
@pytest.mark.parametrize("face", FACES)
def test_page_with_few_specks_keeps_its_very_pixels(face: str, count: int) -> None:
    given = Sheet(specked(count, 2, face), DPI)
    assert without_dirt(given) is given


def test_page_with_too_little_print_keeps_its_very_pixels() -> None:
    empty = np.full((600, 500), PAPER, dtype=np.uint8)
    empty[::40, ::40] = 0
    given = Sheet(empty, DPI)
    assert without_dirt(given) is given


def with_head(draw_head: str) -> GreyImage:
    """A page of print under what stands in its head."""
    image = Image.new("L", (900, 1200), PAPER)
    write(image, (112, 260, 788, 1088), dpi=DPI)
    draw = ImageDraw.Draw(image)
    match draw_head:
        case "arms":
            draw.polygon(((120, 60), (220, 60), (220, 150), (170, 210), (120, 150)), outline=20, width=5)
            for row in range(4):
                for column in range(4):
                    x, y = 135 + 18 * column, 72 + 20 * row
                    draw.ellipse((x, y, x + 18, y + 20), outline=20, width=3)
        case "frame":
            draw.rectangle((120, 60, 780, 210), outline=20, width=3)
            write(image, (140, 80, 760, 200), dpi=DPI)
        case "table":
            font = ImageFont.truetype(face_file(SANS), 18)
            for row, texts in enumerate((("Ja", "Nej"), ("24", "17"), ("3", ""))):
                for column, text in enumerate(texts):
                    x, y = 120 + 100 * column, 60 + 40 * row
                    draw.rectangle((x, y, x + 100, y + 40), outline=20, width=3)
                    draw.text((x + 20, y + 8), text, fill=25, font=font)
        case "initials":
            draw.text((120, 60), "GRANBY", fill=25, font=ImageFont.truetype(face_file(BOLD), 110))
        case _:
            draw.line((120, 150, 780, 150), fill=20, width=4)
    return frozen(image)


def test_coat_of_arms_is_taken_and_print_stays() -> None:
    given = with_head("arms")
    sheet = without_dirt(Sheet(given, DPI))
    assert [step.split()[0] for step in sheet.steps] == ["picture"]
    assert int(sheet.pixels[:250].min()) > 200
    assert np.array_equal(sheet.pixels[250:], given[250:])


@pytest.mark.parametrize("head", ["frame", "table", "initials", "rule"])
def test_what_says_something_stays(head: str) -> None:
    given = Sheet(with_head(head), DPI)
    assert without_dirt(given) is given
