from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import DnrRelation, Kind
from pipeline.extract.context import Context
from pipeline.extract.dnr.entries import dnrs
from pipeline.structure.outline import outline
from tests.support import lines_only, text_of

FORMS = [
    ("KS 13/246", ["KS 2013/246"]),
    ("Dnr KS 13/246", ["KS 2013/246"]),
    ("Dnr 260/07", ["2007/260"]),
    ("Dnr 86-0031/042", ["1986/31"]),
    ("DNE 212/75       Nämnden har", ["1975/212"]),
    ("Dür 130/06 530", ["2006/130"]),
    ("dnr 412/07", ["2007/412"]),
    ("Ärendet KS-2015/318 och KS-2015/1204", ["KS 2015/318", "KS 2015/1204"]),
    ("KS/2017:84", ["KS 2017/84"]),
    ("KS/2014/0073", ["KS 2014/73"]),
    ("KS 2004/0086", ["KS 2004/86"]),
    ("KS 2012 / 248/1", ["KS 2012/248"]),
    ("Dnr 2007.130.004", ["2007/130"]),
    ("Dnr 2011/KS 0206 001", ["KS 2011/206"]),
    ("2013-KS0548/003", ["KS 2013/548"]),
    ("DNR: KU.2017.91", ["KU 2017/91"]),
    ("KS 2016-254/322", ["KS 2016/254"]),
    ("Dnr 2007/555", ["2007/555"]),
    ("KS2018-0123", ["KS 2018/123"]),
    ("VN-2023-00047", ["VN 2023/47"]),
    ("BN-2024-000163", ["BN 2024/163"]),
    ("Dnr 2024-00001", ["2024/1"]),
    ("VN-2024-\n00029", ["VN 2024/29"]),
    ("VN 2024 00036", ["VN 2024/36"]),
    ("Bygglov för garage (KS/2017:499)", ["KS 2017/499"]),
    ("KSKF/2014:1", ["KSKF 2014/1"]),
    ("KS/2020:248-003", ["KS 2020/248"]),
    ("KS-2014/742.912", ["KS 2014/742"]),
    ("SN-2017/104", ["SN 2017/104"]),
    ("KS-612/2008", ["KS 2008/612"]),
    ("Dnr 191/2013 Kod 623", ["2013/191"]),
    ("Dnr 2017/000004 000", ["2017/4"]),
    ("(2014/304)", ["2014/304"]),
    ("Dnr Ks 97/1155 253", ["KS 1997/1155"]),
    ("Dnr Ks 00-1009 006; Dnr KS 02-820 107", ["KS 2000/1009", "KS 2002/820"]),
    ("Dnr: 040-207/2002", ["2002/207"]),
    ("(D nr 013 – 430 / 05)", ["2005/430"]),
    ("Dnr 2007-008116-217", ["2007/8116"]),
    ("Diarienr IFN 2018/00256-1.6.1", ["IFN 2018/256"]),
    ("Dnr 2013-SB0020", ["SB 2013/20"]),
    ("Diarienummer 2023/KS 0362", ["KS 2023/362"]),
    ("Dnr LD11/02896", ["LD 2011/2896"]),
    ("Fi 2015/01234/K", ["FI 2015/1234"]),
    ("Länsstyrelsens beslut med diarienummer 6512-2022, att", ["2022/6512"]),
    ("Kf § 73 Ks § 94 dnr 127/2011", ["2011/127"]),
    ("Dnr\n13/246Till", ["2013/246"]),
    ("Dnr\n\nDnr KS 13/246", ["KS 2013/246"]),
    ("Datum         Dnr\n2015-10-21    2013/246", ["2013/246"]),
    ("Beteckning\nEkvalla\nKS 2013/246", ["KS 2013/246"]),
    ("Dnr 260/07 och 261/07", ["2007/260", "2007/261"]),
    ("Dnr KS 13/246\n\nYttrande\nDnr 13/246", ["KS 2013/246"]),
    ("KSAU 2016/12", ["KSAU 2016/12"]),
    ("4  Budget    TN-2031-     Anna Ek,\n   för året  00017        ekonom", ["TN 2031/17"]),
    (
        "Taxa     TN-2031-  Anna Ek\n         00018\nVal      TN-2031-\n         00019",
        ["TN 2031/18", "TN 2031/19"],
    ),
    ("dnr 131-54321-05/111", ["2005/54321"]),
    ("Dnr 1.2.1.-188-2014", ["2014/188"]),
    ("dnr 3.1-22/2013", ["2013/22"]),
    ("länsstyrelsen (dnr 511-612-2020)", ["2020/612"]),
    ("yttrande 402-3117-2020 från länsstyrelsen", ["2020/3117"]),
    ("Dnr: 505-3127-18", ["2018/3127"]),
]

