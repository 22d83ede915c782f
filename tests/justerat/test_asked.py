from __future__ import annotations

import pytest

from justerat.asked import numbers_of
from models.errors import SettingsError


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("KS 2021/14", ["KS 2021/14"]),
        ("ks 2021/14", ["KS 2021/14"]),
        ("Ks-2021/00014", ["KS 2021/14"]),
        ("KS/2021:14", ["KS 2021/14"]),
        ("KS2021-0014", ["KS 2021/14"]),
        ("KS-2021-000014", ["KS 2021/14"]),
        ("KS.2021.14", ["KS 2021/14"]),
        ("2021/KS 0014 001", ["KS 2021/14"]),
        ("dnr KS 2021/14", ["KS 2021/14"]),
        ("Diarienummer: KS 2021/14", ["KS 2021/14"]),
        ("KS 2020:248-003", ["KS 2020/248"]),
        ("2021/14", ["2021/14"]),
        ("14/2021", ["2021/14"]),
        ("KS-612/2008", ["KS 2008/612"]),
        ("KS 14/187", ["KS 2014/187"]),
        ("43/74", ["1943/74", "1974/43"]),
    ],
)
def test_numbers(text: str, numbers: list[str]) -> None:
    assert [str(number) for number in numbers_of(text)] == numbers


@pytest.mark.parametrize("text", ["", "hej", "2021-05-25", "KS 2021/14 och KS 2021/15", "§ 14", "KS"])
def test_what_is_no_number_is_told(text: str) -> None:
    with pytest.raises(SettingsError, match="no diarienummer"):
        numbers_of(text)
