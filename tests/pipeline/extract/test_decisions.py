"""Decisions taken, proposed, cited; what only looks like one."""

from __future__ import annotations

import pytest

from models.matter import Decision
from models.vocabulary import Kind
from pipeline.extract.context import Context
from pipeline.extract.dates.find import find_dates
from pipeline.extract.decisions.entries import Nearby, decisions
from pipeline.extract.dnr.entries import dnrs
from pipeline.extract.personal_numbers import personal_numbers
from pipeline.extract.placed import Placed
from pipeline.structure.outline import outline
from tests.support import text_of

MINUTES = Context(Kind.PROTOKOLL, body="Kommunstyrelsen", date="2021-03-09", year=2021)
LETTER = Context(Kind.TJANSTESKRIVELSE, year=2021)


def decided(page: str, context: Context) -> tuple[Decision, ...]:
    (part,) = outline(text_of(page))
    nearby = Nearby(
        find_dates(part.text),
        Placed(()),
        Placed(dnrs(part, context)),
        Placed(personal_numbers(part, context)),
    )
    found = decisions(part, context, nearby, "0" * 16 + "-1")
    for decision in found:
        assert decision.places
        named = [one.places for one in decision.amounts] + [one.places for one in decision.addressees]
        for place in (*decision.places, *(place for places in named for place in places)):
            assert place.raw == part.text.undo(place.start, place.end)
    return found


