"""By which diarienummer what a record holds is found."""

from __future__ import annotations

import pytest

from archive.search.entries import entries_of
from tests.archive.search.made import Matter, minutes


@pytest.mark.parametrize(
    ("dnr", "found"),
    [
        ("KS 2014/163", {"ks2014/163", "2014/163"}),
        ("2014/163", {"2014/163"}),
        (" ", set[str]()),
        ("", set[str]()),
    ],
)
def test_numbers(dnr: str, found: set[str]) -> None:
    record = minutes(Matter(1, "Bygglov", dnr=(dnr,))).records[0]
    fields = {field for entry in entries_of(record) for field in entry.fields}
    assert {value for name, value, _ in fields if name == "dnr"} == found
