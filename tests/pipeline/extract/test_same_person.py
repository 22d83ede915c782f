"""People of one document who may be one: each is told of the other, and they stay apart."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.mention import Person
from pipeline.extract.context import Context
from pipeline.extract.people.entries import people
from pipeline.extract.people.same import with_candidates
from pipeline.structure.outline import outline
from tests.support import text_of


def told(*persons: tuple[str, str | None], attending: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    """The candidates of each who has any, by name."""
    made = [Person(name=name, party=party, party_printed=party) for name, party in persons]
    return {one.name: one.candidates for one in with_candidates(made, attending) if one.candidates}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sven Karlsson", "Sven Carlsson"),
        ("Sven Karlsson", "S. Karlsson"),
        ("S. Carlsson", "Sven Karlsson"),
        ("Goran Osterberg", "Göran Österberg"),
        ("Anna Ek", "Anna Maria Ek"),
        ("Anna Ek", "Anna Ek Norr"),
        ("Lasse Ek", "Lars Ek"),
        ("Per-Olof Alm", "P-O Alm"),
        ("Per Olof Alm", "P. O. Alm"),
        ("Carl von Stjerna", "Karl Stjerna"),
        ("Gurli Vretlund", "Gurli Vret1und"),
    ],
)
def test_each_gets_the_other(one: str, other: str) -> None:
    assert told((one, "S"), (other, None)) == {one: (other,), other: (one,)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sven Karlsson", "Stig Karlsson"),
        ("Sven Karlsson", "Sven Larsson"),
        ("S. Karlsson", "Anna Karlsson"),
        ("Karl Erik Ek", "Karl Gustav Ek"),
        ("Maria Ek", "Mario Ek"),
        ("Anna Ek", "Anna Alm"),
    ],
)
def test_others_are_others(one: str, other: str) -> None:
    assert told((one, "S"), (other, "S")) == {}


def test_parties_and_presence_tell_people_apart() -> None:
    assert told(("Sven Karlsson", "S"), ("Sven Carlsson", "M")) == {}
    assert told(("Anna Ek", "S"), ("Anna Ek", "M")) == {}
    both = ("Sven Karlsson", "Sven Carlsson")
    assert told((both[0], None), (both[1], None), attending=both) == {}
    assert set(told((both[0], None), (both[1], None), attending=both[:1])) == {*both}


def test_initials_may_be_of_several() -> None:
    found = told(("S. Karlsson", None), ("Sven Karlsson", "S"), ("Stig Karlsson", "M"))
    assert found["S. Karlsson"] == ("Sven Karlsson", "Stig Karlsson")
    assert found["Stig Karlsson"] == ("S. Karlsson",)


def test_a_document_tells_of_its_candidates() -> None:
    (part,) = outline(
        text_of("Sven Karlsson (S) yrkar bifall. Sven Carlsson reserverar sig. Bo Alm (M) deltog.")
    )
    found = people(part, Context(), ())
    assert [(one.name, one.candidates) for one in found] == [
        ("Sven Karlsson", ("Sven Carlsson",)),
        ("Sven Carlsson", ("Sven Karlsson",)),
        ("Bo Alm", ()),
    ]


WORDS = st.sampled_from(
    ("Anna", "Ek", "S.", "Sven", "Karlsson", "Carlsson", "von", "-", "Lasse", "Lars", "P-O")
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join) | st.text(min_size=1, max_size=12)


@given(st.lists(st.tuples(NAMES, st.none() | st.sampled_from(["S", "M"])), max_size=8), st.lists(NAMES))
def test_candidates_are_mutual_and_nobody_is_lost(
    persons: list[tuple[str, str | None]], attending: list[str]
) -> None:
    made = [Person(name=name, party=party, party_printed=party) for name, party in persons]
    found = with_candidates(made, attending)
    assert [one.model_copy(update={"candidates": ()}) for one in found] == made
    for one in found:
        for name in one.candidates:
            assert any(one.name in other.candidates for other in found if other.name == name)


def test_a_long_volume_takes_no_long_time() -> None:
    many = [Person(name=f"Sven Karl{n}sson") for n in range(3000)]
    began = time.perf_counter()
    with_candidates(many, ())
    assert time.perf_counter() - began < 20
