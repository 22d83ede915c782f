"""Which words stand side by side, in a text of our own and in the one behind the program's table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.swedish.build_neighbours import built, twins_in
from models.swedish.neighbours import EDGE, neighbours, table_of, tokens_of

_LINES = ["Det var i maj.", "Det var i juni.", "Enligt vår plan är det så.", "Vi gör vår plan."]


def test_neighbours_of_twins_are_counted() -> None:
    found = built(_LINES, frozenset({"var", "vår"}))
    assert found.attraction("det", "var") > found.attraction("det", "vår")
    assert found.attraction("vår", "plan") > found.attraction("var", "plan")
    assert found.attraction("i", "maj") == found.attraction("i", "juni"), "no twin is in them"


def test_twins_are_words_that_differ_in_marks_alone() -> None:
    assert twins_in(["var", "vår", "vara", "vär", "plan"]) == {"var", "vår", "vär"}


@pytest.mark.parametrize(
    ("first", "likely", "unlikely"),
    [("den", "här", "har"), ("per", "år", "är"), ("det", "är", "år")],
)
def test_the_table_of_the_program(first: str, likely: str, unlikely: str) -> None:
    assert neighbours().attraction(first, likely) > neighbours().attraction(first, unlikely)


def test_tokens() -> None:
    assert list(tokens_of("Den 14 maj, Åsa.")) == ["den", "0", "maj", ",", "åsa", "."]


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_may_be_asked_for(first: str, second: str) -> None:
    assert abs(neighbours().attraction(first, second)) < 30
    assert table_of(0, {}, {}).attraction(first, EDGE) == 0
