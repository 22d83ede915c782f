from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.mention import Paragraph
from models.vocabulary import Kind, ParagraphKind
from pipeline.extract.context import Context
from pipeline.extract.dates.find import find_dates
from pipeline.extract.paragraphs.entries import paragraphs
from pipeline.structure.outline import outline
from tests.support import lines_only, text_of


def read(content: str, kind: Kind = Kind.TJANSTESKRIVELSE) -> tuple[Paragraph, ...]:
    text = text_of(content)
    return paragraphs(lines_only(text), Context(kind), find_dates(text))


KF, KS = "Kommunfullmäktige", "Kommunstyrelsen"
CITED = [
    ("Kommunfullmäktige fattade beslut om den 18 november 2003 § 121 att", [(121, KF, "2003-11-18", 2003)]),
    ("Kommunstyrelsens beslut den 20 november 2006, § 231", [(231, KS, "2006-11-20", 2006)]),
    ("Ekvalla kommundelsnämnds beslut den 30 maj 2006, § 103",
     [(103, "Ekvalla kommundelsnämnd", "2006-05-30", 2006)]),
    ("Miljö- och byggnadsnämndens beslut 2019-03-16, § 22",
     [(22, "Miljö- och byggnadsnämnden", "2019-03-16", 2019)]),
    ("KF § 33", [(33, KF, None, None)]),
    ("KF § 102", [(102, KF, None, None)]),
    ("Ks 1", [(1, KS, None, None)]),
    ("Au 139", [(139, "Arbetsutskottet", None, None)]),
    ("KS §127", [(127, KS, None, None)]),
    ("Beslut - 2023000415 KS §127", [(127, KS, None, None)]),
    ("2007-11-26, KF 74/07 Dnr 260/07", [(74, KF, "2007-11-26", 2007)]),
    ("Dnr 260/07 Ekby: Kf 12/2008, 2008-02-25", [(12, KF, "2008-02-25", 2008)]),
    ("KF 108/150622", [(108, KF, "2015-06-22", 2015)]),
    ("Ks au § 33/09", [(33, "Kommunstyrelsens arbetsutskott", None, 2009)]),
    ("KS § 183, 2016-12-06", [(183, KS, "2016-12-06", 2016)]),
    ("Kf 2008-04-14 21", [(21, KF, "2008-04-14", 2008)]),
    ("Granby: Kf 2008-04-14 21 Ekby: 2008-05-19 16 dnr KS 2004/0086",
     [(21, KF, "2008-04-14", 2008), (16, None, "2008-05-19", 2008)]),
    ("Kommunfullmäktiges beslut 2023-02-07 § 33", [(33, KF, "2023-02-07", 2023)]),
    ("Beslutad i kommunstyrelsen § 63/20", [(63, KS, None, 2020)]),
    ("KS § 107/16", [(107, KS, None, 2016)]),
    ("KS 353/2008", [(353, KS, None, 2008)]),
    ("Sn § 50 Au § 84 Sn § 34", [(50, "Socialnämnden", None, None), (84, "Arbetsutskottet", None, None),
                                (34, "Socialnämnden", None, None)]),
    ("Kf § 73 Ks § 94 dnr 127/2011", [(73, KF, None, None), (94, KS, None, None)]),
    ("Kommunfullmäktige den 24 april 1978, § 77", [(77, KF, "1978-04-24", 1978)]),
    ("Byggnadsnämnden 2022-10-20 § 192", [(192, "Byggnadsnämnden", "2022-10-20", 2022)]),
    ("Ks § 31\nAu § 29", [(31, KS, None, None), (29, "Arbetsutskottet", None, None)]),
    ("behandlades av arbetsutskottet den 8 maj 2019 (§ 11)", [(11, "Arbetsutskottet", "2019-05-08", 2019)]),
    ("kommunstyrelsen 2019-05-21, §\n\n58: klart", [(58, KS, "2019-05-21", 2019)]),
    ("kommunstyrelsen 2019-05-21, §\n58", [(58, KS, "2019-05-21", 2019)]),
    ("Kommunstyrelsens arbetsutskott 2022-10-20 §§ 12 och 14",
     [(12, "Kommunstyrelsens arbetsutskott", "2022-10-20", 2022),
      (14, "Kommunstyrelsens arbetsutskott", "2022-10-20", 2022)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CITED)
def test_paragraphs_of_other_minutes(
    text: str, expected: list[tuple[int, str | None, str | None, int | None]]
) -> None:
    found = read(text)
    assert sorted((p.number, p.body, p.date, p.year) for p in found) == sorted(expected)
    assert all(p.kind is ParagraphKind.CITED for p in found)


def test_a_range_is_one_entry() -> None:
    (found,) = read("Kommunstyrelsens beslut 2011-05-30 §§ 12-15")
    assert (found.number, found.number_to, found.kind) == (12, 15, ParagraphKind.CITED)


STATUTES = [
    ("enligt 5 kap 23 § kommunallagen", [(23, None, "kommunallagen")]),
    ("enligt 12 § förvaltningslagen", [(12, None, "förvaltningslagen")]),
    ("12 § personuppgiftsförordningen", [(12, None, "personuppgiftsförordningen")]),
    ("8 kap.\n2 §, vallagen", [(2, None, "vallagen")]),
    ("5 kap 1-4 §§", [(1, 4, None)]),
    ("2 kap. 1 § PBL", [(1, None, "PBL")]),
    ("kommunallagen 5 kap. 65 §", [(65, None, "kommunallagen")]),
    (
        "9 kap. 2 och 4 §§ plan- och bygglagen",
        [(2, None, "plan- och bygglagen"), (4, None, "plan- och bygglagen")],
    ),
    ("17 kap. 1 § 2 miljöbalken", [(1, None, "miljöbalken")]),
    ("enligt 53 § 2 mom. kommunalskattelagen (1928:370)", [(53, None, "kommunalskattelagen (1928:370)")]),
    ("3 § lagen (2010:751) om betaltjänster, och", [(3, None, "lagen (2010:751) om betaltjänster")]),
    ("6 § 2 st förvaltningslagen", [(6, None, "förvaltningslagen")]),
    ("§ 12 kommunallagen", [(12, None, "kommunallagen")]),
    ("4 § lagen (1985:206) om viten", [(4, None, "lagen (1985:206) om viten")]),
]


@pytest.mark.parametrize(("text", "expected"), STATUTES)
def test_sections_of_laws(text: str, expected: list[tuple[int, int | None, str | None]]) -> None:
    found = read(text)
    assert [(p.number, p.number_to, p.statute) for p in found] == expected
    assert all(p.kind is ParagraphKind.STATUTE for p in found)


@pytest.mark.parametrize(
    "text",
    [
        "kap 3.1", "(6.4)", "Motion 41", "Ärende 23", "2023-11-13 11:22:33", "Dnr KS 13/246", "KS 13/246",
        "Kommunstyrelsen 2011-05-30 3 (12)", "Kommunstyrelsen 2011-05-30 kl 18",
        "KS 5 procent", "AU 2 timmar",
        "KF 2011", "SOU 2015:12", "§ 1 Ändamål", "§ 12 § 13",
    ],
)  # fmt: skip
def test_other_numbers_are_no_paragraphs(text: str) -> None:
    assert read(text, Kind.REGLEMENTE) == ()


COVERS: list[tuple[str, list[int]]] = [
    ("Anna Ek (S), §§ 34-36", []),
    ("Anna Ek (S) §§ 30-31       Bo Ask (M), ersätter Eva Lind (M), § 34", []),
    ("Kommunstyrelsens ledamöter\nAnna Ek, ekonom, § 31", []),
    ("tisdagen den 4 mars 2014, kl. 13-15\nAnna Ek, ekonom, § 31", []),
    ("Justering 2014-03-11\nParagrafer   §§ 34-36", []),
    ("Valet gjordes av kommunfullmäktige 2013-12-02, § 31", [31]),
    ("Valet gjordes, KF § 31", [31]),
    ("Valet gjordes av fullmäktige (KF) § 31", [31]),
]


@pytest.mark.parametrize(("front", "expected"), COVERS)
def test_on_the_cover_a_paragraph_says_who_is_present(front: str, expected: list[int]) -> None:
    (part,) = outline(
        text_of(f"Valnämnden\nDatum 2014-03-04\n\nBeslutande\n{front}\n\n§ 34\nBudget\n\n§ 35\nVal\n")
    )
    found = paragraphs(part, Context(Kind.PROTOKOLL, date="2014-03-04", year=2014), find_dates(part.text))
    assert [p.number for p in found if p.kind is ParagraphKind.CITED] == expected


MINUTES = """Valnämnden
Datum
2023-10-16

Paragrafer § 34-35

§ 34                Dnr VN-2023-00047
Budget

Beslut
Valnämnden godkänner budgeten enligt 8 kap. 2 § vallagen.
Kommunfullmäktiges beslut 2023-02-07 § 33

§ 35                Dnr VN-2023-00009
Intern kontroll

Beslut
Anna Ek lämnar mötet efter § 34.
"""


def test_items_are_told_from_what_they_cite() -> None:
    (part,) = outline(text_of(MINUTES))
    context = Context(Kind.PROTOKOLL, body="Valnämnden", date="2023-10-16", year=2024)
    found = paragraphs(part, context, find_dates(part.text))
    assert [(p.kind, p.number) for p in found] == [
        (ParagraphKind.MINUTED, 34),
        (ParagraphKind.MINUTED, 35),
        (ParagraphKind.STATUTE, 2),
        (ParagraphKind.CITED, 33),
    ]
    assert [place.raw for place in found[0].places] == ["§ 34"]


def test_the_cover_speaks_where_no_item_was_found() -> None:
    (found,) = read("Sekreterare Anna Ek     Paragrafer §§ 34-38", Kind.PROTOKOLL)
    assert (found.kind, found.number, found.number_to) == (ParagraphKind.MINUTED, 34, 38)


PIECES = st.sampled_from(
    ["KF", "§", "§§", "12", "-", "15", "\n", "kap", "5", "2008-04-14", "21", "74/07", "och", ",",
     "kommunallagen", "\f", "Kommunstyrelsens", "beslut", "Paragrafer", ". ", "den 3 maj 2004", "0"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_gives_sound_paragraphs(content: str) -> None:
    text = text_of(content)
    for found in paragraphs(lines_only(text), Context(Kind.PROTOKOLL), find_dates(text)):
        assert found.number_to is None or found.number_to > found.number
        assert found.places
        for place in found.places:
            assert place.raw == text.undo(place.start, place.end)
