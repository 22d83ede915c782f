from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.swedish.tagger.learn.old_forms import old_spelling, old_words


@pytest.mark.parametrize(
    ("modern", "old"),
    [
        ("av", "af"),
        ("skriva", "skrifva"),
        ("brev", "bref"),
        ("brevs", "brefs"),
        ("silver", "silfver"),
        ("arvet", "arfvet"),
        ("vad vem vilken", "hvad hvem hvilken"),
        ("vart", "hvart"),
        ("kvinna", "qvinna"),
        ("Kvarnen", "Qvarnen"),
        ("gott", "godt"),
        ("ska inte", "skall icke"),
        ("behöver även överlämna halva arvet", "behöfver äfven öfverlämna halfva arfvet"),
        ("ett nytt möte hade sett mötet som var hett", "ett nytt möte hade sett mötet som var hett"),
        (
            "förvaltning, service och revision beviljar provinsen leverans",
            "förvaltning, service och revision beviljar provinsen leverans",
        ),
        ("direktiv för arkiv", "direktiv för arkiv"),
        ("rött och brett", "rödt och bredt"),
        ("varje, varandra", "hvarje, hvarandra"),
        ("privat vård av havet", "privat vård af hafvet"),
        ("avgift", "avgift"),
        ("vägen till Granby", "vägen till Granby"),
    ],
)
def test_old_spelling(modern: str, old: str) -> None:
    assert old_spelling(modern) == old


def forms(text: str) -> set[str]:
    return {old_words(text, random.Random(seed)) for seed in range(60)}  # noqa: S311


@pytest.mark.parametrize(
    ("modern", "old"),
    [
        ("fick", "fingo"),
        ("antogs", "antogos"),
        ("överlåts", "överlåts"),
        ("föreslog", "föreslogo"),
        ("vara", "vara"),
        ("är", "äro"),
        ("på", "å"),
        ("hur", "huru"),
        ("tillstånd", "tillstånd"),
        ("bandet", "bandet"),
    ],
)
def test_words_stand_as_offices_wrote_them_or_as_now(modern: str, old: str) -> None:
    assert forms(modern) == {modern, old}


@given(st.text("aåbdefghiklmnoprstuvyäö ", max_size=60), st.integers(0, 99))
def test_no_word_is_lost(text: str, seed: int) -> None:
    assert len(old_words(text, random.Random(seed)).split()) == len(text.split())  # noqa: S311
