from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import DatePrecision
from pipeline.extract.dates.find import find_dates
from tests.support import text_of

FORMS = [
    ("Beslut den 18 november 2003 § 121", ["2003-11-18"]),
    ("18 november 2003", ["2003-11-18"]),
    ("Kf 2008-04-14 21", ["2008-04-14"]),
    ("2015 -11- 16", ["2015-11-16"]),
    ("Datum 080414", ["2008-04-14"]),
    ("KF 108/150622", ["2015-06-22"]),
    ("Datum: 140317", ["2014-03-17"]),
    ("daterad 23-10-16.", ["2023-10-16"]),
    ("20240314 kl 18", ["2024-03-14"]),
    ("den 14/4 2008", ["2008-04-14"]),
    ("den 14/4-2008", ["2008-04-14"]),
    ("Sedan starten 3/6 -02 har", ["2002-06-03"]),
    ("24.3.2014", ["2014-03-24"]),
    ("06.03.2014 och 7/3 2014", ["2014-03-06", "2014-03-07"]),
    ("14 april -08", ["2008-04-14"]),
    ("14 april ’08", ["2008-04-14"]),
    ("den 24 april 78, § 77", ["1978-04-24"]),
    ("måndagen den 20 oktober 2014", ["2014-10-20"]),
    ("Måndagen den 30 maj 2011 kl 18.30-22.35", ["2011-05-30"]),
    ("den 5:e maj 2011", ["2011-05-05"]),
    ("1890 den 11 December", ["1890-12-11"]),
    ("den 15 december 1913", ["1913-12-15"]),
    ("27-28 februari 2003", ["2003-02-27/2003-02-28"]),
    ("28 december - 3 januari 2004", ["2003-12-28/2004-01-03"]),
    ("5 september - 3 november 2023", ["2023-09-05/2023-11-03"]),
    ("från den 3 juni 2002 till den 3 juni 2005", ["2002-06-03/2005-06-03"]),
    ("den 3, 4 och 5 maj 2004", ["2004-05-03", "2004-05-04", "2004-05-05"]),
    ("den 29 mars och 3 april 2004", ["2004-03-29", "2004-04-03"]),
    ("i april och maj 2016", ["2016-04", "2016-05"]),
    ("våren och sommaren 2023", ["2023-21", "2023-22"]),
    ("15 feb. 2005 och 3 maj.", ["2005-02-15", "XXXX-05-03"]),
    ("mars-juni 2013", ["2013-03/2013-06"]),
    ("under maj - juni 2007", ["2007-05/2007-06"]),
    ("november-januari 2008", ["2007-11/2008-01"]),
    ("2024-01-01–2027-12-31", ["2024-01-01/2027-12-31"]),
    ("2024-03-14--15", ["2024-03-14/2024-03-15"]),
    ("Mellan 2001 och 2005 har", ["2001/2005"]),
    ("mandatperioden 2011-2014", ["2011/2014"]),
    ("åren 2011-14 gäller", ["2011/2014"]),
    ("under 2008-09 lämnades", ["2008/2009"]),
    ("läsåret 2004/05 började", ["2004/2005"]),
    ("våren 2005", ["2005-21"]),
    ("sommaren 2005", ["2005-22"]),
    ("Under hösten 2006 genomförs", ["2006-23"]),
    ("vintern 2006", ["2006-24"]),
    ("ht -05", ["2005-23"]),
    ("våren/sommaren 2005", ["2005-21/2005-22"]),
    ("I september 2005 hölls", ["2005-09"]),
    ("den augusti 2007", ["2007-08"]),
    ("under juni månad 2007", ["2007-06"]),
    ("utgången av 2008", ["2008"]),
    ("vid årsskiftet 2012/2013", ["2012-12-31/2013-01-01"]),
    ("vid halvårsskiftet 2012.", ["2012-06-30/2012-07-01"]),
    ("första halvåret 2013", ["2013-01/2013-06"]),
    ("fjärde kvartalet 2013", ["2013-10/2013-12"]),
    ("1989 delades kommunen", ["1989"]),
    ("år 2010", ["2010"]),
    ("påbörjade vi 2003 ett", ["2003"]),
    ("under 2003 och 2004", ["2003", "2004"]),
    ("från 61 % 2001 till 72 % 2005.", ["2001", "2005"]),
    ("under år 2005 ca 400 bostäder", ["2005"]),
    ("daterad 2023-\n10-16.", ["2023-10-16"]),
    ("den 5\nmaj 2004", ["2004-05-05"]),
    ("den 30 novembet 2011", ["2011-11-30"]),
    ("den 18 novernber 2003", ["2003-11-18"]),
    ("den 18 novembcr", ["XXXX-11-18"]),
    ("den 17 juni kan", ["XXXX-06-17"]),
    ("perioden 11 augusti — 27 september", ["XXXX-08-11/XXXX-09-27"]),
    ("måndagen den 18/1", ["XXXX-01-18"]),
    ("är t.o.m. oktober ute", ["XXXX-10"]),
    ("är t. o. m. oktober ute", ["XXXX-10"]),
    ("gäller fr. o. m. mars", ["XXXX-03"]),
    ("beslut under hösten om", ["XXXX-23"]),
    ("2023-11-13 11:22:33", ["2023-11-13"]),
    ("Verksamhetsplan 2025 ....... 3", ["2025"]),
    ("under tiden 1/5 - 31/8 1961 för", ["1961-05-01/1961-08-31"]),
    ("1/12-15/1 1962", ["1961-12-01/1962-01-15"]),
    ("1/5 1961 - 30/4 1962", ["1961-05-01/1962-04-30"]),
    ("antogs den 19/12\n1974", ["1974-12-19"]),
    ("kursen 3-7/6 1961", ["1961-06-03/1961-06-07"]),
    ("delegation 2001-03-05--04-16.", ["2001-03-05/2001-04-16"]),
    ("2001-12-05 – 01-16", ["2001-12-05/2002-01-16"]),
    ("under tiden 1/5 - 31/8 i år", ["XXXX-05-01/XXXX-08-31"]),
]

