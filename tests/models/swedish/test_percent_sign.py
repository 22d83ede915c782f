"""Percent signs that an engine without them read as others; other numbers stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.swedish.percent_sign import percent_sign
from models.text import Text


def mended(content: str) -> str:
    return Text(content).apply(percent_sign(content)).content


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("bidrag 5 200 kr (43,6 20)", "bidrag 5 200 kr (43,6 %)"),
        ("bidrag 5 200 kr (43 Yo)", "bidrag 5 200 kr (43 %)"),
        ("sjukfrånvaron var 5,5 96 i maj", "sjukfrånvaron var 5,5 % i maj"),
        ("ett underskott på 3,1 260.", "ett underskott på 3,1 %."),
        ("ökade med 80,5 $& och bidragen", "ökade med 80,5 % och bidragen"),
        ("endast 41 $ av underskottet", "endast 41 % av underskottet"),
        ("Granby 80 31,5 Yo\nEkvalla 9 40,5 Zz\nNorrby 7 28 &",
         "Granby 80 31,5 %\nEkvalla 9 40,5 %\nNorrby 7 28 %"),
        ("A 80 31,5 20\nB 9 40,5 90\nC 7 28,5 96\n", "A 80 31,5 %\nB 9 40,5 %\nC 7 28,5 %\n"),
        ("var 5,5 96 i maj\fvar 5,5 % i maj", "var 5,5 % i maj\fvar 5,5 % i maj"),
    ],
)  # fmt: skip
def test_lost_signs_come_back(read: str, printed: str) -> None:
    assert mended(read) == printed


@pytest.mark.parametrize(
    "text",
    [
        "var 5,5 % i maj, av 5 200 kr (43,6 20)", "avgiften är 12,5 20 kr", "5 200 kr (5 st)",
        "ytan är 4,5 ha i dag",
        "Granby 80 31,5 20\nEkvalla 9 40,5 96", "A 80 31,5 21\nB 9 40,5 87\nC 7 28,5 55\n",
        "enligt 27 $ av lagen", "men inte 2,6 21\nmen inte 15,5 54\nmen inte 1,5 90\n",
        "Granby 80 31,5 ha\nEkvalla 9 40,5 km\nNorrby 7 28 st", "med 20 96 i lager", "har 2 3 av 4",
        "den 4,5 20 000 kronor", "Granby 80 310 20\nEkvalla 9 400 96\nNorrby 7 280 90",
    ],
)  # fmt: skip
def test_other_numbers_stay(text: str) -> None:
    assert not list(percent_sign(text))


@given(st.text(alphabet="a ,2490%Y&$()\n\f", max_size=60))
def test_nothing_but_signs_changes(content: str) -> None:
    found = list(percent_sign(content))
    assert all(change.text == "%" and content[change.start : change.end].strip() for change in found)
    Text(content).apply(found)
