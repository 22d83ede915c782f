"""Lists of those present in the forms that municipalities print them."""

from __future__ import annotations

import pytest

from tests.pipeline.extract.lists import present

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
LABEL_AS_HEAD = """Beslutande:              Närvarande ersättare            Övriga närvarande:
Lena Holmbom (s), ordf   Rolf Hägg (s)                   Karin Lundkvist, kommunchef
Ulf Brandel (fp)         Eva Stake (vpk), § 56 och §     Stina Granlund,
                         57                              fastighetschef, ej § 57
Åsa Vikner (c)           Per Tingvall (c)                Sofie Wall, sekreterare
Gun Persson (m)
Utses att justera        Åsa Vikner
"""
HEAD_INSIDE = """Beslutande                  Tjänstgörande ersättare        Övriga deltagande
Lena Holmbom (s), ordf      Eva Stake (s) för Morgan       Karin Lundkvist, kommunchef
                            Tull (s), § 54 och § 56
Ulf Brandel (fp)                                           Stina Granlund, utredare
Åsa Vikner (c)              Ersättare
Gun Persson (m)             Rolf Hägg (s)
Paragrafer                  54-60
"""
ABREAST = """Tjänstgörande ersättare
Lena Holmbom, KD för Ulf Brandel (KD)      Eva Stake, C tjg ers Morgan Tull, C
Tjänstemän
Karin Lundkvist, kommunchef   Stina Granlund, utredare §§ 54-55 Sofie Wall, sekreterare
Paragrafer                  54-60
"""
PRESENCE = """Namn                     Parti     Närvaro     Anmärkning
Per Tingvall             s         Tjg         ordförande
Åsa Vikner               v         Tjg         ersätter Ida Hallborg
                                               Rosell
Rolf Hägg                mp        Ej tjg
"""
NUMBERED = """Nr      Ledamot               Parti     Närv.       Tjänstgörande ersättare
1       Per Tingvall          S         X
2       Ulf Brandel           MP        -           Lena Holmbom
3       Åsa Vikner            V         X
Ersättare
Rolf Hägg (S)
"""
CHAIR_FIRST = """Ordförande               Per Tingvall (s)
Ledamöter                Ulf Brandel (vpk), v ordf
                         Åsa Vikner (c)
Ersättare                Rolf Hägg (s)
"""
OLD = """Närvarande: Ordföranden Herr Fjärdingsmannen Johan Hagelin samt ledamöterne Herrar
Erik Gustaf Alm, Nils Olof Berg samt Wilhelm Tingvall.
För Otto Rosell tjänstgjorde suppleanten Tage Hellman.
"""
ROLES = """Namn               Parti   Roll            Närvaro           Tjänstgör för
Per Tingvall       M       Ordförande      JA
Ulf Brandel        S       Ledamot         NEJ
Åsa Vikner         S       Ersättare       JA                Ulf Brandel
Rolf Hägg          V       Ersättare       JA
"""
BROKEN_LABEL = """BESLUTANDE             Ordinarie ledamöter          Tjänstgörande ersättare
                       Per Tingvall (s)             Ulf Brandel (s) för
                       Åsa Vikner (m)               Anita Lindblom
ÖVRIGA                 Ej tjg ersättare             Tjänstemän
NÄRVARANDE             Rolf Hägg (m)                Arne Sundell, socialchef
                       Lena Holmbom (s)             Stina Fors, IFO-chef
"""
OCCUPATIONS = """Närvarande:  Lantbrukare Per Tingvall, ordförande
             Snickare Ragnar Brandel
             Fru Elin Vikner
             Rektor Valter Hägg, suppleant, i stället för lantbrukare Arthur Dahl
"""
TWICE = """Beslutande:           Per Tingvall (S) §§ 54-56
Tjänstgörande         Ulf Brandel (V) tjg ers för Per Tingvall (S) §§ 57-60
ersättare:
Ersättare             Ulf Brandel (V) §§ 54-56
                      Kjell Hägg          s      för Maud Edin, s
"""


BARE_PARTIES = """Beslutande                  Tjänstgörande ersättare
Per Tingvall SD,            Ulf Brandel M ersätter Louis
ordförande                  Bergh (M)
Åsa Vikner KD
"""


