"""Masked records: no number is left, and every position, edit and place stays true."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from pydantic import BaseModel

from archive.export.matching import undone
from archive.masking.mask import BLOCK, Mask, hidden, hide
from archive.masking.record import masked
from models.matter import Amount
from models.mention import Place
from models.record import Record, RecordEdit
from models.swedish.personal.find import find_personal_numbers
from models.vocabulary import Currency
from tests.models.swedish.personal.numbers import COORDINATION, DASHES, NUMBER, OTHER, numbers
from tests.pipeline.test_document import read
from tests.support import page_of

PAGE = """GRANBY KOMMUN        PROTOKOLL
Socialnämnden        2021-03-09

§ 4
Bistånd åt Anna Holm, {first}

Sökande är Anna Holm, {first}, och Bo Ek (pnr {second}).

Beslut
Socialnämnden beviljar Bo Ek, {second}, bistånd enligt ansökan.
"""
VALIDATOR: Validator = Draft202012Validator(
    json.loads(files("models.schema").joinpath("record.schema.json").read_text("utf-8"))
)
"""Made once: to look at the schema itself takes far longer than to hold a record to it; another test does."""


def record(first: str = NUMBER, second: str = OTHER) -> Record:
    return read(page_of(PAGE.format(first=first, second=second))).records[0]


def places(value: object) -> Iterator[Place]:
    """Every place anywhere in the record."""
    if isinstance(value, Place):
        yield value
    elif isinstance(value, tuple):
        for each in cast("tuple[object, ...]", value):
            yield from places(each)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from places(getattr(value, name))


def assert_hidden(made: Record, *digits: str) -> None:
    """That the record is whole and true, and nobody's number is in it."""
    content = made.model_dump_json()
    for number in digits:
        assert number not in "".join(filter(str.isalnum, content))
    for text in (made.text, undone(made)):
        assert find_personal_numbers(text, 2021) == ()
    VALIDATOR.validate(json.loads(content))


def test_every_mention_is_hidden_and_the_rest_stays() -> None:
    sound = record()
    made = masked(sound)
    assert_hidden(made, "8112189876", "6408233234")
    assert len(made.text) == len(sound.text)
    assert made.text == sound.text.replace(NUMBER, BLOCK * 11).replace(OTHER, BLOCK * 11)
    assert made.items[0].heading == f"Bistånd åt Anna Holm, {BLOCK * 11}"
    assert made.decisions[0].text == f"Socialnämnden beviljar Bo Ek, {BLOCK * 11}, bistånd enligt ansökan."
    assert [place.raw for number in made.personal_numbers for place in number.places] == [BLOCK * 11] * 4
    assert [person.name for person in made.people] == [person.name for person in sound.people]


@given(numbers(DASHES), numbers(DASHES))
@settings(deadline=None)
def test_any_numbers_are_hidden_once_and_for_all(first: str, second: str) -> None:
    made = masked(record(first, second))
    assert_hidden(made)
    assert masked(made) == made
    for place in places(made):
        assert made.text[place.start : place.end] == place.raw


def test_what_a_repair_changed_is_hidden_as_it_was_read() -> None:
    sound = record()
    at = sound.text.index(NUMBER)
    edit = RecordEdit(start=at, end=at + 11, raw="8l1218 - 9876", reason="test", confidence=0.9)
    beside = RecordEdit(start=0, end=6, raw="GRANBV", reason="test", confidence=0.9)
    made = masked(sound.model_copy(update={"edits": (beside, edit)}))
    assert [one.raw for one in made.edits] == ["GRANBV", hidden("8l1218 - 9876")]
    number = next(one for one in made.personal_numbers if one.places[0].start == at)
    assert number.places[0].raw == hidden("8l1218 - 9876")
    assert "9876" not in made.model_dump_json()


def test_the_name_of_the_file_is_hidden_too() -> None:
    sound = record()
    source = sound.source.model_copy(update={"path": "in/bistand_8112189876.pdf"})
    assert masked(sound.model_copy(update={"source": source})).source.path == f"in/bistand_{BLOCK * 10}.pdf"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19811218-9876", BLOCK * 13),
        ("8112189876", BLOCK * 10),
        ("811218 98 76", "██████ ██ ██"),
        (f"samordningsnr {COORDINATION}", f"samordningsnr {BLOCK * 11}"),
        ("556053-5873", "556053-5873"),
        ("KS 2021/172", "KS 2021/172"),
    ],
)
def test_a_mask_knows_a_number_in_every_form(text: str, expected: str) -> None:
    assert Mask(frozenset([NUMBER]))(text) == expected


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_hiding_keeps_length_and_lines(text: str, spans: list[tuple[int, int]]) -> None:
    made = hide(text, spans)
    assert len(made) == len(text)
    for n, (was, now) in enumerate(zip(text, made, strict=True)):
        inside = any(low <= n < high for low, high in spans)
        assert now == (BLOCK if inside and not was.isspace() else was)


def test_amounts_stay_whole_but_none_is_a_part_of_a_number() -> None:
    sound = record()
    at = sound.decisions[0].text.index(OTHER) + sound.decisions[0].places[0].start
    over = Place(page=1, start=at, end=at + 11, raw=OTHER, confidence=1, rule="belopp")
    beside = over.model_copy(update={"start": at - 4, "end": at - 2, "raw": sound.text[at - 4 : at - 2]})
    amount = Amount(value="8112189876", currency=Currency.SEK, places=(beside,))
    read_wrong = Amount(value="3234", currency=Currency.SEK, places=(over,))
    decision = sound.decisions[0].model_copy(update={"amounts": (amount, read_wrong)})
    made = masked(sound.model_copy(update={"decisions": (decision,)}))
    assert [one.value for one in made.decisions[0].amounts] == ["8112189876"]


def test_a_document_without_numbers_stays_as_it_is() -> None:
    sound = record("2021-01-01", "Dnr SN 2021/14")
    assert masked(sound) == sound
    assert Path(sound.source.path).name in sound.source.path
