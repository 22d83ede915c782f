"""Forms for values: what is asked of each field, and what comes of the answers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

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
from models.matter import Item
from tests.archive.review.made import document


def every(asked: Iterable[Input]) -> Iterator[Input]:
    """What is asked for, and what its groups and rows ask for."""
    for one in asked:
        yield one
        yield from every(one.parts)


def sent(asked: Iterable[Input]) -> dict[str, str]:
    """What a browser sends of a form that nobody touched."""
    return {
        one.name: filled(one) for one in every(asked) if not one.parts and (one.form != "flag" or one.value)
    }


def filled(one: Input) -> str:
    """What it sends of one field."""
    if one.form == "flag":
        return "1"
    if one.form in {"lines", "ranges"}:
        return one.lines.replace("\n", "\r\n")
    return "" if one.value is None else str(one.value)


@pytest.mark.parametrize("field", LISTS)
def test_a_form_that_nobody_touched_changes_nothing(field: str) -> None:
    for entry in LISTS[field].get(document()):
        given_back = sent(inputs_of(field, entry.told))
        assert normal(field, value_of(field, entry.told, given_back), 1) == entry.told


VOTED: JsonValue = {
    "paragraph": 8,
    "proposals": [{"by": "Åsa Ek", "party": "S", "text": "bifall"}, {"text": "avslag\npå allt"}],
    "vote": {"method": "votering", "yes": 1, "no": 0, "by_person": [{"name": "Åsa Ek", "vote": "ja"}]},
    "reservations": [{"name": "Bo Alm", "party": "C"}],
    "earlier": [{"body": "Nämnden", "date": "1974-02-03", "paragraph": 4}],
}
NESTED: list[tuple[str, JsonValue]] = [
    ("items", VOTED),
    ("decisions", {
        "id": "d1", "text": "att bifalla", "status": "fattat", "outcome": "bifall",
        "points": [{"number": 1, "text": "att bifalla", "outcome": "bifall"}],
    }),
    ("attendance", {"name": "Åsa Ek", "capacity": "ledamot", "present_for": [[1, 7], [9, 9]]}),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value"), NESTED)
def test_nor_does_it_where_values_hold_others(field: str, value: JsonValue) -> None:
    whole = normal(field, value, 1)
    assert normal(field, value_of(field, whole, sent(inputs_of(field, whole))), 1) == whole


def test_rows_are_changed_added_and_taken_away() -> None:
    whole = normal("items", VOTED, 1)
    answers = sent(inputs_of("items", whole)) | {
        "proposals/0/text": "", "proposals/0/by": "", "proposals/0/party": " ", "proposals/1/by": "Bo Alm",
        "reservations/1/name": "Cia Dal", "vote/no": "2", "vote/by_person/2/name": "Bo Alm",
        "vote/by_person/2/vote": "nej", "earlier/0/body": "", "earlier/0/date": "", "earlier/0/paragraph": "",
    }  # fmt: skip
    item = Item.model_validate_json(json.dumps(normal("items", value_of("items", whole, answers), 1)))
    assert [(one.by, one.text) for one in item.proposals] == [("Bo Alm", "avslag\npå allt")]
    assert [one.name for one in item.reservations] == ["Bo Alm", "Cia Dal"]
    assert item.vote
    assert (item.vote.yes, item.vote.no) == (1, 2)
    assert [(one.name, one.vote) for one in item.vote.by_person] == [("Åsa Ek", "ja"), ("Bo Alm", "nej")]
    assert item.earlier == ()


def test_what_is_left_blank_is_none() -> None:
    whole = normal("items", VOTED, 1)
    answers = dict.fromkeys(sent(inputs_of("items", whole)), "")
    item = Item.model_validate_json(json.dumps(normal("items", value_of("items", whole, answers), 1)))
    assert item == Item()


def test_no_votes_at_all_are_an_answer() -> None:
    value = value_of("items", {}, {"vote/no": "0"})
    assert isinstance(value, dict)
    assert isinstance(value["vote"], dict)
    assert value["vote"]["no"] == 0


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("1–7\r\n9", [[1, 7], [9, 9]]),
        ("§§ 3 - 5", [[3, 5]]),
        ("§ 3", [[3, 3]]),
        ("", None),
        ("alla", ["alla"]),
        ("12345678901", ["12345678901"]),
    ],
)
def test_ranges_of_paragraphs(written: str, told: JsonValue) -> None:
    value = value_of("attendance", None, {"name": "Åsa Ek", "capacity": "ledamot", "present_for": written})
    assert isinstance(value, dict)
    assert value["present_for"] == told


@pytest.mark.parametrize("field", SINGLES)
def test_the_same_of_single_values(field: str) -> None:
    value = single(document(), field)
    given_back = sent(inputs_of(field, value))
    empty: JsonValue = [] if field == "meeting.adjusters" else None
    assert normal(field, value_of(field, value, given_back), 1) == (value or empty)


def test_every_field_has_its_name() -> None:
    asked = {one.label for field in (*LISTS, *SINGLES) for one in every(inputs_of(field, None))}
    asked = {label for label in asked if not label.isdecimal()}  # the rows of a list have numbers
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
