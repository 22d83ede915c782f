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