NOT_DATES = [
    "30/km", "2/3 av utsläppen", "350-400 företag", "3 400 bostäder", "7 (32)", "1[25]",
    "närmare 2000 företag",
    "2000 bostäder", "1900 kr", "kl 1930", "31 februari 2004", "2004-13-01", "2004-02-30", "Dnr 2007/130",
    "KS 2013/246", "KS-2014-00187", "VN-2023-00047", "2011/KS 0206 001", "2007.130.004", "dnr 127/2011",
    "Kf 12/2008", "§ 63/20", "SOU 2015:12", "SFS 2010:900", "(2017:725)", "640823-3231", "212000-9999",
    "08-5550 1339", "08-555 94 02", "0411-55 12 10", "Granby 3:22", "version 2023.1", "2023000415",
    "1/ samla in 2/ pröva", "20 – 25 %", "3-4 halvdagar", "80-talet", "kap 3.1", "1.2.14", "Box 2010",
    "080414", "1700 invånare",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_each_form_is_read(text: str, expected: list[str]) -> None:
    assert [found.value for found in find_dates(text_of(text))] == expected


@pytest.mark.parametrize("text", NOT_DATES)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text_of(text)) == ()


def test_a_date_knows_its_days() -> None:
    (found,) = find_dates(text_of("våren/sommaren 2005"))
    assert (found.first, found.last) == (date(2005, 3, 1), date(2005, 8, 31))
    assert found.precision is DatePrecision.SEASON
    assert found.year_known


def test_a_year_is_filled_in_over_new_year() -> None:
    (found,) = find_dates(text_of("20 december - 7 januari"))
    assert found.in_year(2011).value == "2011-12-20/2012-01-07"


def test_two_figures_are_read_in_the_time_of_the_text() -> None:
    old = find_dates(text_of("Granby den 3 maj 1924. Se skrivelse 1/5 -23."))
    assert [found.value for found in old] == ["1924-05-03", "1923-05-01"]


def test_six_figures_are_a_day_where_the_text_s_own_year_is_near() -> None:
    read = find_dates(text_of("Sammanträde den 15 februari 1994. Skrivelser 940110, 491231 och 940110-1234."))
    assert [found.value for found in read] == ["1994-02-15", "1994-01-10"]


EDTF = re.compile(
    r"(?:\d{4}|XXXX)(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
    r"(?:/(?:\d{4}|XXXX)(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?"
)
PIECES = st.sampled_from(
    ["den", "16", "december", "2004", "-", "/", "§", "\n", "våren", "maj", "2015", " - ", "1/5", "29", "och",
     "\f", "2008-04-14", "3", ".", "mellan", "läsåret", "kl", "novembet"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_gives_sound_dates(content: str) -> None:
    text = text_of(content)
    at = 0
    for found in find_dates(text):
        assert at <= found.start < found.end
        at = found.end
        assert EDTF.fullmatch(found.value)
        assert (found.first is None) == (not found.year_known)
        if found.first and found.last:
            assert found.first <= found.last
        for place in text.places(found.start, found.end, found.rule):
            assert place.raw == text.undo(place.start, place.end)
