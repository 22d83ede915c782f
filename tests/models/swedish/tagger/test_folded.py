"""Words in capitals are put in lower case for the tagger, lone acronyms are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.swedish.tagger.folded import folded


@pytest.mark.parametrize(
    ("text", "given_to_tagger"),
    [
        ("FORSLAG TILL BESLUT", "forslag till beslut"),
        ("FoR ATT HALLA", "for att halla"),
        ("KS beslutar", "KS beslutar"),
        ("Kommunen och SMOHF", "Kommunen och SMOHF"),
        ("Kommunens SAKERHETSPOLICY", "Kommunens sakerhetspolicy"),
        ("GRANBY KOMMUN\nKommunstyrelsen", "granby kommun\nKommunstyrelsen"),
        ("Anna Ek (S)", "Anna Ek (S)"),
        ("", ""),
    ],
)
def test_folding(text: str, given_to_tagger: str) -> None:
    assert folded(text) == given_to_tagger


@given(st.text(alphabet="ABÅco s.\n", max_size=300))
def test_no_sign_moves(text: str) -> None:
    assert folded(text).casefold() == text.casefold()
    assert len(folded(text)) == len(text)


def test_a_long_run_of_capitals_takes_no_time() -> None:
    assert folded("A" * 100_000 + "b").endswith("b")
