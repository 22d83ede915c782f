"""Values as they are kept: what follows from them is put in, and what can't be is refused."""

from __future__ import annotations

import pytest
from pydantic import JsonValue

from archive.review.normal import normal
from models.errors import CorrectionError


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("KS 2014/187", ("KS", 2014, 187)),
        ("2014/187", (None, 2014, 187)),
        ("Dnr BN 1974/3", ("Dnr BN", 1974, 3)),
    ],
)
def test_a_number_tells_its_parts(value: str, parts: tuple[JsonValue, ...]) -> None:
    # A form that shows the parts may send old ones: the number is what counts.
    kept = normal("dnr", {"value": value, "registry": "SN", "year": 1999, "number": 5}, 1)
    assert isinstance(kept, dict)
    assert (kept["registry"], kept["year"], kept["number"]) == parts


@pytest.mark.parametrize(
    "value", ["KS", "KS 2014", "2014/", "KS  2014/1", "KS\n2014/1", "3014/1", "", 7, None]
)
def test_what_is_no_number_is_refused(value: JsonValue) -> None:
    with pytest.raises(CorrectionError, match="write KS 2014/187"):
        normal("dnr", {"value": value}, 1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("date", "5 nov 1974"),
        ("date", "1974-02-30"),
        ("not_before", "1974"),
        ("not_after", "1974-11"),
        ("not_after", "1974-11-05/1974-11-06"),
        ("meeting.date", "XXXX-11-05"),
    ],
)
def test_what_is_no_day_is_refused(name: str, value: str) -> None:
    with pytest.raises(CorrectionError, match=r"That is no (?:date|day): write 1974-11-05"):
        normal(name, value, 1)


@pytest.mark.parametrize(
    ("date", "is_one"),
    [
        ("1974-11-05", True),
        ("1974", True),
        ("XXXX-11-05", True),
        ("XXXX-02-29", True),
        (None, True),
        ("5 nov 1974", False),
        ("1974.11.05", False),
        ("1974-02-30", False),
        ("XXXX-13-05", False),
        ("", False),
    ],
)
def test_a_decision_has_a_date_or_none(date: str | None, *, is_one: bool) -> None:
    given: dict[str, JsonValue] = {"status": "fattat", "outcome": "bifall", "text": "Bifalls.", "date": date}
    if is_one:
        assert normal("decisions", given, 1)
    else:
        with pytest.raises(CorrectionError, match="no date"):
            normal("decisions", given, 1)


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("1974-11-05", "1974-11-05", "1974-11-05", "day"),
        ("1974-02", "1974-02-01", "1974-02-28", "month"),
        ("1974", "1974-01-01", "1974-12-31", "year"),
        ("1974-21", "1974-03-01", "1974-05-31", "season"),
    ],
)
def test_a_date_tells_its_days(value: str, first: str, last: str, precision: str) -> None:
    kept = normal("dates", {"value": value}, 1)
    assert isinstance(kept, dict)
    assert (kept["start"], kept["end"], kept["precision"]) == (first, last, precision)