def told(page: str, context: Context) -> list[tuple[str, str, str]]:
    return [(d.status.value, d.outcome.value, d.text) for d in decided(page, context)]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "Beslut\nKommunstyrelsen antar taxan, daterad 2021-\n"
            "02-11.\nKommunstyrelsen ger förvaltningen i uppdrag\natt meddela berörda.",
            [
                ("fattat", "anta", "Kommunstyrelsen antar taxan, daterad 2021-02-11."),
                ("fattat", "uppdra", "Kommunstyrelsen ger förvaltningen i uppdrag att meddela berörda."),
            ],
        ),
        (
            "Kommunstyrelsens beslut\nKommunstyrelsen beslutar\n"
            "att avslå motionen, samt\natt uppdra åt förvaltningen att\nsvara motionären.",
            [
                (
                    "fattat",
                    "sammansatt",
                    "Kommunstyrelsen beslutar\natt avslå motionen, samt\n"
                    "att uppdra åt förvaltningen att svara motionären.",
                )
            ],
        ),
        (
            "Beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\n"
            "1. Taxan antas.\n2. Taxan gäller från 1 april.",
            [
                (
                    "fattat",
                    "föreslå fullmäktige",
                    "Kommunstyrelsen föreslår kommunfullmäktige besluta\n"
                    "1. Taxan antas.\n2. Taxan gäller från 1 april.",
                )
            ],
        ),
        (
            "Beslut\nMotionen avslås.\nParagrafen justeras omedelbart.",
            [("fattat", "avslag", "Motionen avslås.")],
        ),
        ("Beslut\nInget beslut fattas.", []),
        (
            "Förslag till beslut i byggnadsnämnden\nNämnden beviljar lov.",
            [("förslag", "bevilja", "Nämnden beviljar lov.")],
        ),
        (
            "Beslut\nLov beviljas.\n\nFörslag till beslut\nNämnden beviljar lov.",
            [("fattat", "bevilja", "Lov beviljas."), ("förslag", "bevilja", "Nämnden beviljar lov.")],
        ),
        (
            "Ärendet bordlades på förslag av Tore Ahl.",
            [("fattat", "bordläggning", "Ärendet bordlades på förslag av Tore Ahl.")],
        ),
        (
            "Uppdrogs åt kamreraren att infordra anbud.\nLades till handlingarna.",
            [
                ("fattat", "uppdra", "Uppdrogs åt kamreraren att infordra anbud."),
                ("fattat", "notera", "Lades till handlingarna."),
            ],
        ),
        (
            "Nämnden beviljade ledigheten och uppdrog åt ordföranden att anställa vikarie.",
            [
                ("fattat", "bevilja", "Nämnden beviljade ledigheten"),
                ("fattat", "uppdra", "uppdrog åt ordföranden att anställa vikarie."),
            ],
        ),
        (
            "Kommunstyrelsen beslutar\n\natt  anta anbudet enligt\n     bilagan\natt  avslå ansökan.\n",
            [
                (
                    "fattat",
                    "sammansatt",
                    "Kommunstyrelsen beslutar\natt  anta anbudet enligt bilagan\natt  avslå ansökan.",
                )
            ],
        ),
        (
            "Kommunstyrelsen föreslår kommunfullmäktige besluta\natt anta taxan.",
            [("förslag", "anta", "Kommunstyrelsen föreslår kommunfullmäktige besluta\natt anta taxan.")],
        ),
        (
            "Tingsrätten i Granby avslog den 4 februari 2020 överklagandet.",
            [("annat organ", "avslag", "Tingsrätten i Granby avslog den 4 februari 2020 överklagandet.")],
        ),
        ("Beslutsunderlag\nByggnadsnämndens beslut 2020-04-13, § 38", []),
        ("Beslut\nFöljande har kommit in:", []),
        ("Tore Ahl yrkade att frågan skulle bordläggas.", []),
        (
            "Beslut\nLov beviljas.\n\nSammanfattning av ärendet\n"
            "Nämnden antog den 5 mars 2020 en plan.\nDen visar hur vi antar planer.",
            [
                ("fattat", "bevilja", "Lov beviljas."),
                ("hänvisning", "anta", "Nämnden antog den 5 mars 2020 en plan."),
            ],
        ),
    ],
)
def test_items(block: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(f"§ 4\nEn sak att avgöra\n\n{block}", MINUTES) == expected


def test_points_carry_their_own_outcomes() -> None:
    (decision,) = decided(
        "§ 4\nTaxa\n\nBeslut\nNämnden beslutar\n1. Taxan antas.\n2. Motionen avslås.", MINUTES
    )
    assert [(p.number, p.text, p.outcome.value) for p in decision.points] == [
        (1, "Taxan antas.", "anta"),
        (2, "Motionen avslås.", "avslag"),
    ]
    assert (decision.item, decision.body, decision.date) == (4, "Kommunstyrelsen", "2021-03-09")


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        (
            "Kontorets förslag till nämnden:\nKommunstyrelsen antar yttrandet som sitt.\n"
            "\nPia Ek\nKommunchef",
            [("förslag", "anta", "Kommunstyrelsen antar yttrandet som sitt.")],
        ),
        (
            "Granby förbund beslutade i december 2013 att tillsätta en grupp.",
            [
                (
                    "annat organ",
                    "tillsätta",
                    "Granby förbund beslutade i december 2013 att tillsätta en grupp.",
                )
            ],
        ),
        (
            "Fullmäktige har antagit policyn enligt följande: "
            "Ekvalla: Kf 2006-03-27 21 Lillvik: 2005-12-12, KF 86/05",
            [
                ("fattat", "anta", "Ekvalla: Kf 2006-03-27 21"),
                ("fattat", "anta", "Lillvik: 2005-12-12, KF 86/05"),
            ],
        ),
        (
            "Fullmäktige har antagit policyn enligt följande: Ekvalla: Kf 2006-03-27 21 Lillvik:\n"
            "2005-12-12, KF 86/05",
            [
                ("fattat", "anta", "Ekvalla: Kf 2006-03-27 21"),
                ("fattat", "anta", "Lillvik: 2005-12-12, KF 86/05"),
            ],
        ),
        (
            "Beslutsunderlag\nEkvalla nämnds beslut den 31 maj 2007, § 107\nKarta över området",
            [("hänvisning", "okänd", "Ekvalla nämnds beslut den 31 maj 2007, § 107")],
        ),
        (
            "Nuvarande taxa antogs av kommunfullmäktige den 4 maj 2014, § 96.",
            [("fattat", "anta", "Nuvarande taxa antogs av kommunfullmäktige den 4 maj 2014, § 96.")],
        ),
        (
            "Kommunstyrelsen behandlade frågan den 2 maj 2007 då följande beslutades.\n"
            "\n- Planen ska genomföras\n\n"
            "- Chefen ges i uppdrag att leda arbetet",
            [
                (
                    "fattat",
                    "sammansatt",
                    "Kommunstyrelsen behandlade frågan den 2 maj 2007 då följande beslutades.\n"
                    "- Planen ska genomföras\n"
                    "- Chefen ges i uppdrag att leda arbetet",
                )
            ],
        ),
        (
            "Antagen av kommunfullmäktige 2015-11-23, § 142. Dnr KS 2015/388\n"
            "Gäller från och med den 1 januari 2016\n"
            "Reviderad av kommunfullmäktige 2019-06-17, § 80",
            [
                ("fattat", "anta", "Antagen av kommunfullmäktige 2015-11-23, § 142. Dnr KS 2015/388"),
                ("fattat", "ändra", "Reviderad av kommunfullmäktige 2019-06-17, § 80"),
            ],
        ),
        (
            "Jag föreslår kommunfullmäktige\n\n"
            "att   en gångväg byggs,\natt   uppdra åt nämnden att belysa den.",
            [
                (
                    "förslag",
                    "sammansatt",
                    "Jag föreslår kommunfullmäktige\natt   en gångväg byggs,\n"
                    "att   uppdra åt nämnden att belysa den.",
                )
            ],
        ),
        (
            "Nämnden avslog i november 2018 en ansökan om bidrag.",
            [("hänvisning", "avslag", "Nämnden avslog i november 2018 en ansökan om bidrag.")],
        ),
        (
            "Nämnden tillstyrkte den 4 maj 2018, § 7, förslaget om ny väg.",
            [("hänvisning", "tillstyrka", "Nämnden tillstyrkte den 4 maj 2018, § 7, förslaget om ny väg.")],
        ),
        (
            "Fullmäktige avslog den 17 juni 2019 ett yrkande om bussar.",
            [("hänvisning", "avslag", "Fullmäktige avslog den 17 juni 2019 ett yrkande om bussar.")],
        ),
        ("Ansvarig för genomförandet av beslutade insatser den 3 maj 2008 är Nämnden.", []),
        ("Det uppdrag som Nämnden fattade beslut om ska fullföljas.", []),
        ("Boken utsågs nyligen till årets bästa.", []),
        ("Styrgruppen beslutar i övergripande frågor.", []),
        ("Frågan prövas i utredningen inför beslut.", []),
        ("Kontoret föreslår att nämnden beslutade om en plan skulle gälla.", []),
    ],
)
def test_letters(letter: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(letter, LETTER) == expected


@pytest.mark.parametrize(
    ("page", "context", "dnr"),
    [
        ("§ 4          Dnr KS 2021/12\nEn taxa\n\nBeslut\nTaxan antas.", MINUTES, "KS 2021/12"),
        ("§ 4\nEn taxa\n\nBeslut\nTaxan, dnr KS 2020/7, antas.", MINUTES, "KS 2020/7"),
        ("§ 4\nEn taxa\n\nBeslut\nTaxan antas.", MINUTES, None),
        ("Dnr KS 2021/12\n\nFörslag till beslut\nNämnden antar taxan.", LETTER, "KS 2021/12"),
    ],
)
def test_the_dnr_of_a_decision(page: str, context: Context, dnr: str | None) -> None:
    assert [decision.dnr for decision in decided(page, context)] == [dnr]
