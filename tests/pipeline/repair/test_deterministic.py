"""Repairs that need no neighbours: character sets, font maps, typography."""

from __future__ import annotations

from collections.abc import Iterable
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text import Change, Text
from pipeline.repair.accents import accents
from pipeline.repair.deterministic import STEPS
from pipeline.repair.encoding import mojibake, wrong_set
from pipeline.repair.font_map import font_map
from pipeline.repair.letter_l import letter_l
from pipeline.repair.party_letter import party_letter, party_letter_twice
from pipeline.repair.typography import letter_spacing, signs

SOUND = (
    "Kommunstyrelsen föreslår att nämnden beslutar om åtgärder för äldre och att Öppna förskolan i Ekvalla"
    " får stöd på samma sätt som föregående år."
)
GLYPHS = {"å": "n", "ä": "l", "ö": "|", "Å": "c", "Ä": "b", "Ö": "g", "§": "\x86"}


def mended(changes: Iterable[Change], content: str) -> str:
    return Text(content).apply(changes).content


def lowered(text: str) -> str:
    return "".join(GLYPHS.get(sign) or (sign if sign == "\n" else chr(ord(sign) - 29)) for sign in text)


def test_utf8_read_byte_by_byte() -> None:
    damaged = SOUND.encode().decode("cp1252")
    assert mended(mojibake(damaged), damaged) == SOUND


@pytest.mark.parametrize(
    ("written", "read"),
    [("mac_roman", "cp1252"), ("latin-1", "mac_roman"), ("cp850", "cp1252"), ("latin-1", "cp850")],
)
def test_character_sets_of_one_byte(written: str, read: str) -> None:
    damaged = SOUND.encode(written).decode(read, "ignore")
    assert damaged != SOUND
    assert mended(wrong_set(damaged), damaged) == SOUND


def test_the_swedish_seven_bit_set() -> None:
    damaged = SOUND.translate(str.maketrans("åäöÅÄÖ", "}{|][\\"))
    assert mended(wrong_set(damaged), damaged) == SOUND


@pytest.mark.parametrize("text", [SOUND, "Škorić och Šimić (Š) {a} [b] | c", "Â och Ã", "if (a[0]|b) {c}"])
def test_sound_signs_stay(text: str) -> None:
    assert not list(mojibake(text))
    assert not list(wrong_set(text))


def test_glyph_numbers_become_letters() -> None:
    sound = "§ 12 Efter fråga på grundförslaget\nfinner ordföranden att nämnden\nBeslut\n2014-05-06"
    damaged = lowered(sound)
    assert mended(font_map(damaged), damaged) == sound
    assert not list(font_map(sound))


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("ofﬁciell", "officiell"),
        ("fo\u0308r", "för"),
        ("sam\u00adman\u00adträde", "sammanträde"),
        ("sammanträde", "sammanträde"),
    ],
)
def test_signs(read: str, printed: str) -> None:
    assert mended(signs(read), read) == printed


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("S A M M A N T R Ä D E", "SAMMANTRÄDE"),
        ("P R O T O K O L L från mötet", "PROTOKOLL från mötet"),
        ("K A L L E L S E  T I L L", "KALLELSE  TILL"),
        ("lägga t i l l handlingarna", "lägga till handlingarna"),
        ("PRO T OK OL L", "PROTOKOLL"),
        ("M S C L KD V", "M S C L KD V"),
        ("A B C D E F", "A B C D E F"),
        ("vi i en å", "vi i en å"),
        ("Ja Nej Ja Ja", "Ja Nej Ja Ja"),
    ],
)
def test_letter_spacing(read: str, printed: str) -> None:
    assert mended(letter_spacing(read), read) == printed


_PARTIES = "Eva Ek (c), Nils-Erik Ask (m) och "


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        (_PARTIES + "Märta Lind (8)", _PARTIES + "Märta Lind (s)"),
        (_PARTIES.upper() + "Märta Lind (5)", _PARTIES.upper() + "Märta Lind (S)"),
        (_PARTIES + "Carl von Ek (8)", _PARTIES + "Carl von Ek (s)"),
        (_PARTIES + "Blad 3 (8)", _PARTIES + "Blad 3 (8)"),
        (_PARTIES + "se Bilaga (8)", _PARTIES + "se Bilaga (8)"),
        ("Märta Lind (8), Eva Ek (8)", "Märta Lind (8), Eva Ek (8)"),
    ],
)
def test_party_letters(read: str, printed: str) -> None:
    assert mended(party_letter(read), read) == printed


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Märta Lind (Ss), ordförande", "Märta Lind (S), ordförande"),
        ("Märta Lind (Vv)", "Märta Lind (V)"),
        ("Märta Lind (Mp)", "Märta Lind (Mp)"),
        ("Märta Lind (Zz)", "Märta Lind (Zz)"),
        ("Bilaga (Ss)", "Bilaga (Ss)"),
    ],
)
def test_party_letters_read_twice(read: str, printed: str) -> None:
    assert mended(party_letter_twice(read), read) == printed


@given(st.text("aåSs8§$5& \n1-27.,KFQkap", max_size=80) | st.text(max_size=80))
def test_every_step_takes_any_text(content: str) -> None:
    for step in STEPS:
        assert Text(content).apply(step(content)).raw == content


@pytest.mark.parametrize("piece", ["A ", "maj ", "1-", "1", "§ 1, ", "8 1\n", "a\u0308"])
def test_no_text_takes_long(piece: str) -> None:
    content = piece * (40_000 // len(piece))
    start = perf_counter()
    for step in STEPS:
        list(step(content))
    assert perf_counter() - start < 10


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Nämnden beslutar oċh föreslår", "Nämnden beslutar och föreslår"),
        ("Frân och med i dag", "Från och med i dag"),
        ("avgiften för regeringskansliėts del", "avgiften för regeringskansliets del"),
        ("SKRIVELSEN OM FORDONĒTS SKATT", "SKRIVELSEN OM FORDONETS SKATT"),
        ("beslut viď mötet", "beslut vid mötet"),
        ("som hölls ì kyrkan", "som hölls i kyrkan"),
    ],
)
def test_accents_that_swedish_has_not(read: str, printed: str) -> None:
    assert mended(accents(read), read) == printed


@pytest.mark.parametrize(
    "text",
    [
        "en à la carte och idén om façaden", "Márquez och Dvořák", "à 50 kronor", "över Šimun", "för ìi",
        "el niño está en la casa con los otros niños y más", "naïv och überhaupt", "",
    ],
)  # fmt: skip
def test_words_and_names_of_others_keep_their_accents(text: str) -> None:
    assert not list(accents(text))


@pytest.mark.parametrize(
    ("read", "printed"),
    [("UIf Ek", "Ulf Ek"), ("tiII nämnden", "till nämnden"), ("KarI Alm", "KarI Alm"), ("en nyI", "en nyI"),
     ("AI-drift, II och McIntosh", "AI-drift, II och McIntosh"), ("SKOLI", "SKOLI"), ("ÄIdre", "Äldre"),
     ("hande! med", "handel med"), ("vi! veta", "vi! veta"), ("bra! (ja)", "bra! (ja)"),
     ("Hande! Vi", "Hande! Vi")],
)  # fmt: skip
def test_an_l_in_small_letters(read: str, printed: str) -> None:
    assert mended(letter_l(read), read) == printed
