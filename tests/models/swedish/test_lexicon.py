"""Which words the lexicon knows, and how."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.swedish.lexicon import lexicon


@pytest.mark.parametrize(
    "word",
    [
        "och", "FÖR", "i", "å", "ö", "Kommunstyrelsen", "kommunstyrelsens", "tjänsteskrivelse",
        "upphandlingsverksamheten", "trafikplatsen", "brottsförebyggande", "Stockholm", "Stockholms",
    ],
)  # fmt: skip
def test_known(word: str) -> None:
    assert lexicon().knows(word)


@pytest.mark.parametrize(
    "word",
    [
        "", "x", "ar", "pa", "for", "dar", "nagon", "lagga", "frin", "ctt", "lill", "rappo1t", "kundtjinst",
        "täckass", "brottsforebyggande", "skolmaltiderna", "barnomsotgsplatsen", "fritidsgird",
        "Kommunfullmaktige",
    ],
)  # fmt: skip
def test_damage_is_not_known(word: str) -> None:
    assert not lexicon().knows(word)


@pytest.mark.parametrize(
    ("word", "common"),
    [
        ("Beslut", True), ("ordförande", True), ("Upphandlingsverksamheten", True), ("Stockholm", False),
        ("Sverige", False), ("Qvx", False),
    ],
)  # fmt: skip
def test_common_words_are_written_in_lower_case(word: str, common: bool) -> None:
    assert lexicon().is_common(word) is common


def test_counts_ignore_case() -> None:
    assert lexicon().count("och") == lexicon().count("OCH") > lexicon().count("ledamot") > 0
    assert lexicon().count("qvx") == 0


@given(st.text(max_size=30))
def test_any_text_may_be_asked_for(word: str) -> None:
    words = lexicon()
    assert isinstance(words.knows(word), bool)
    assert not words.count(word) or words.knows(word)


def test_an_endless_word_takes_no_endless_time() -> None:
    begun = perf_counter()
    assert not lexicon().knows("kommun" * 50_000)
    assert perf_counter() - begun < 1
