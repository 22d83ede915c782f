"""Personal numbers told from the numbers that look like them."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from models.swedish.personal.find import find_personal_numbers
from tests.models.swedish.personal.numbers import (
    DASHES,
    MARKS,
    case_numbers,
    may_be_a_time,
    numbers,
    organisation_numbers,
    telephones,
)

WORDS = st.sampled_from(
    ["", "Anna Holm ", "Anna Holm", "(", "\n", "se ", "§ 12 ", "Sökande: ", "personnummer "]
)


def found(text: str, year: int | None = None) -> list[str]:
    return [text[one.start : one.end] for one in find_personal_numbers(text, year)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Holm, 811218-9876, Granby", ["811218-9876"]),
        ("född 19811218-9876.", ["19811218-9876"]),
        ("gumman 111218+9871", ["111218+9871"]),
        ("811218–9876", ["811218–9876"]),
        ("811218 − 9876", ["811218 − 9876"]),
        ("811218 9876", ["811218 9876"]),
        ("811218.9876", ["811218.9876"]),
        ("8112189876", ["8112189876"]),
        ("198112189876", ["198112189876"]),
        ("bosatt 811218-\n   9876 i Granby", ["811218-\n   9876"]),
        ("811218\n-9876", ["811218\n-9876"]),
        ("1981-12-18-9876", ["1981-12-18-9876"]),
        ("81 12 18-9876", ["81 12 18-9876"]),
        ("8 1 1 2 1 8 - 9 8 7 6", ["8 1 1 2 1 8 - 9 8 7 6"]),
        ("Holm811218-9876sökt", ["811218-9876"]),
        ("811218-9876,640823-3234", ["811218-9876", "640823-3234"]),
        ("1 811218-9876", ["811218-9876"]),
        ("ansokan_8112189876.pdf", ["8112189876"]),
        ("640883-3231", ["640883-3231"]),
        ("Org.nr 811218-9876 (enskild firma)", ["811218-9876"]),
        ("momsnr SE811218987601", ["8112189876"]),
    ],
)
def test_a_right_checksum_is_enough(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pnr 811218-9875", ["811218-9875"]),
        ("Pnr: 8l1218-987G", ["8l1218-987G"]),
        ("personnr SI1218-9876", ["SI1218-9876"]),
        ("Personnurnmer: 81I218 9876", ["81I218 9876"]),
        ("Personnummer för sökanden är 811298-9876", ["811298-9876"]),
        ("personnummer 991318-9876", ["991318-9876"]),
        ("född 811218-987", ["811218-987"]),
        ("f. 811218-9871", ["811218-9871"]),
        ("f 1981-12-18 i Granby", []),
        ("född 811218", []),
        ("född den 18 december 1981", []),
        ("811218-987 (pnr)", ["811218-987"]),
        ("Namn    Personnummer\nAnna    811218-987\nBo      640823-323", ["811218-987", "640823-323"]),
        ("pnr 811218-987 och 640823-323, tel 150823-323", ["811218-987", "640823-323"]),
        ("samordningsnr 640883-3230", ["640883-3230"]),
        ("Anna Holm 811218-9875", []),
        ("Anna Holm 8l1218-9876", []),
        ("Anna Holm 811218-987", []),
        ("Person-/org.nr: 556O53-5873", []),
        ("Personnummer: 556053-5873", []),
    ],
)
def test_damage_needs_a_label(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("year", "expected"), [(1955, ["340823-123"]), (1969, ["340823-123"]), (1985, []), (1930, []), (None, [])]
)
def test_nine_digits_are_of_their_time(year: int | None, expected: list[str]) -> None:
    assert found("änkan Anna Holm, 340823-123, Granby", year) == expected


@pytest.mark.parametrize(
    "text",
    [
        "212000-1256",
        "Org.nr 556053-5873",
        "5560535873",
        "165560535873",
        "KS-2023-00172",
        "Dnr 2012-010123 001",
        "Diarienr 2012010123",
        "2024000661",
        "2007-008116-217",
        "tel 0701123452",
        "0701-12 34 52",
        "070-112 34 52",
        "08-123 456 78",
        "+46701123452",
        "bankgiro 5050-1055",
        "Bg 811218-9876"[:6] + "5050-1055",
        "plusgiro 81 12 18-9",
        "Varla 3:22, Lexby 1:106",
        "2021-05-25 13:15",
        "2021-05-25 kl 1315",
        "210525 1313",
        "20210525 1313",
        "202105251313",
        "Faktura 210525-0019",
        "Fakturanr 8112189876",
        "OCR 8112189876",
        "kontonr 8112189876",
        "811 218 987 kr",
        "8 112 189 876 kr",
        "811218-98765",
        "5811218-9876",
        "140825, 150826",
        "2014-08-25 – 2015-08-26",
        "ISBN 8112189876",
    ],
)
@pytest.mark.parametrize("year", [None, 2021])
def test_what_is_none(text: str, year: int | None) -> None:
    assert found(text, year) == []


def test_a_time_is_told_from_a_number_by_the_year() -> None:
    assert found("210525 1314", 1990) == ["210525 1314"]
    assert found("210525 1314", 2021) == []


@given(WORDS, numbers(DASHES + MARKS), WORDS)
def test_every_number_with_a_right_checksum_is_found(before: str, number: str, after: str) -> None:
    assume(not may_be_a_time(number))
    start = len(before)
    spans = [(one.start, one.end) for one in find_personal_numbers(before + number + after)]
    assert spans == [(start, start + len(number))]


@given(WORDS, organisation_numbers() | case_numbers() | telephones(), st.none() | st.integers(1970, 2030))
def test_no_other_number_is_taken_for_one(before: str, number: str, year: int | None) -> None:
    assume("personnummer" not in before)
    assert found(f"{before}{number}", year) == []


@given(WORDS, organisation_numbers())
def test_an_organisation_number_is_none_whatever_it_is_called(before: str, number: str) -> None:
    assert found(f"{before}{number}") == []


@given(st.text("0123456789-+ .\npnrf OlISB:–", max_size=60), st.none() | st.integers(1900, 2030))
def test_numbers_lie_in_order_and_apart(text: str, year: int | None) -> None:
    at = 0
    for one in find_personal_numbers(text, year):
        assert at <= one.start < one.end <= len(text)
        at = one.end
