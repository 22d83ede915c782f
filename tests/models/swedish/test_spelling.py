"""Names spelt in several ways, short forms and initials, and names that are others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.swedish.spelling import same_family, same_given, sound_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karlsson", "Carlsson"), ("Karlsson", "Karlson"), ("Ericson", "Eriksson"), ("Erixon", "Ericsson"),
        ("Lindqvist", "Lindkvist"), ("Lindquist", "Lindqvist"), ("Johnsson", "Jonsson"), ("Lindh", "Lind"),
        ("Wallin", "Vallin"), ("Kristensson", "Christensson"), ("Åberg", "Aberg"), ("Dahl", "Dal"),
        ("Vretlund", "Vret1und"),
    ],
)  # fmt: skip
def test_one_family_name(one: str, other: str) -> None:
    assert same_family(one, other)
    assert same_family(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karlsson", "Larsson"),
        ("Nilsson", "Olsson"),
        ("Ek", "Alm"),
        ("Berg", "Borg"),
        ("Lundgren", "Lindgren"),
    ],
)
def test_two_family_names(one: str, other: str) -> None:
    assert not same_family(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kristina", "Christina"), ("Carl", "Karl"), ("Eric", "Erik"), ("Tomas", "Thomas"), ("S.", "Sven"),
        ("S", "Sven"), ("Lasse", "Lars"), ("Calle", "Carl"), ("Kicki", "Christina"), ("Göran", "Goran"),
        ("Mikael", "Michael"), ("C.", "Karl"), ("Torgerd", "Torgcrd"),
    ],
)  # fmt: skip
def test_one_given_name(one: str, other: str) -> None:
    assert same_given(one, other)
    assert same_given(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria", "Mario"),
        ("Anna", "Anne"),
        ("Sven", "Stig"),
        ("A.", "Sven"),
        ("Lasse", "Bo"),
        ("", "Bo"),
        ("", ""),
    ],
)
def test_two_given_names(one: str, other: str) -> None:
    assert not same_given(one, other)


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_words_can_be_compared(one: str, other: str) -> None:
    assert same_family(one, one)
    assert same_family(one, other) == same_family(other, one)
    assert same_given(one, other) == same_given(other, one)
    assert sound_of(sound_of(one)) is not None
