"""Decisions of old minutes, told in running text without headings."""

from __future__ import annotations

import pytest

from models.vocabulary import Kind
from pipeline.extract.context import Context
from tests.pipeline.extract.test_decisions import told

OLD = Context(Kind.PROTOKOLL, body="Kommunalnämnden", date="1927-04-14", year=1927)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Framställningen om gatubelysning avskrevs från vidare behandling.", [("fattat", "avskrivning")]),
        ("Över skrivelsen beslöts att afstyrka ändringen.", [("fattat", "avstyrka")]),
        ("Motion av herr Alm om ny väg hänvisades till byggnadsnämnden.", [("fattat", "remittera")]),
        ("Bemyndigades ordföranden att träffa avtal om kraft.", [("fattat", "delegera")]),
        ("Remiss angående trafiken. Nämnden tillstyrkte ansökan.", [("fattat", "tillstyrka")]),
        ("Antogs den av brandstyrelsen den 20 december 1926 föreslagna stadgan.", [("fattat", "anta")]),
        ("Stadgan antogs i den lydelse, som föreslagits den 5 november 1926.", [("fattat", "anta")]),
        (
            "Uppdrogs åt herr Alm att utreda frågan, och anslogs härför kr. 1.250:-.",
            [("fattat", "uppdra"), ("fattat", "anslå")],
        ),
        (
            "Meddelades, att länsstyrelsen den 4 mars 1927 fastställt taxan; lades till handlingarne.",
            [("annat organ", "fastställa"), ("fattat", "notera")],
        ),
        (
            "Att justera protokollet valdes herr Alm, och bestämdes tiden härför till i morgon.",
            [("fattat", "utse")],
        ),
        ("Till ombud vid stadsförbundets möte valdes herr Alm.", [("fattat", "utse")]),
        (
            "Protokollet från sammanträdet den 3 mars upplästes och lades till handlingarna.",
            [("fattat", "notera")],
        ),
        (
            "Skrivelse från stadsförbundet den 3 mars 1927 rörande taxan bordlades.",
            [("fattat", "bordläggning")],
        ),
        ("Yttrande till länsstyrelsen avgavs i enlighet med förslaget.", [("fattat", "yttra sig")]),
        ("På förslag av brandstyrelsen anslogs 1.200 kronor till en\nspruta.", [("fattat", "anslå")]),
        ("Fråga om krogens indragning förklarades hvilande till nästa stämma.", [("fattat", "bordläggning")]),
        ("Öfver Kongl. Maj:ts remiss beslöt nämnden\natt tillstyrka ansökan.", [("fattat", "tillstyrka")]),
        ("Bo Ek anhöll om anstånd, och blef denna anhållan af nämnden bifallen.", [("fattat", "bifall")]),
        (
            "Nämnden beslöt antaga anbudet samt att hos kommunalfullmäktige hemställa om ett anslag.",
            [("fattat", "anta"), ("fattat", "föreslå fullmäktige")],
        ),
        ("Nämnden hade således med 3 röster mot 2 beslutat att avslå ansökan.", [("fattat", "avslag")]),
        ("Motionen hade sålunda avslagits.", [("fattat", "avslag")]),
        ("Vid slutet val var alltså ingenjören Bo Ek utsedd till direktör.", [("fattat", "utse")]),
        ("Skyttegillets anhållan om bidrag blef af stämman afslagen.", [("fattat", "avslag")]),
        ("Frågan om barnmorska uppsköts till nästa stämma.", [("fattat", "bordläggning")]),
        ("Stämman lät härvid bero.", [("fattat", "notera")]),
        (
            "Remiss från styrelsen rörande uppförande av ny bostad. Ärendet\nbordlades.",
            [("fattat", "bordläggning")],
        ),
        ("Ansökan om öppethållande kunde nämnden icke bifalla.", [("fattat", "avslag")]),
        (
            "Bolaget hade anhållit därom.\n\nFullmäktige beslöto\ndels att bevilja anslag,\ndels ock "
            "att uppdraga åt nämnden att inkomma med förslag.",
            [("fattat", "sammansatt")],
        ),
        ("Kommunalnämnden hade den 2 mars 1927, § 4, afstyrkt förslaget.", [("hänvisning", "avstyrka")]),
        ("Bo Ek hade i motion den 18 januari 1927 föreslagit, att kommunen skulle bygga.", []),
        ("Länsstyrelsen har 1927-03-19 lämnat utan bifall besvären.", [("annat organ", "avslag")]),
        (
            "Förslaget erhöll 15 röster mot 3, i följd hvaraf nämndens förslag var antaget.",
            [("fattat", "anta")],
        ),
        ("Kamrern anmälde, att bidrag utbetalats.\n\nAntecknades till protokollet.", [("fattat", "notera")]),
        (
            "Votering utföll med 12 röster mot 3, varför nämnden hade bifallit förslaget.",
            [("fattat", "bifall")],
        ),
    ],
)
def test_what_running_text_decides(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(status, outcome) for status, outcome, _ in told(f"§ 3.\n{text}\n", OLD)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bo Ek (C) deltar inte i beslutet.",
        "Mot beslutet reserverar sig Bo Ek (C).",
        "Bo Ek (C) avstår från att delta i beslutet.",
        "Bo Ek (C) anmäler jäv och lämnar rummet.",
        "\nBo Ek, c, får till protokollet antecknat att bidraget bör prövas.",
        "\nDnr            Dag            Sak\nBN 2027/3      2027-04-03     Bygglov för garage",
        "\nJusterarnas signaturer          Utdragsbestyrkande",
        "\nSignatur justerare          Rätt utdraget intygar",
    ],
)
def test_what_is_noted_under_a_decision_is_none(text: str) -> None:
    page = f"§ 3\nPlan\n\nBeslut\nPlanen antas.\n{text}\n"
    assert [outcome for _, outcome, _ in told(page, OLD)] == ["anta"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beslut\nNämnden\n– godkänner planen\n– antar taxan.", [("fattat", "sammansatt")]),
        ("Beslut\nPlanen antas.\n_ _ _ _ _", [("fattat", "anta")]),
        ("Förslag till beslut\nPlanen antas.\n\nBo Ek (M) yrkar avslag.\nBo Ek m.fl. (M) föreslår avslag.",
         [("förslag", "anta")]),
        ("Byggnadsnämnden har 2026-04-26, § 51, överlämnat planen.", [("hänvisning", "remittera")]),
        ("Fullmäktige finner sammanträdet vara behörigen utlyst.", [("fattat", "godkänna")]),
        ("Fullmäktige har alltså utsett Bo Ek.", [("fattat", "utse")]),
        ("Fullmäktige överlät 2026-04-24, § 37, till styrelsen att besluta.", [("hänvisning", "delegera")]),
        ("Tidigare behandling\nByggnadsnämnden tillstyrkte planen 2026-04-26, § 51.",
         [("hänvisning", "tillstyrka")]),
        ("Beslutsunderlag\nByggnadsnämndens beslut 2026-04-26, § 51, att tillstyrka planen.", []),
        ("Nämnden beslutade den 10 december 2020 att begära medel.", [("hänvisning", "okänd")]),
        ("Länsstyrelsens beslut 1998-04-22 att avslå överklagandet", [("annat organ", "avslag")]),
        ("Kammarrättens dom 2019-04-25, överklagandet avslås", [("annat organ", "avslag")]),
        ("Kammarrättens dom 2019-04-25 i mål nr 5512-18.\n\nMeddelandena lades till handlingarna.",
         [("fattat", "notera")]),
        ("Länsrätten beslutade 2019-04-25 om inhibition.", [("annat organ", "okänd")]),
        ("Planbesked lämnades 2019-05-08, § 77.", [("hänvisning", "bevilja")]),
        ("Förbundschefens förslag:\nPlanen antas.\n\nOrdföranden ställer proposition på bifall och finner\n"
         "yrkandet avslaget.\n\nDirektionen beslutar\n\natt anta planen.",
         [("förslag", "anta"), ("fattat", "anta")]),
        ("Nämndens beslut\nPlanen antas.\n\nStyrelsens förslag 2030-02-11, § 18:\natt planen avslås.",
         [("fattat", "anta"), ("förslag", "avslag")]),
        ("Nämnden föreslår kommunfullmäktige besluta\nAvgiften höjs till 30 kronor.",
         [("förslag", "föreslå fullmäktige")]),
        ("Förslag        Utskottets förslag till kommunstyrelsen\n               att   anta planen.",
         [("förslag", "anta")]),
        ("Nämnden beslutade 2019-04-25 att begära medel.", [("hänvisning", "okänd")]),
        ("Beslut\n1. Läsåret fastställs enligt följande:\n   Hösttermin: 17 augusti\n   Vårtermin: 9 januari",
         [("fattat", "fastställa")]),
        ("Beslut\nRedovisningen läggs till handlingarna.\n\nDelegat Beslut Datum\nEkonomichef Yttrande 2029",
         [("fattat", "notera")]),
        ("Beslut\nPlanen antas.\n\nLagrum: 5 kap. 2 § plan- och bygglagen.", [("fattat", "anta")]),
        ("Skolinspektionen har i beslut den 7 april 2019 förelagt kommunen att vidta åtgärder.",
         [("annat organ", "okänd")]),
        ("Kommunstyrelsen lämnade positivt planbesked 2019-12-02 § 219.", [("hänvisning", "bevilja")]),
        ("Kanslichefen föreslår att gränsen höjs till 50 000 kronor.", [("förslag", "ändra")]),
        ("Bo Ek informerar.\n\nGemensamma nämnden tackar för redogörelsen.\n\nProtokollet anslogs i går.\n\n"
         "Anna-Maria Ek", [("fattat", "notera")]),
    ],
)  # fmt: skip
def test_forms_of_newer_minutes(text: str, expected: list[tuple[str, str]]) -> None:
    newer = Context(Kind.PROTOKOLL, body="Kommunstyrelsen", date="2030-03-09", year=2030)
    assert [(status, outcome) for status, outcome, _ in told(f"§ 3\nPlan\n\n{text}\n", newer)] == expected
