"""Numbers in words, told by tables and by writing any number out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.swedish.numerals import is_numeral, numeral

ONES = (
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton",
    "fjorton", "femton", "sexton", "sjutton", "arton", "nitton",
)  # fmt: skip
TENS = ("", "", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")


def written(number: int) -> list[str]:
    """A number below 10**12 in words, each order by itself."""
    for scale, one, many in (
        (10**9, "miljard", "miljarder"), (10**6, "miljon", "miljoner"), (1000, "tusen", "tusen"),
    ):  # fmt: skip
        if number >= scale:
            below = written(number % scale) if number % scale else []
            return [*written(number // scale), one if number // scale == 1 else many, *below]
    hundreds, rest = divmod(number, 100)
    words = [ONES[hundreds], "hundra"] if hundreds else []
    if rest >= 20:
        words.append(TENS[rest // 10])
        rest %= 10
    return [*words, *([ONES[rest]] if rest else [])]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("femhundra", 500),
        ("Femhundra", 500),
        ("ettusen", 1000),
        ("ett tusen", 1000),
        ("tusen", 1000),
        ("hundra", 100),
        ("ettusen tvåhundrafemtio", 1250),
        ("tjugofemtusen", 25_000),
        ("tjugu fem tusen", 25_000),
        ("femton hundra", 1500),
        ("sextiosex", 66),
        ("sexhundratusen", 600_000),
        ("två miljoner trehundra tusen", 2_300_000),
        ("en million", 10**6),
        ("aderton", 18),
        ("åttatio", 80),
        ("en halv miljon", 500_000),
        ("två och en halv miljoner", 2_500_000),
        ("fem-hundra", 500),
    ],
)
def test_numbers(words: str, number: int) -> None:
    assert numeral(words) == Decimal(number)


@pytest.mark.parametrize(
    "words",
    [
        "", "kronor", "fem tio", "tio fem", "hundra hundra", "tusen tusen", "tusen miljoner fem hus", "femx",
        "tusen två miljoner", "tjugo tolv", "hundra och fem", "och en halv miljon", "halv",
    ],
)  # fmt: skip
def test_what_is_no_single_number(words: str) -> None:
    assert numeral(words) is None


@given(st.integers(1, 10**12 - 1), st.sampled_from(["", " "]))
def test_every_number_that_is_written_out_is_read(number: int, between: str) -> None:
    words = written(number)
    assert numeral(" ".join(words)) == number
    joined = between.join(words)
    if "etttusen" not in joined and len(joined) < 60:
        assert numeral(joined) in {number, None}


@given(st.text())
def test_any_text_is_a_number_or_none(text: str) -> None:
    found = numeral(text)
    assert found is None or found > 0
    assert isinstance(is_numeral(text), bool)


def test_time_grows_with_length_alone() -> None:
    assert numeral("sextio" * 50_000 + "x") is None
    assert numeral("fem " * 50_000) is None
