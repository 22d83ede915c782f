"""Confidence that rules have earned, and what recognition takes from it."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.confidence import trust_in
from pipeline.text import as_read
from tests.support import page_of

_, *ROWS = files("models").joinpath("confidences.tsv").read_text("utf-8").splitlines()


@pytest.mark.parametrize("row", ROWS)
def test_each_rule_has_its_share_drawn_towards_the_prior(row: str) -> None:
    rule, right, wrong = row.split("\t")
    share = int(right) / (int(right) + int(wrong))
    low, high = sorted((share, 0.85))
    assert min(low, 0.995) <= trust_in(rule) <= high


@given(st.text(max_size=20))
def test_trust_is_never_certain_and_never_none(rule: str) -> None:
    assert 0.5 < trust_in(rule) <= 0.995


def test_a_rule_that_was_never_counted_is_believed_a_little() -> None:
    assert trust_in("no rule has this name") == pytest.approx(0.85)


@given(st.floats(0, 1), st.floats(0, 1))
def test_what_was_read_less_surely_is_never_surer(one: float, other: float) -> None:
    low, high = sorted((one, other))
    sure: list[float] = []
    for confidence in (low, high):
        page = page_of("Anna Ek (S)")
        words = tuple(replace(word, confidence=confidence) for word in page.words)
        (place,) = as_read([replace(page, words=words)]).places(0, 7, "list of those present")
        sure.append(place.confidence)
    assert 0 <= sure[0] <= sure[1] <= 1
