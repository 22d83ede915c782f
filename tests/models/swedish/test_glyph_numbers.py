"""Glyph numbers become the letters that they stand for, and sound text stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.swedish.glyph_numbers import CONTROL_PICTURES, Shift, shifted_lines
from models.swedish.replacement import replaced

TEXT = (
    "§ 12 Efter fråga på grundförslaget\nfinner ordföranden att nämnden (9-3)\nbeslutar enligt förslaget.\n"
    "Åsa Öhrn, Ärla: 2019"
)
STANDARD = Shift(29, macintosh=True)


def numbered(text: str, shift: Shift) -> str:
    """The text as numbers, control characters as their pictures."""
    back = {shift.undo(chr(number)): chr(number) for number in range(0x1FF, 0x20, -1)}
    back |= {shift.undo(chr(CONTROL_PICTURES + n)): chr(CONTROL_PICTURES + n) for n in range(1, 0x20)}
    return "".join(sign if sign in " \n" else back[sign] for sign in text)


def mended(text: str) -> str:
    return replaced(text, shifted_lines(text))


@pytest.mark.parametrize(
    "shift",
    [Shift(places, macintosh) for places in (29, 28, 31, 4, -1, -20) for macintosh in (True, False)],
    ids=str,
)
def test_any_offset_is_found_by_its_letters(shift: Shift) -> None:
    damaged = numbered(TEXT, shift)
    assert damaged != TEXT
    assert mended(damaged) == TEXT


def test_numbers_that_a_program_wrote_out() -> None:
    text = "ordföranden finner att nämnden beslutar"
    numbers = ("".join(f"(cid:{ord(sign)})" for sign in numbered(word, STANDARD)) for word in text.split())
    assert mended(" ".join(numbers)) == text


def test_control_characters_stand_for_themselves_too() -> None:
    text = "nämnden beslutar 9 § enligt förslaget"
    pictures = numbered(text, STANDARD)
    plain = "".join(chr(ord(c) - CONTROL_PICTURES) if ord(c) > CONTROL_PICTURES else c for c in pictures)
    assert plain != pictures
    assert mended(plain) == text


def test_a_heading_alone_is_mended_and_the_sound_lines_stay() -> None:
    heading = "Nämnden föreslår att ärendet återremitteras"
    text = f"{numbered(heading, STANDARD)}\nKommunstyrelsen beslutar enligt förslaget.\nABC 123\n"
    assert mended(text) == f"{heading}\nKommunstyrelsen beslutar enligt förslaget.\nABC 123\n"


def test_one_damaged_page_among_many_sound_ones() -> None:
    sound = "\f".join(["Nämnden beslutar enligt förslaget.\nAnna Ek, Bo Alm"] * 30)
    assert mended(f"{sound}\f{numbered(TEXT, STANDARD)}") == f"{sound}\f{TEXT}"


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "The board has agreed to the terms of this contract.\nIt is valid from today.",
        "Anna Ek (S), Bo Alm (M)\nKS 2014/163\n12 345 kr",
        "xq zzk vqp\nKVDT GHJK\n####",
    ],
)
def test_sound_text_and_other_languages_stay(text: str) -> None:
    assert mended(text) == text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(mended(text), str)


@pytest.mark.parametrize(
    "text",
    [
        "Rezar Kayan (V) §§ 70-75\nBUN § 70\nBUN § 73",
        "Ozlem Yurtsever (S)\nCem Aydin (V) §§ 12-15\nKS § 12",
        "Szilvia Nagy\nGyörgy Kovács\nBn § 4",
    ],
)
def test_foreign_names_and_signs_are_no_numbers(text: str) -> None:
    assert mended(text) == text
