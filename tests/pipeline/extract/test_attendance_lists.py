"""Lists of those present in the forms that municipalities print them."""

from __future__ import annotations

import pytest

from models.matter import Attendance
from models.vocabulary import Kind
from pipeline.extract.context import Context
from pipeline.extract.meeting.entries import meeting
from pipeline.structure.outline import outline
from tests.support import text_of

HEAD = "GRANBY KOMMUN        SAMMANTRÄDESPROTOKOLL\nKommunstyrelsen      2013-04-16\n\n"
TAIL = "\n§ 54\nBokslut\n\nBeslut\nBokslutet godkänns.\n"
MARKED = """Närvarolista
Ledamöter                     Parti   Närvarande   Anmärkning
Per Tingvall, ordf            S       X
Ulf Brandel                   C       -            Ersätts av Lena Holmbom
Åsa Vikner                    V       X            §§ 54-60
Ersättare
Lena Holmbom                  C       X            Tjänstgör för Ulf Brandel
Rolf Hägg                     S       X
Eva Stake                     FP      -
"""
TURNED = """Plats och tid   Folkets hus, kl 18.30–21.05
Ledamöter       Ersättare
Ekström Anders (s), ordförande
Persson Gun (c)               Kyrk Sofia (c)
Öberg Hans (s)
Zetterlund Marie (fp)  frånvarande
Wiklund Stig (v)                Nord Erik (v)   §§ 54-71
Utsedda att justera   Hans Öberg
"""
BETWEEN_COMMAS = """Beslutande           Arne Wallén, s, ordförande
                     Sven Alm, fp, tj ers för Kerstin Boije, m, §§ 54-56
                     Agneta Tull, v, tj ers.
"""
PROSE = """Närvarande voro: herrar Algot Ferlander, ordförande, Hjalmar
Wikbom, vice ordförande, och Valfrid Myrbeck samt fröken Ester Palmgårdh.

Förfall hade anmälts av herr Gottfrid Rosenlöv, i vars ställe
inkallats suppleanten herr Viktor Nyhlander.
"""


def _present(cover: str) -> list[tuple[str, str | None, str, str | None]]:
    (part,) = outline(text_of(HEAD + cover + TAIL))
    found = meeting(part, Context(Kind.PROTOKOLL, date="2013-04-16"))
    assert found is not None
    return [_row(person) for person in found.attendance]


def _row(person: Attendance) -> tuple[str, str | None, str, str | None]:
    return person.name, person.party, person.capacity.value, person.replaces


@pytest.mark.parametrize(
    ("cover", "present"),
    [
        (
            MARKED,
            [
                ("Per Tingvall", "S", "ledamot", None),
                ("Åsa Vikner", "V", "ledamot", None),
                ("Lena Holmbom", "C", "tjänstgörande ersättare", "Ulf Brandel"),
                ("Rolf Hägg", "S", "ersättare", None),
            ],
        ),
        (
            TURNED,
            [
                ("Anders Ekström", "S", "ledamot", None),
                ("Gun Persson", "C", "ledamot", None),
                ("Hans Öberg", "S", "ledamot", None),
                ("Stig Wiklund", "V", "ledamot", None),
                ("Sofia Kyrk", "C", "ersättare", None),
                ("Erik Nord", "V", "ersättare", None),
            ],
        ),
        (
            BETWEEN_COMMAS,
            [
                ("Arne Wallén", "S", "ledamot", None),
                ("Sven Alm", "FP", "tjänstgörande ersättare", "Kerstin Boije"),
                ("Agneta Tull", "V", "tjänstgörande ersättare", None),
            ],
        ),
        (
            PROSE,
            [
                ("Algot Ferlander", None, "ledamot", None),
                ("Hjalmar Wikbom", None, "ledamot", None),
                ("Valfrid Myrbeck", None, "ledamot", None),
                ("Ester Palmgårdh", None, "ledamot", None),
                ("Viktor Nyhlander", None, "tjänstgörande ersättare", "Gottfrid Rosenlöv"),
            ],
        ),
    ],
)
def test_who_was_there(cover: str, present: list[tuple[str, str | None, str, str | None]]) -> None:
    assert _present(cover) == present
