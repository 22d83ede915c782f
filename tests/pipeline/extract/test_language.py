"""Tokens and sentences of administrative Swedish."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.language import parse, sentences


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Anna Ek (S) m.fl.", ["Anna", "Ek", "(", "S", ")", "m.fl."]),
        ("Anna Ek(S),", ["Anna", "Ek", "(", "S", ")", ","]),
        ("Dnr KS-2017-00321.", ["Dnr", "KS-2017-00321", "."]),
        ("§71 och §§ 5-6", ["§", "71", "och", "§§", "5-6"]),
        ("1:e vice ordf.", ["1:e", "vice", "ordf", "."]),
        ("Lars G. Alm", ["Lars", "G.", "Alm"]),
        ("kl. 18.30, bl.a.", ["kl.", "18.30", ",", "bl.a."]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in parse(text)] == tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Enligt 5 kap. 23 § gäller m.fl. lagar. Nämnden beslutar.",
            ["Enligt 5 kap. 23 § gäller m.fl. lagar.", "Nämnden beslutar."],
        ),
        ("Mötet börjar kl. 18.30. Bl.a. Anna Ek talar.", ["Mötet börjar kl. 18.30.", "Bl.a. Anna Ek talar."]),
        ("Ett stycke\n\nett annat", ["Ett stycke", "ett annat"]),
        ("En rad\nsom fortsätter", ["En rad\nsom fortsätter"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [sentence.text.strip() for sentence in sentences(text)] == expected


@given(st.text(max_size=80))
def test_no_character_is_lost(text: str) -> None:
    assert parse(text).text == text
    assert all(sentence.text.strip() for sentence in sentences(text))
