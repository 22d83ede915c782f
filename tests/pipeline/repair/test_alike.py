"""Words that one known word looks like, where no list holds them."""

from __future__ import annotations

import pytest

from models.text import Text
from pipeline.repair.alike import alike, first_once
from pipeline.repair.letter_l import letter_i
from pipeline.repair.party_letter import brace


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("besiut", "beslut"),
        ("Kommunfulimäktige", "Kommunfullmäktige"),
        ("detaijpian", "detaljplan"),
        ("tilämpningen", "tillämpningen"),
        ("särskiit", "särskilt"),
        ("förfråâgan", "förfrågan"),
        ("Öökad", "ökad"),
        ("Ppernilla", "Pernilla"),
        ("Läövmark", "Lövmark"),
    ],
)
def test_one_known_word(read: str, printed: str) -> None:
    assert alike(read) == printed


@pytest.mark.parametrize(
    ("read", "printed"),
    [("kKommunen", "kommunen"), ("öÖvriga", "övriga"), ("Kkommunen", None), ("kKxqzw", None), ("dnR", None)],
)
def test_a_first_letter_read_twice(read: str, printed: str | None) -> None:
    assert first_once(read) == printed


@pytest.mark.parametrize(
    "word", ["beslut", "Nyberga", "dei", "xqzvw", "KOMMUN", "latrinhämtningen", "åkeriägaren", "ail" * 40]
)
def test_known_short_and_strange_words_stay(word: str) -> None:
    assert alike(word) is None


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("| rapporten redovisas målen.", "I rapporten redovisas målen."),
        ("SOM ANGES | RIKTLINJERNA", "SOM ANGES I RIKTLINJERNA"),
        ("| namn | ort |", "| namn | ort |"),
        ("a | b", "a | b"),
    ],
)
def test_a_bar_for_the_word_i(read: str, printed: str) -> None:
    assert Text(read).apply(letter_i(read)).content == printed


@pytest.mark.parametrize(
    ("read", "printed"),
    [("Anna Berg (KD}, ordförande", "Anna Berg (KD), ordförande"), ("f(x} = {y}", "f(x) = {y}")],
)
def test_a_brace_behind_a_party(read: str, printed: str) -> None:
    assert Text(read).apply(brace(read)).content == printed
