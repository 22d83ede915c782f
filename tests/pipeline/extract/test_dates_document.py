from __future__ import annotations

import pytest

from models.outline import Part
from models.vocabulary import DateRole, Kind
from pipeline.extract.context import Context
from pipeline.extract.dates import find_dates
from pipeline.extract.dates_document import document_date
from pipeline.extract.dates_mentions import dates
from pipeline.structure.outline import outline
from tests.support import text_of


def part_of(*pages: str) -> Part:
    return outline(text_of(*pages))[0]


DOCUMENTS = [
    (
        Kind.PROTOKOLL,
        "Valnämnden\nDatum\n2024-11-11\n\nJusterat 2024-11-12\nBudgeten är daterad 2024-10-29.",
        "2024-11-11",
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
        "Granby kommun\n2014 -10- 13\nDnr\n\n2014-09-23\n\nTjänsteskrivelse",
        "2014-09-23",
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
        "Policy för tryckta ord\nAntagen av kommunfullmäktige 2006-03-27, § 21",
        "2006-03-27",
    ),
    (Kind.PROJEKTPLAN, "Projektplan\nProjektet avslutas senast den 31 mars 2009.", None),
]


@pytest.mark.parametrize(("kind", "content", "expected"), DOCUMENTS)
def test_the_date_of_the_document(kind: Kind, content: str, expected: str | None) -> None:
    part = part_of(content)
    assert document_date(part, kind, find_dates(part.text)).value == expected


def test_a_window_is_kept_where_there_is_no_date() -> None:
    part = part_of(
        "Projektplan\nUtgår från tjänsteskrivelse den 29 augusti 2008.\nKlar senast den 31 mars 2009."
    )
    found = document_date(part, Kind.PROJEKTPLAN, find_dates(part.text))
    assert (found.value, found.not_before, found.year) == (None, "2008-08-29", 2008)


def test_dates_are_gathered_with_their_places() -> None:
    part = part_of("Beslut den 16 december 2004.", "Se beslutet 2004-12-16 och den 14 juni.")
    found = dates(part, Context(year=2005), find_dates(part.text))
    assert [(d.value, d.year_inferred) for d in found] == [("2004-12-16", False), ("2005-06-14", True)]
    assert [(p.page, p.raw) for p in found[0].places] == [(1, "16 december 2004"), (2, "2004-12-16")]


@pytest.mark.parametrize(
    ("content", "role"),
    [
        ("2014 -10- 13", DateRole.RECEIVED),
        ("Skrivelsen inkom 2014-10-13", DateRole.RECEIVED),
        ("Svar önskas senast 31 oktober 2014", DateRole.DEADLINE),
        ("Protokollet är justerat den 3 maj 2004", DateRole.ADJUSTMENT),
        ("Kommunfullmäktige beslutade den 16 december 2004", DateRole.DECISION),
        ("vid konferensen den 9 september 2004", DateRole.MEETING),
        ("Datum 2005-01-02", DateRole.DOCUMENT),
        ("Från den 3 maj 2004 gäller", DateRole.OTHER),
    ],
)
def test_what_happened_on_a_date(content: str, role: DateRole) -> None:
    part = part_of(content)
    (found,) = dates(part, Context(date="2005-01-02"), find_dates(part.text))
    assert found.role is role
