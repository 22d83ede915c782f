"""The language of search: what is understood, and where what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.query import Clause, Parsed, parse, quoted
from models.errors import QueryError


def _plain(clause: Clause) -> tuple[object, ...]:
    signs = "".join(s for s, on in (("-", clause.excluded), ('"', clause.exact), ("*", clause.begins)) if on)
    return (clause.field, clause.value, signs) if clause.field else (*clause.words, signs)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("bygglov Åkerö", [("bygglov", ""), ("åkerö", "")]),
        ("A\u030akero\u0308", [("åkerö", "")]),
        ('"avslår ansökan"', [("avslår", "ansökan", '"')]),
        ("bygg*", [("bygg", "*")]),
        ('-"x y" -z', [("x", "y", '-"'), ("z", "-")]),
        ("1974/187", [("1974", "187", "")]),
        ("§12", [("§12", "")]),
        ("Granby 3:22", [("granby", ""), ("3", "22", "")]),
        ("body:Byggnadsnämnden", [("body", "byggnadsnämnden", "")]),
        ('organ:"Kultur- och fritidsnämnden"', [("body", "kultur- och fritidsnämnden", "")]),
        ('-dnr:"KS 2014/163"', [("dnr", "ks2014/163", "-")]),
        ("utfall:AVSLAG status:fattat", [("outcome", "avslag", ""), ("status", "fattat", "")]),
        ("från:1974 to:1974-06", [("from", "1974-01-01", ""), ("to", "1974-06-30", "")]),
        ("§:12 parti:s", [("§", "12", ""), ("party", "s", "")]),
        ("", []),
        (" \n ", []),
    ],
)
def test_what_is_understood(text: str, clauses: list[tuple[object, ...]]) -> None:
    assert [_plain(clause) for clause in parse(text).clauses] == clauses


@pytest.mark.parametrize(
    ("text", "scope"),
    [("x", None), ("in:beslut x", "decisions"), ("i:dokument", "documents"), ("x in:text", "text")],
)
def test_what_is_listed(text: str, scope: str | None) -> None:
    assert parse(text).scope == scope


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ('x "y', 2),
        ("x färg:röd", 2),
        ("http://granby.example", 0),
        ("x -", 3),
        ("*", 0),
        ('""', 1),
        ("body:", 5),
        ('body:""', 6),
        ("from:igår", 5),
        ("outcome:kanske", 8),
        ("§:x", 2),
        ("in:skåpet", 3),
        ("-in:beslut", 0),
        ("person:-", 7),
        ("x " * 600, 1000),
        ("x " * 40, 64),
    ],
)
def test_what_is_not(text: str, at: int) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert caught.value.at == at
    assert caught.value.sentence.startswith(f"At character {at + 1} of the query: ")


@given(st.text(max_size=60))
def test_any_text_is_understood_or_told_where_it_is_not(text: str) -> None:
    parsed, at = _understood(text)
    places = [(clause.start, clause.end) for clause in parsed.clauses] if parsed else []
    assert 0 <= at <= len(text)
    assert places == sorted(places)
    assert all(start < end <= len(text) for start, end in places)


def _understood(text: str) -> tuple[Parsed | None, int]:
    try:
        return parse(text), 0
    except QueryError as error:
        return None, error.at


@given(
    st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20), st.sampled_from(["", " ", "-"])
)
def test_a_quoted_value_is_read_as_it_is(word: str, between: str) -> None:
    value = f"{word}{between}{word}"
    (clause,) = parse(f"body:{quoted(value)}").clauses
    (plain,) = parse(f'body:"{value}"').clauses
    assert clause.value == plain.value