NOT_DNR = [
    "SOU 2015:12", "SFS 2010:900", "prop. 1985/86:1", "Nr F 15:2", "KF 74/07", "Kf 12/2008", "KS 353/2008",
    "KS 107/16", "§ 63/20", "VA 104/11", "Motion 41", "(0:2:1)", "Bid nr:", "Dnr Rnr", "Dnr\tRnr", "Dnr",
    "Dnr\nRnr\n\n2015-10-21", "212000-9999", "5599999999", "Granby 3:22", "Beslut - 2023000415 KS §127",
    "2008:16:2", "7 (32)", "1[25]", "KF 2008-04-14 21", "Ks 2008-04-14", "tel 08-530 612", "30/km", "2/3",
    "direktiv 2004/18/EG", "(EU) 2016/679", "KF 108/150622", "640823-3231", "2003/2004", "Dnr 2015-10-21",
    "NJA 2004 s. 12", "Nr 2001:25",
    "Taxa     TN-2031-  Anna Ek\n  00018     Ekvalla", "0555-610-2020",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_each_form_is_read(text: str, expected: list[str]) -> None:
    assert [dnr.value for dnr in dnrs(lines_only(text_of(text)), Context())] == expected


@pytest.mark.parametrize("text", NOT_DNR)
def test_other_numbers_are_no_dnr(text: str) -> None:
    assert dnrs(lines_only(text_of(text)), Context()) == ()


def test_class_and_document_are_kept_apart() -> None:
    (case,) = dnrs(lines_only(text_of("Dnr KS/2020:248-003")), Context())
    assert (case.registry, case.year, case.number, case.class_code) == ("KS", 2020, 248, "003")
    (case,) = dnrs(lines_only(text_of("KS 2012 / 248/1")), Context())
    assert case.document_no == "1"


def test_two_short_numbers_keep_both_readings_where_nothing_tells() -> None:
    (case,) = dnrs(lines_only(text_of("Dnr 14/18")), Context())
    assert case.candidates == ("2014/18", "2018/14")
    (case,) = dnrs(lines_only(text_of("Dnr 14/18")), Context(year=2018))
    assert (case.value, case.candidates) == ("2018/14", ())


def test_the_custom_of_the_document_settles_the_order() -> None:
    cases = dnrs(lines_only(text_of("Dnr 260/07\n\nDnr 14/18")), Context())
    assert [case.value for case in cases] == ["2007/260", "2018/14"]


def test_the_document_s_year_settles_the_order_of_all_its_numbers() -> None:
    cases = dnrs(lines_only(text_of("Dnr 12/89\n\nDnr 88/89\n\nDnr 31/87")), Context(year=1989))
    assert [case.value for case in cases] == ["1989/12", "1989/88", "1987/31"]


def test_a_number_below_ten_with_a_zero_is_no_year_where_the_document_s_year_stands_beside_it() -> None:
    (case,) = dnrs(lines_only(text_of("Dnr SN 94/07")), Context(year=1994))
    assert case.value == "SN 1994/7"
    (case,) = dnrs(lines_only(text_of("Dnr SN 94/07")), Context())
    assert case.value == "SN 2007/94"


def test_a_registry_is_taken_from_the_document_before() -> None:
    first = dnrs(lines_only(text_of("Dnr KS 13/246")), Context())
    (second,) = dnrs(lines_only(text_of("Dnr 13/246")), Context(), first)
    assert second.value == "KS 2013/246"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Dnr KS 2013/246", DnrRelation.OWN),
        ("Länsstyrelsens beslut, dnr 1405-2017", DnrRelation.EXTERNAL),
        ("Fi 2015/01234/K", DnrRelation.EXTERNAL),
        ("Dnr 511-612-2020", DnrRelation.EXTERNAL),
        ("a" * 1600 + "\nSe även KS 2013/246.", DnrRelation.CITED),
    ],
)
def test_whose_number_it_is(text: str, relation: DnrRelation) -> None:
    (case,) = dnrs(lines_only(text_of(text)), Context())
    assert case.relation is relation


def test_the_two_halves_of_a_broken_number_are_placed() -> None:
    (case,) = dnrs(
        lines_only(text_of("Budget    TN-2031-    Anna Ek\n          00017      ekonom")), Context()
    )
    assert [place.raw for place in case.places] == ["TN-2031-", "00017"]


def test_the_number_under_an_item_s_heading_is_the_document_s_own() -> None:
    content = "§ 34   Val\n       Dnr TN 2031/17\n\n       Beslut\n       Budgeten godkänns, se TN 2030/9.\n"
    (part,) = outline(text_of(content + "\n§ 35   Val\n\n       Beslut\n       Anna Ek väljs.\n"))
    found = {case.value: case.relation for case in dnrs(part, Context())}
    assert found == {"TN 2031/17": DnrRelation.OWN, "TN 2030/9": DnrRelation.CITED}


PIECES = st.sampled_from(
    ["Dnr", "KS", "13/246", "2014", "/", "-", "\n", "000", "2007.130.004", ":", "Till", "  ", "\t", "och",
     "260/07", "\f", "Kod", "1", "(", ")"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_gives_sound_numbers(content: str) -> None:
    part = lines_only(text_of(content))
    found = dnrs(part, Context(year=2014))
    assert len({dnr.value for dnr in found}) == len(found)
    for dnr in found:
        assert dnr.places
        for place in dnr.places:
            assert place.raw == part.text.undo(place.start, place.end)


def test_a_number_in_the_margin_of_an_item_without_headings_is_its_own() -> None:
    (part,) = outline(
        text_of("§ 3. Nytt reningsverk.     Dnr 43/74\nKamreraren redogjorde för anbuden.\n\n§ 4. Val.")
    )
    assert [number.relation.value for number in dnrs(part, Context(Kind.PROTOKOLL, year=1974))] == ["own"]
