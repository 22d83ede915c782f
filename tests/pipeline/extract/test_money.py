"""Sums of money in sentences: old forms and new, numbers in words, and what only looks like money."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.decisions.money import Sum, sums_in
from pipeline.extract.decisions.terms import with_terms


def read(text: str) -> list[tuple[str, str]]:
    """What is printed of each sum, and its value."""
    return [(text[one.start : one.end], _shown(one)) for one in sums_in(text)]


def _shown(one: Sum) -> str:
    values = [value for value in (one.value, one.value_to) if value is not None]
    shown = "-".join(format(value.normalize(), "f") for value in values)
    return shown if one.currency.value == "SEK" else f"{shown} {one.currency.value}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anslå 500 kronor till", [("500 kronor", "500")]),
        ("anslå 1 250 000 kr.", [("1 250 000 kr", "1250000")]),
        ("anslå 1\u00a0250\u00a0000 kr", [("1\u00a0250\u00a0000 kr", "1250000")]),
        ("anslå 1.250.000 kronor", [("1.250.000 kronor", "1250000")]),
        ("anslå 12,000 kronor", [("12,000 kronor", "12000")]),
        ("avgiften är 12,50 kr", [("12,50 kr", "12.5")]),
        ("en ram om 300 tkr", [("300 tkr", "300000")]),
        ("en ram om 1 300 Tkr", [("1 300 Tkr", "1300000")]),
        ("en ram om 2,5 miljoner kronor", [("2,5 miljoner kronor", "2500000")]),
        ("en ram om 2,125 miljoner kronor", [("2,125 miljoner kronor", "2125000")]),
        ("en ram om 2,5 milj. kronor", [("2,5 milj. kronor", "2500000")]),
        ("en ram om 12 mnkr", [("12 mnkr", "12000000")]),
        ("en ram om 3,5 Mkr", [("3,5 Mkr", "3500000")]),
        ("en ram om 7 MSEK", [("7 MSEK", "7000000")]),
        ("en ram om 500 tusen kronor", [("500 tusen kronor", "500000")]),
        ("borgen om 1,2 miljarder kronor", [("1,2 miljarder kronor", "1200000000")]),
        ("ett lån på 5 miljoner euro", [("5 miljoner euro", "5000000 EUR")]),
        ("kostnad 50 öre", [("50 öre", "0.5")]),
        ("ersättning 12 kronor 50 öre", [("12 kronor 50 öre", "12.5")]),
        ("ersättning 12 kr och 75 öre", [("12 kr och 75 öre", "12.75")]),
        ("anslå kronor 1.250:- för", [("kronor 1.250:-", "1250")]),
        ("anslå kr. 1.250:50 för", [("kr. 1.250:50", "1250.5")]),
        ("anslå Kr. 500:– för", [("Kr. 500:–", "500")]),
        ("anslå kr.500:-", [("kr.500:-", "500")]),
        ("anslå Kr 20 årligen", [("Kr 20", "20")]),
        ("räkning å 1 250:50", [("1 250:50", "1250.5")]),
        ("räkning å 325:- kr", [("325:- kr", "325")]),
        ("räkning å 1920:-", [("1920:-", "1920")]),
        ("arvode 900,- för", [("900,-", "900")]),
        ("utdebitering 21:40 kronor", [("21:40 kronor", "21.4")]),
        ("en summa av 300 riksdaler riksmynt", [("300 riksdaler", "300 riksdaler")]),
        ("en summa av Rdr 40", [("Rdr 40", "40 riksdaler")]),
        ("SEK 40 000", [("SEK 40 000", "40000")]),
        ("dels 5 mnkr 2024 och 7 mnkr 2025", [("5 mnkr", "5000000"), ("7 mnkr", "7000000")]),
        ("under 2024 500 000 kronor", [("500 000 kronor", "500000")]),
        ("den 5 maj 2021 500 kronor", [("500 kronor", "500")]),
        ("ramen ändras med -500 tkr", [("-500 tkr", "-500000")]),
        ("- 500 tkr till skolan", [("500 tkr", "500000")]),
        ("ett stöd på 950 miljoner svenska kronor", [("950 miljoner svenska kronor", "950000000")]),
        ("0 kr", [("0 kr", "0")]),
    ],
)
def test_sums_in_digits(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("200-300 kr", [("200-300 kr", "200-300")]),
        ("200 – 300 kr", [("200 – 300 kr", "200-300")]),
        ("mellan 200 och 300 tkr", [("200 och 300 tkr", "200000-300000")]),
        ("1-1,5 mnkr", [("1-1,5 mnkr", "1000000-1500000")]),
        ("200 till 300 kr", [("200 till 300 kr", "200-300")]),
        ("höjs från 200 till 300 kr", [("200", "200"), ("300 kr", "300")]),
        ("200 respektive 300 kr", [("200", "200"), ("300 kr", "300")]),
        ("200 eller 300 kr", [("200", "200"), ("300 kr", "300")]),
        ("3 och 300 kr", [("300 kr", "300")]),
        ("1-2 000 kr", [("2 000 kr", "2000")]),
        ("300-200 kr", [("200 kr", "200")]),
    ],
)
def test_stretches_and_pairs(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anslå femhundra kronor till", [("femhundra kronor", "500")]),
        ("anslå ett tusen två hundra kronor", [("ett tusen två hundra kronor", "1200")]),
        ("Femton kronor anslås", [("Femton kronor", "15")]),
        ("bevilja två miljoner kronor", [("två miljoner kronor", "2000000")]),
        ("bevilja en halv miljon kronor", [("en halv miljon kronor", "500000")]),
        ("bevilja två och en halv miljoner kronor", [("två och en halv miljoner kronor", "2500000")]),
        ("femtio öre", [("femtio öre", "0.5")]),
        ("fem kronor femtio öre", [("fem kronor femtio öre", "5.5")]),
        ("tjugufem riksdaler", [("tjugufem riksdaler", "25 riksdaler")]),
        ("femhundra (500) kronor", [("(500) kronor", "500")]),
        ("500 (femhundra) kronor", [("500 (femhundra) kronor", "500")]),
    ],
)
def test_sums_in_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "enligt § 12 och 5 kap. 23 §",
        "dnr KS 2021/500",
        "år 1920 och 1921",
        "Belopp i kr 2024",
        "anges i kr 5",
        "tfn 08-123 45 67",
        "12,5 procent av 300 m²",
        "300 personer och 2,5 miljoner invånare",
        "kl. 13.30 den 5 maj",
        "fastigheten Granby 1:250",
        "SOU 2016:48",
        "några tusen kronor",
        "ett par hundra kronor",
        "hotellet Tre Kronor",
        "10 sek senare",
        "5 nok så",
        "500 kronofogdar",
        "500-kronorssedel",
        "fem och tio kronor",
        "KS-500 kr",
        "2024-500 kr",
        "1250.500 kr",
        "2.500 miljoner kronor",
        "SEK 320 million",
        "SEK 2,5 miljoner",
        "SEK 400-500 million",
        "certifikat EUR.1 utfärdas",
        "varje krona 12 gånger",
        "1,250 tkr",
        "007 kr",
        "12:5 kr",
        "kronor och öre",
        "9999999999999 tkr",
        "",
    ],
)
def test_what_is_no_sum(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "bound", "per"),
    [
        ("högst 300 tkr", "högst", None),
        ("till ett belopp av högst 300 tkr per år", "högst", "år"),
        ("upp till ett belopp om 300 tkr", "högst", None),
        ("får inte överstiga 300 tkr", "högst", None),
        ("minst 300 kr", "minst", None),
        ("cirka 300 kr", "cirka", None),
        ("ca. 300 kr", "cirka", None),
        ("300 kr per år", None, "år"),
        ("300 kr/år", None, "år"),
        ("300 kronor om året", None, "år"),
        ("300 kronor årligen", None, "år"),
        ("300 kr i månaden", None, "månad"),
        ("300 kr per elev och år", None, "elev"),
        ("300 kr/m²", None, "m²"),
        ("300 kr/kvm", None, "m²"),
        ("40 kr per st", None, "styck"),
        ("300 kr per den 31 december", None, None),
        ("300 kr i bidrag", None, None),
        ("högst fem år och 300 kr", None, None),
    ],
)
def test_terms(text: str, bound: str | None, per: str | None) -> None:
    (one,) = sums_in(text)
    found = with_terms(text, one)
    assert (found.bound.value if found.bound else None, found.per) == (bound, per)


PIECES = st.sampled_from(
    (
        *(
            "500",
            "1 250",
            "1.250",
            "12,50",
            "2024",
            " ",
            "  ",
            "kr",
            "kr.",
            "kronor",
            "tkr",
            "mnkr",
            ":-",
            ":50",
        ),
        *(
            ",-",
            "-",
            "–",
            "till",
            "och",
            "mellan ",
            "från ",
            "femhundra",
            "tusen",
            "miljoner",
            "öre",
            "(",
            ")",
        ),
        *("§", "i ", "\n", "högst ", "per ", "/", "år", "SEK", "€", "0", "000"),
    )
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join), st.lists(PIECES).map(" ".join)))
def test_any_text_gives_sums_that_lie_apart_in_it(text: str) -> None:
    end = 0
    for one in sums_in(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end
        for value in (one.value, one.value_to):
            assert value is None or abs(value) < Decimal(10) ** 15
            assert value is None or value == round(value, 4)
        assert one.value_to is None or one.value < one.value_to
        with_terms(text, one)


@given(
    st.integers(0, 10**11),
    st.sampled_from([" ", ".", "\u00a0", ""]),
    st.sampled_from(["kr", "kronor", ":-", "SEK"]),
)
def test_every_whole_sum_is_read_as_it_was_written(value: int, between: str, unit: str) -> None:
    digits = f"{value:,}".replace(",", between)
    text = f"att anslå {digits}{'' if unit == ':-' else ' '}{unit} till vägen"
    assert [one.value for one in sums_in(text)] == [value]


def test_time_grows_with_length_alone() -> None:
    for piece in ("1 ", "fem ", "kr ", "1 kr - ", "500-", "femtio"):
        sums_in(piece * 40_000)
