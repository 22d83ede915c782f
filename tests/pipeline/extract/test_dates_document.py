from __future__ import annotations

import pytest

from models.outline import Part
from models.vocabulary import DateRole, Kind
from pipeline.extract.context import Context
from pipeline.extract.dates.document import document_date
from pipeline.extract.dates.find import find_dates
from pipeline.extract.dates.mentions import dates
from pipeline.structure.outline import outline
from tests.support import text_of


def part_of(*pages: str) -> Part:
    return outline(text_of(*pages))[0]


DOCUMENTS = [
    (
        Kind.PROTOKOLL,
        "Valnämnden\nDatum\n2023-10-16\n\nJusterat 2023-10-17\nBudgeten är daterad 2023-10-03.",
        "2023-10-16",
    ),
    (
        Kind.PROTOKOLL,
        "Kommunstyrelsen        Sammanträdesdatum\n                       2011-05-30\n\nPlats",
        "2011-05-30",
    ),
    (Kind.PROTOKOLL, "Plats och tid     Granby, måndagen den 30 maj 2011 kl 18.30-22.35\n", "2011-05-30"),
    (Kind.PROTOKOLL, "Protokoll fört vid sammanträde den 15 december 1913", "1913-12-15"),
    (
        Kind.TJANSTESKRIVELSE,
        "Granby kommun\n2015 -11- 16\nDnr\n\n2015-10-21\n\nTjänsteskrivelse",
        "2015-10-21",
    ),
    (
        Kind.SKRIVELSE,
        "Ekby den 5 maj 2004\n\nTill kommunstyrelsen\nVi möttes den 3 april 2004.",
        "2004-05-05",
    ),
    (
        Kind.MOTION,
        "Motion om cykelvägar\n\nVi yrkar att en plan tas fram.\n\nGranby 2004-05-05\nAnna Ek (s)",
        "2004-05-05",
    ),
    (
        Kind.STYRDOKUMENT,
        "Policy för tryckta ord\nAntagen av kommunfullmäktige 2008-04-14, § 21",
        "2008-04-14",
    ),
    (
        Kind.DELEGATIONSBESLUT,
        "Granby kommun         Delegationsbeslut\nByggnadsnämnden      Utskriftsdatum 2019-06-04\n\n"
        "Dnr             Beslut    Datum\nBN 2019/12      Avslag    2019-05-03\n",
        "2019-06-04",
    ),
    (Kind.PROJEKTPLAN, "Projektplan\nProjektet avslutas senast den 30 april 2010.", None),
]


@pytest.mark.parametrize(("kind", "content", "expected"), DOCUMENTS)
def test_the_date_of_the_document(kind: Kind, content: str, expected: str | None) -> None:
    part = part_of(content)
    assert document_date(part, kind, find_dates(part.text)).value == expected


def test_a_window_is_kept_where_there_is_no_date() -> None:
    part = part_of(
        "Projektplan\nUtgår från tjänsteskrivelse den 26 augusti 2007.\nKlar senast den 30 april 2010."
    )
    found = document_date(part, Kind.PROJEKTPLAN, find_dates(part.text))
    assert (found.value, found.not_before, found.year) == (None, "2007-08-26", 2007)


def test_dates_are_gathered_with_their_places() -> None:
    part = part_of("Beslut den 18 november 2003.", "Se beslutet 2003-11-18 och den 17 juni.")
    found = dates(part, Context(year=2005), find_dates(part.text))
    assert [(d.value, d.year_inferred) for d in found] == [("2003-11-18", False), ("2005-06-17", True)]
    assert [(p.page, p.raw) for p in found[0].places] == [(1, "18 november 2003"), (2, "2003-11-18")]


@pytest.mark.parametrize(
    ("content", "role"),
    [
        ("2015 -11- 16", DateRole.RECEIVED),
        ("Skrivelsen inkom 2015-11-16", DateRole.RECEIVED),
        ("Svar önskas senast 28 oktober 2015", DateRole.DEADLINE),
        ("Protokollet är justerat den 3 maj 2004", DateRole.ADJUSTMENT),
        ("Kommunfullmäktige beslutade den 18 november 2003", DateRole.DECISION),
        ("vid konferensen den 8 september 2003", DateRole.MEETING),
        ("Datum 2005-01-02", DateRole.DOCUMENT),
        ("Från den 3 maj 2004 gäller", DateRole.OTHER),
    ],
)
def test_what_happened_on_a_date(content: str, role: DateRole) -> None:
    part = part_of(content)
    (found,) = dates(part, Context(date="2005-01-02"), find_dates(part.text))
    assert found.role is role
