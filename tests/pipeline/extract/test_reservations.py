"""Who reserves himself, by name or by surname alone, and who only stands aside."""

from __future__ import annotations

import pytest

from tests.pipeline.test_document import read
from tests.support import page_of

OLD = """Protokoll, fört vid sammanträde med drätselkammaren i Granby stad den 17 november 1931.

Närvarande: herrar Axel Broman, ordförande, Emil Sand, Karl Hallbom och Ture Hallbom.

§ 4.
Beslöts att bordlägga frågan. {}
"""
NEW = """GRANBY KOMMUN     PROTOKOLL
Socialnämnden     2021-03-09
Beslutande        Anna Ek (S), Bo Alm (M)

§ 4
Plan

Beslut
Planen antas.

Reservation
Anna Ek (S) reserverar sig mot beslutet.
Bo Alm (M) deltar inte i beslutet.
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mot beslutet reserverade sig herr Sand.", ["Emil Sand"]),
        ("Mot beslutet reserverade sig herrar Sand och Broman.", ["Emil Sand", "Axel Broman"]),
        ("Häremot reserverade sig Emil Sand.", ["Emil Sand"]),
        ("Mot beslutet reserverade sig herr Hallbom.", []),
    ],
)
def test_a_surname_that_one_alone_bears(text: str, names: list[str]) -> None:
    (record,) = read(page_of(OLD.format(text))).records
    assert [one.name for one in record.items[0].reservations] == names


def test_who_stands_aside_reserves_nothing() -> None:
    (record,) = read(page_of(NEW)).records
    assert [one.name for one in record.items[0].reservations] == ["Anna Ek"]