@pytest.mark.parametrize(
    ("cover", "expected"),
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
        (
            LABEL_AS_HEAD,
            [
                ("Lena Holmbom", "S", "ledamot", None),
                ("Ulf Brandel", "FP", "ledamot", None),
                ("Åsa Vikner", "C", "ledamot", None),
                ("Gun Persson", "M", "ledamot", None),
                ("Rolf Hägg", "S", "ersättare", None),
                ("Eva Stake", "VPK", "ersättare", None),
                ("Per Tingvall", "C", "ersättare", None),
                ("Karin Lundkvist", None, "tjänsteperson", None),
                ("Stina Granlund", None, "tjänsteperson", None),
                ("Sofie Wall", None, "tjänsteperson", None),
            ],
        ),
        (
            HEAD_INSIDE,
            [
                ("Lena Holmbom", "S", "ledamot", None),
                ("Ulf Brandel", "FP", "ledamot", None),
                ("Åsa Vikner", "C", "ledamot", None),
                ("Gun Persson", "M", "ledamot", None),
                ("Eva Stake", "S", "tjänstgörande ersättare", "Morgan Tull"),
                ("Rolf Hägg", "S", "ersättare", None),
                ("Karin Lundkvist", None, "tjänsteperson", None),
                ("Stina Granlund", None, "tjänsteperson", None),
            ],
        ),
        (
            ABREAST,
            [
                ("Lena Holmbom", "KD", "tjänstgörande ersättare", "Ulf Brandel"),
                ("Eva Stake", "C", "tjänstgörande ersättare", "Morgan Tull"),
                ("Karin Lundkvist", None, "tjänsteperson", None),
                ("Stina Granlund", None, "tjänsteperson", None),
                ("Sofie Wall", None, "tjänsteperson", None),
            ],
        ),
        (
            PRESENCE,
            [
                ("Per Tingvall", "S", "ledamot", None),
                ("Åsa Vikner", "V", "tjänstgörande ersättare", "Ida Hallborg Rosell"),
                ("Rolf Hägg", "MP", "ersättare", None),
            ],
        ),
        (
            NUMBERED,
            [
                ("Per Tingvall", "S", "ledamot", None),
                ("Åsa Vikner", "V", "ledamot", None),
                ("Lena Holmbom", None, "tjänstgörande ersättare", "Ulf Brandel"),
                ("Rolf Hägg", "S", "ersättare", None),
            ],
        ),
        (
            CHAIR_FIRST,
            [
                ("Per Tingvall", "S", "ledamot", None),
                ("Ulf Brandel", "VPK", "ledamot", None),
                ("Åsa Vikner", "C", "ledamot", None),
                ("Rolf Hägg", "S", "ersättare", None),
            ],
        ),
        (
            OLD,
            [
                ("Johan Hagelin", None, "ledamot", None),
                ("Erik Gustaf Alm", None, "ledamot", None),
                ("Nils Olof Berg", None, "ledamot", None),
                ("Wilhelm Tingvall", None, "ledamot", None),
                ("Tage Hellman", None, "tjänstgörande ersättare", "Otto Rosell"),
            ],
        ),
        (
            ROLES,
            [
                ("Per Tingvall", "M", "ledamot", None),
                ("Åsa Vikner", "S", "tjänstgörande ersättare", "Ulf Brandel"),
                ("Rolf Hägg", "V", "ersättare", None),
            ],
        ),
        (
            BROKEN_LABEL,
            [
                ("Per Tingvall", "S", "ledamot", None),
                ("Åsa Vikner", "M", "ledamot", None),
                ("Ulf Brandel", "S", "tjänstgörande ersättare", "Anita Lindblom"),
                ("Rolf Hägg", "M", "ersättare", None),
                ("Lena Holmbom", "S", "ersättare", None),
                ("Arne Sundell", None, "tjänsteperson", None),
                ("Stina Fors", None, "tjänsteperson", None),
            ],
        ),
        (
            OCCUPATIONS,
            [
                ("Per Tingvall", None, "ledamot", None),
                ("Ragnar Brandel", None, "ledamot", None),
                ("Elin Vikner", None, "ledamot", None),
                ("Valter Hägg", None, "tjänstgörande ersättare", "Arthur Dahl"),
            ],
        ),
        (
            TWICE,
            [
                ("Per Tingvall", "S", "ledamot", None),
                ("Ulf Brandel", "V", "tjänstgörande ersättare", "Per Tingvall"),
                ("Ulf Brandel", "V", "ersättare", None),
                ("Kjell Hägg", "S", "tjänstgörande ersättare", "Maud Edin"),
            ],
        ),
        (
            BARE_PARTIES,
            [
                ("Per Tingvall", "SD", "ledamot", None),
                ("Åsa Vikner", "KD", "ledamot", None),
                ("Ulf Brandel", "M", "tjänstgörande ersättare", "Louis Bergh"),
            ],
        ),
    ],
)
def test_who_was_there(cover: str, expected: list[tuple[str, str | None, str, str | None]]) -> None:
    assert present(cover) == expected
