"""Forms for values: what is asked of each field, and what comes of the answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from archive.review.fields import LISTS, SINGLES, single
from archive.review.normal import normal
from justerat.web.field_words import FIELDS
from justerat.web.view.history import in_words
from justerat.web.view.inputs import Input, inputs_of, value_of
from models.correction import TEXT
from tests.archive.review.made import document


def filled(one: Input) -> str:
    """What a browser sends of a form that nobody touched."""
    if one.form == "flag":
        return "1" if one.value else ""
    if one.form == "lines":
        return one.lines.replace("\n", "\r\n")
    return "" if one.value is None else str(one.value)


@pytest.mark.parametrize("field", LISTS)
def test_a_form_that_nobody_touched_changes_nothing(field: str) -> None:
    for entry in LISTS[field].get(document()):
        given_back = {one.name: filled(one) for one in inputs_of(field, entry.told)}
        assert normal(field, value_of(field, entry.told, given_back), 1) == entry.told


@pytest.mark.parametrize("field", SINGLES)
def test_the_same_of_single_values(field: str) -> None:
    value = single(document(), field)
    given_back = {one.name: filled(one) for one in inputs_of(field, value)}
    empty: JsonValue = [] if field == "meeting.adjusters" else None
    assert normal(field, value_of(field, value, given_back), 1) == (value or empty)


def test_every_field_has_its_name() -> None:
    asked = {one.name for field in (*LISTS, *SINGLES) for one in inputs_of(field, None)}
    assert asked | {*LISTS, *SINGLES, TEXT} == set(FIELDS)
    assert list(FIELDS) == sorted(FIELDS)


@given(
    answers=st.dictionaries(
        st.sampled_from(["name", "party", "roles", "bodies", "sett"]), st.text(max_size=9)
    )
)
def test_answers_make_a_value_of_the_right_form(answers: dict[str, str]) -> None:
    value = value_of("people", {"name": "Åsa", "candidates": ["Å."]}, answers)
    assert isinstance(value, dict)
    assert isinstance(value["roles"], list)
    assert set(value) <= {"name", "party", "party_printed", "roles", "bodies", "candidates"}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"name": "Åsa", "party": None, "roles": ["ordförande", "ledamot"]}, "Åsa, ordförande ledamot"),
        ([[1, 2]], "1 2"),
        (None, ""),
        (True, ""),
        (12, "12"),
    ],
)
def test_in_words(value: JsonValue, words: str) -> None:
    assert in_words(value) == words
