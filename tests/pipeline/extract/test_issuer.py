"""Who issued a document, and which organisations it names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.outline import Part
from models.record import Municipality
from models.vocabulary import OrganisationKind
from pipeline.extract.context import Context
from pipeline.extract.issuer import body_of, municipality_of
from pipeline.extract.organisations import organisations
from pipeline.structure.outline import outline
from tests.support import text_of


def _part(text: str) -> Part:
    return outline(text_of(text))[0]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("GRANBY KOMMUN      SAMMANTRÄDESPROTOKOLL\nValnämnd\nDatum\n2024-11-11\n", "Valnämnd"),
        ("GRANBY KOMMUN Kommunstyrelsen\n2014-10-13\nTjänsteskrivelse\n", "Kommunstyrelsen"),
        ("PROTOKOLL\nByggnadsnämndens arbetsutskott   2020-01-02\n", "Byggnadsnämndens arbetsutskott"),
        (
            "Granby kommun\nProtokoll fört vid sammanträde med kommunstyrelsen i Granby kommun\n",
            "Kommunstyrelsen",
        ),
        ("Protokoll från socialnämndens sammanträde 2015-03-04\n", "Socialnämnden"),
        (
            "GRANBY KOMMUN     TJÄNSTESKRIVELSE\nSamhällsbyggnadskontoret   2021-04-28\n",
            "Samhällsbyggnadskontoret",
        ),
        ("Projektplan\n1. Inledning\n", None),
        ("Protokoll hållet vid ordinarie kommunal-\nstämma med Ekvalla socken\n", "Kommunalstämman"),
        (
            "Riktlinjer för lån\nAntagna av kultur- och fritidsnämnden den 3 maj 2012\n",
            "Kultur- och fritidsnämnden",
        ),
        ("Lista över delegationsbeslut\nSocialnämnden   2012-05-03\n", "Socialnämnden"),
        ("GRANBY KOMMUN      KALLELSE\nSocialnämnden\n\nSammanträde den 3 maj 2012\n", "Socialnämnden"),
    ],
)
def test_body(text: str, body: str | None) -> None:
    assert body_of(_part(text)) == body


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("GRANBY KOMMUN      PROTOKOLL\nUppsala kommun har svarat.\n", "Granby", None),
        (
            "Riktlinjer för Hjo kommun\nRiktlinjer för Eda kommun\nMål Ydre Kommun Kommunfullmäktige\n",
            "Ydre",
            "0512",
        ),
        (
            "Yttrande\nUppsala kommun stödjer. Lunds kommun tvekar. Uppsala kommun svarar.\n",
            "Uppsala",
            "0380",
        ),
        ("Kontakt: anna.ek@ydre.se\n", "Ydre", "0512"),
        ("Tidningen Vårt Uppsala delas ut.\n", "Uppsala", "0380"),
        ("Granby-Ekhamns kommun\nKommunstyrelsen\n", "Granby-Ekhamn", None),
        ("GRANBY-EKHAMNS KOMMUN\nKommunstyrelsen\n", "Granby-Ekhamn", None),
        ("Kallfors kommun\nKommunstyrelsen\n", "Kallfors", None),
        (
            "Protokoll, fört vid sammanträde med kommunal-\nnämnden i Granbergs köping den 3 maj",
            "Granberg",
            None,
        ),
        ("Protokoll hållet vid kommunalstämma med Ekvalla socken i sockenstugan", "Ekvalla", None),
        (
            "Protokoll hållet vid sammanträde med Drätselkammaren i Granköping den 3 maj 1931.\n\n"
            "Skrivelse från Göteborgs stad lästes.",
            "Granköping",
            None,
        ),
        (
            "Protokoll fört vid sammanträde med Kommunalnämnden i Folkets hus den 3 maj.\n\nYdre kommun.",
            "Ydre",
            "0512",
        ),
        ("VÄSTRA ALSTADS KOMMUN\nKommunalnämnden\n", "Västra Alstad", None),
        ("Upppsala kommun\nKommunstyrelsen\n", "Uppsala", "0380"),
        ("Kallsala kommun\nKommunstyrelsen\n", "Kallsala", None),
        (
            "Mål för Ekvalla och Lillvik Ydre Kommun\nKommunfullmäktige 2006-03-27\nSvar från Hjo kommun.",
            "Ydre",
            "0512",
        ),
        ("EKVALLA LANDSKOMMUN\nKommunalnämnden\n", "Ekvalla", None),
        ("GRANVIKS STAD       PROTOKOLL\nDrätselkammaren\n", "Granvik", None),
        ("Gun Norberg ledde mötet. Herr Norberg (s) svarade. Kartan finns i Uppsala. ", "Uppsala", "0380"),
        ("Gun Norberg och Bo Norberg ledde arbetet.\nSe www.ydre.se och tidningen.\n", "Ydre", "0512"),
        ("Gun Norberg är kommunal i Norberg.", "Norberg", "1962"),
    ],
)
def test_municipality(text: str, name: str, code: str | None) -> None:
    assert municipality_of(_part(text)) == Municipality(name=name, code=code)


@pytest.mark.parametrize(
    "text",
    ["Inom kommunen finns fyra skolor.", "Gun Norberg och Per\nNorberg deltog.", "Hela socknen."],
)
def test_no_municipality(text: str) -> None:
    assert municipality_of(_part(text)) is None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "beslut av Länsstyrelsen i Kronobergs län den 3 maj",
            "Länsstyrelsen i Kronobergs län",
            OrganisationKind.AUTHORITY,
        ),
        ("Statens naturvårdsverk har svarat", "Statens naturvårdsverk", OrganisationKind.AUTHORITY),
        ("Migrationsverkets beslut", "Migrationsverket", OrganisationKind.AUTHORITY),
        ("enligt Förvaltningsrätten i Luleå", "Förvaltningsrätten i Luleå", OrganisationKind.COURT),
        ("Företaget Ekvalla Strand AB köper", "Ekvalla Strand AB", OrganisationKind.COMPANY),
        ("anbud från AB Ekvalla Rör och", "AB Ekvalla Rör", OrganisationKind.COMPANY),
        (
            "bidrag till Ekvalla hembygdsförening för",
            "Ekvalla hembygdsförening",
            OrganisationKind.ASSOCIATION,
        ),
        ("Ärendet lämnas till Socialnämnden.", "Socialnämnden", OrganisationKind.BODY),
        ("Länsstyrelsens beslut kom.", "Länsstyrelsen", OrganisationKind.AUTHORITY),
        ("Göteborgs Stad svarade.", "Göteborgs stad", OrganisationKind.MUNICIPALITY),
        ("Svar från Lunds kommun.", "Lunds kommun", OrganisationKind.MUNICIPALITY),
    ],
)
def test_organisation(text: str, name: str, kind: OrganisationKind) -> None:
    (found,) = organisations(_part(text), Context())
    assert (found.name, found.kind) == (name, kind)


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet="AEkaåän BKLS\n&.§", max_size=80).map(
        lambda t: f"Länsstyrelsen {t} AB Ekvalla {t} nämnden"
    )
)
def test_every_place_is_true(text: str) -> None:
    part = _part(text)
    body_of(part)
    municipality_of(part)
    for found in organisations(part, Context()):
        for place in found.places:
            assert part.text.undo(place.start, place.end) == place.raw
