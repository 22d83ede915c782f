"""Lists of those present with columns, marks and labels that say for whom somebody sits."""

from __future__ import annotations

import pytest

from tests.pipeline.extract.lists import meeting_of, present

SERVES_FOR = """Närvarolista
Namn                     Funktion         Tjänstgör för          Paragrafer
Per Tingvall (S)         Ordförande                              54-60
Ulf Brandel (C)          Ledamot                                 54-57
Åsa Vikner (C)           Ersättare        Ulf Brandel (C)        58-60
Rolf Hägg (S)            Ersättare                               54-60
Övriga
Lena Holmbom             Personalföreträdare Kommunal
"""
FOOTNOTES = """Beslutande ledamöter         Ersättare                 Övriga närvarande

Per Tingvall (S), ordf       Rolf Hägg (S) *           Karin Lundkvist, kommunchef
Åsa Vikner (C)               Eva Stake (C) **          Sofie Wall, sekreterare
Gun Persson (M)              Lena Holmbom (M)

*  tjänstgör för Morgan Tull (S)
** tjänstgör för Åsa Vikner (C) § 56
Utses att justera        Gun Persson
"""
VOTES_BESIDE = """Ledamöter              Parti   Närv.   Ja     Nej    Avst   Tjänstgörande ersättare
Per Tingvall, ordf     S       X       X
Ulf Brandel            C       -       X                    Rolf Hägg
Åsa Vikner             V       X              X
SUMMA                                  2      1      0
"""
SEATS = """Ledamöter              Parti   Tjänstgörande ersättare     Ja     Nej
Per Tingvall, ordf     S                                   X
Ulf Brandel            C       Rolf Hägg                   X
Åsa Vikner             V                                          X
"""
ROLES_BESIDE = """NÄRVARANDE
Granby kommun
  Per Tingvall           (S)     ordförande
  Åsa Vikner             (C)     ledamot
  Rolf Hägg              (S)     ersättare
Tjänstemän
  Karin Lundkvist        ekonom
Fackliga företrädare
  Lena Holmbom           Lärarnas Riksförbund
Protokollet omfattar §§ 54 - 60
"""
TITLES_BELOW = """Närvarande        Ledamöter:    Per Tingvall, ordf.
                  Suppleanter:  Rolf Hägg, tjänstg. för Ulf Brandel
                  Tjänstemän:   stadsarkitekt Karin Lundkvist
                                byggnadsinspektör Sofie Wall
"""
CALLED_IN = """Närvarande        Ledamöter    Per Tingvall, ordf.
                  Övriga       Karin Lundkvist, ekonomichef
                               Sofie Wall, auktoriserad revisor
"""
STINS = """Närvarande:  Lantbrukare Per Tingvall, ordförande
             Stins Rolf Hägg
Sekreterare var kommunalkamreren Sofie Wall.
"""


@pytest.mark.parametrize(
    ("cover", "expected"),
    [
        (
            SERVES_FOR,
            [
                ("Per Tingvall", "S", "ledamot", None),
                ("Ulf Brandel", "C", "ledamot", None),
                ("Åsa Vikner", "C", "tjänstgörande ersättare", "Ulf Brandel"),
                ("Rolf Hägg", "S", "ersättare", None),
                ("Lena Holmbom", None, "övrig", None),
            ],
        ),
        (
            FOOTNOTES,
            [
                ("Per Tingvall", "S", "ledamot", None),
                ("Åsa Vikner", "C", "ledamot", None),
                ("Gun Persson", "M", "ledamot", None),
                ("Rolf Hägg", "S", "tjänstgörande ersättare", "Morgan Tull"),
                ("Eva Stake", "C", "tjänstgörande ersättare", "Åsa Vikner"),
                ("Lena Holmbom", "M", "ersättare", None),
                ("Karin Lundkvist", None, "tjänsteperson", None),
                ("Sofie Wall", None, "tjänsteperson", None),
            ],
        ),
        (
            VOTES_BESIDE,
            [
                ("Per Tingvall", "S", "ledamot", None),
                ("Åsa Vikner", "V", "ledamot", None),
                ("Rolf Hägg", None, "tjänstgörande ersättare", "Ulf Brandel"),
            ],
        ),
        (
            SEATS,
            [
                ("Per Tingvall", "S", "ledamot", None),
                ("Åsa Vikner", "V", "ledamot", None),
                ("Rolf Hägg", None, "tjänstgörande ersättare", "Ulf Brandel"),
            ],
        ),
        (
            ROLES_BESIDE,
            [
                ("Per Tingvall", "S", "ledamot", None),
                ("Åsa Vikner", "C", "ledamot", None),
                ("Rolf Hägg", "S", "ersättare", None),
                ("Karin Lundkvist", None, "tjänsteperson", None),
                ("Lena Holmbom", None, "övrig", None),
            ],
        ),
        (
            TITLES_BELOW,
            [
                ("Per Tingvall", None, "ledamot", None),
                ("Rolf Hägg", None, "tjänstgörande ersättare", "Ulf Brandel"),
                ("Karin Lundkvist", None, "tjänsteperson", None),
                ("Sofie Wall", None, "tjänsteperson", None),
            ],
        ),
        (
            CALLED_IN,
            [
                ("Per Tingvall", None, "ledamot", None),
                ("Karin Lundkvist", None, "tjänsteperson", None),
                ("Sofie Wall", None, "övrig", None),
            ],
        ),
        (
            STINS,
            [
                ("Per Tingvall", None, "ledamot", None),
                ("Rolf Hägg", None, "ledamot", None),
                ("Sofie Wall", None, "tjänsteperson", None),
            ],
        ),
    ],
)
def test_who_was_there(cover: str, expected: list[tuple[str, str | None, str, str | None]]) -> None:
    assert present(cover) == expected


def test_the_keeper_of_the_minutes_is_the_secretary_and_stands_in_the_text() -> None:
    found = meeting_of(STINS)
    assert found.secretary == "Sofie Wall"
    assert [place.raw for place in found.attendance[-1].places] == ["Sofie Wall"]


@pytest.mark.parametrize(
    "told",
    ["Protokollet fördes av stadsnotarien Sofie Wall.", "Kamrer Sofie Wall förde protokollet."],
)
def test_the_keeper_in_other_words(told: str) -> None:
    assert ("Sofie Wall", None, "tjänsteperson", None) in present(STINS.replace(STINS.splitlines()[-1], told))
