from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.outline import Line, Part
from models.vocabulary import DnrRelation
from pipeline.extract.context import Context
from pipeline.extract.dnr import dnrs
from tests.support import text_of


def part_of(content: str) -> Part:
    text = text_of(content)
    lines: list[Line] = []
    at = 0
    for row in text.content.split("\n"):
        stripped = row.strip()
        if stripped:
            start = at + len(row) - len(row.lstrip())
            lines.append(Line(start, start + len(stripped), 1, start - at, stripped))
        at += len(row) + 1
    return Part(1, 1, text, tuple(lines), (), (), ())


FORMS = [
    ("KS 14/187", ["KS 2014/187"]),
    ("Dnr KS 14/187", ["KS 2014/187"]),
    ("Dnr 150/05", ["2005/150"]),
    ("dnr 338/05", ["2005/338"]),
    ("Ärendet KS-2014/407 och KS-2014/1343", ["KS 2014/407", "KS 2014/1343"]),
    ("KS/2018:60", ["KS 2018/60"]),
    ("KS/2014/0073", ["KS 2014/73"]),
    ("KS 2005/0097", ["KS 2005/97"]),
    ("KS 2015 / 135/1", ["KS 2015/135"]),
    ("Dnr 2005.110.005", ["2005/110"]),
    ("Dnr 2011/KS 0206 001", ["KS 2011/206"]),
    ("2013-KS0548/003", ["KS 2013/548"]),
    ("DNR: KU.2017.91", ["KU 2017/91"]),
    ("KS 2016-254/322", ["KS 2016/254"]),
    ("Dnr 2007/555", ["2007/555"]),
    ("KS2018-0123", ["KS 2018/123"]),
    ("VN-2024-00055", ["VN 2024/55"]),
    ("BN-2024-000148", ["BN 2024/148"]),
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
    ("Fi 2016/02568/K", ["FI 2016/2568"]),
    ("Länsstyrelsens beslut med diarienummer 7483-2023, att", ["2023/7483"]),
    ("Kf § 73 Ks § 94 dnr 127/2011", ["2011/127"]),
    ("Dnr\n14/187Till", ["2014/187"]),
    ("Dnr\n\nDnr KS 14/187", ["KS 2014/187"]),
    ("Datum         Dnr\n2014-09-23    2014/187", ["2014/187"]),
    ("Beteckning\nEkvalla\nKS 2014/187", ["KS 2014/187"]),
    ("Dnr 150/05 och 151/05", ["2005/150", "2005/151"]),
    ("Dnr KS 14/187\n\nYttrande\nDnr 14/187", ["KS 2014/187"]),
    ("KSAU 2016/12", ["KSAU 2016/12"]),
]

NOT_DNR = [
    "SOU 2016:48", "SFS 2010:900", "prop. 1985/86:1", "Nr F 16:1", "KF 86/05", "Kf 11/2006", "KS 353/2008",
    "KS 107/16", "§ 63/20", "VA 104/11", "Motion 34", "(0:1:0)", "Hid nr:", "Dnr Rnr", "Dnr\tRnr", "Dnr",
    "Dnr\nRnr\n\n2014-09-23", "212000-1256", "5560535873", "Granby 3:22", "Beslut - 2024000661 KS §136",
    "2008:16:2", "8 (45)", "1[25]", "KF 2006-03-27 21", "Ks 2006-03-27", "tel 08-530 612", "30/km", "2/3",
    "direktiv 2004/18/EG", "(EU) 2016/679", "KF 119/140825", "640823-3231", "2003/2004", "Dnr 2014-09-23",
    "NJA 2004 s. 12", "Nr 2001:25",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_each_form_is_read(text: str, expected: list[str]) -> None:
    assert [dnr.value for dnr in dnrs(part_of(text), Context())] == expected


@pytest.mark.parametrize("text", NOT_DNR)
def test_other_numbers_are_no_dnr(text: str) -> None:
    assert dnrs(part_of(text), Context()) == ()


def test_class_and_document_are_kept_apart() -> None:
    (case,) = dnrs(part_of("Dnr KS/2020:248-003"), Context())
    assert (case.registry, case.year, case.number, case.class_code) == ("KS", 2020, 248, "003")
    (case,) = dnrs(part_of("KS 2015 / 135/1"), Context())
    assert case.document_no == "1"


def test_two_short_numbers_keep_both_readings_where_nothing_tells() -> None:
    (case,) = dnrs(part_of("Dnr 14/18"), Context())
    assert case.candidates == ("2014/18", "2018/14")
    (case,) = dnrs(part_of("Dnr 14/18"), Context(year=2018))
    assert (case.value, case.candidates) == ("2018/14", ())


def test_the_custom_of_the_document_settles_the_order() -> None:
    cases = dnrs(part_of("Dnr 150/05\n\nDnr 14/18"), Context())
    assert [case.value for case in cases] == ["2005/150", "2018/14"]


def test_a_registry_is_taken_from_the_document_before() -> None:
    first = dnrs(part_of("Dnr KS 14/187"), Context())
    (second,) = dnrs(part_of("Dnr 14/187"), Context(), first)
    assert second.value == "KS 2014/187"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Dnr KS 2014/187", DnrRelation.OWN),
        ("Länsstyrelsens beslut, dnr 1405-2017", DnrRelation.EXTERNAL),
        ("Fi 2016/02568/K", DnrRelation.EXTERNAL),
        ("a" * 1600 + "\nSe även KS 2014/187.", DnrRelation.CITED),
    ],
)
def test_whose_number_it_is(text: str, relation: DnrRelation) -> None:
    (case,) = dnrs(part_of(text), Context())
    assert case.relation is relation


PIECES = st.sampled_from(
    ["Dnr", "KS", "14/187", "2014", "/", "-", "\n", "000", "2005.110.005", ":", "Till", "  ", "\t", "och",
     "150/05", "\f", "Kod", "1", "(", ")"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_gives_sound_numbers(content: str) -> None:
    part = part_of(content)
    found = dnrs(part, Context(year=2014))
    assert len({dnr.value for dnr in found}) == len(found)
    for dnr in found:
        assert dnr.places
        for place in dnr.places:
            assert place.raw == part.text.undo(place.start, place.end)
