"""To whom sentences turn, and for what; and to whom they don't."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.decisions.turning import turned_to


def read(text: str) -> list[tuple[str, str | None, str]]:
    return [
        (one.who.name, one.who.kind.value if one.who.kind else None, one.role.value)
        for one in turned_to(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("uppdra åt kommunchefen att utreda frågan", [("kommunchefen", "official")]),
        ("Uppdrogs åt herr Alm att utreda frågan.", [("herr Alm", "person")]),
        ("Uppdrogs åt herrar Alm och Ek att granska räkenskaperna.", [("Alm", "person"), ("Ek", "person")]),
        (
            "Uppdrogs åt Herrar Alm, C. Ek och Bo Berg att granska",
            [("Alm", "person"), ("C. Ek", "person"), ("Bo Berg", "person")],
        ),
        ("åt herrar Nils af Alm och Ek", []),
        (
            "Uppdrogs åt Herrar Nils Olof af Ekenstam och Bo von Alm att granska",
            [("Nils Olof af Ekenstam", "person"), ("Bo von Alm", "person")],
        ),
        ("Uppdrogs åt herrar", []),
        ("Uppdrogs åt ordföranden, herr Alm, att anskaffa ved", [("ordföranden", "official")]),
        ("uppdra till tekniska nämnden att återkomma", [("tekniska nämnden", "body")]),
        ("uppdrar härmed åt förvaltningen att återkomma", [("förvaltningen", "office")]),
        ("lämna i uppdrag åt Granby Energi AB att bygga", [("Granby Energi AB", "company")]),
        ("ge uppdrag till revisorerna att granska", [("revisorerna", "body")]),
        ("ger förvaltningen i uppdrag att meddela berörda", [("förvaltningen", "office")]),
        ("ge verksamheten i uppdrag att spara", [("verksamheten", None)]),
        ("ge nämndens ordförande Anna Ek i uppdrag att", [("nämndens ordförande Anna Ek", "person")]),
        (
            "ge kommunchefen och ekonomichefen i uppdrag att ta fram förslag",
            [("kommunchefen", "official"), ("ekonomichefen", "official")],
        ),
        (
            "uppdra åt socialnämnden, tekniska nämnden och byggnadsnämnden att spara",
            [("socialnämnden", "body"), ("tekniska nämnden", "body"), ("byggnadsnämnden", "body")],
        ),
        ("ge barn- och utbildningsnämnden i uppdrag att", [("barn- och utbildningsnämnden", "body")]),
        ("att tekniska kontoret ges i uppdrag att utreda", [("tekniska kontoret", "office")]),
        ("Miljö- och byggnadsnämnden får i uppdrag att", [("Miljö- och byggnadsnämnden", "body")]),
        ("förvaltningen får i uppdrag att i samråd med VD utreda", [("förvaltningen", "office")]),
        ("ge förvaltningen i samråd med VD i uppdrag att utreda", [("förvaltningen", "office")]),
        (
            "Nämnden gav den 5 mars 2012, § 33, förvaltningen i uppdrag att se över",
            [("förvaltningen", "office")],
        ),
        ("uppdra åt denne att underteckna", []),
        ("uppdra att utreda frågan", []),
        ("ger sitt bifall till förslaget", []),
        ("lämnar ansökan från Granby IF utan bifall", []),
        ("Bygglov ges. Taxan får i uppdrag syfte", []),
    ],
)
def test_tasks(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text) == [(*one, "uppdrag") for one in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anmoda länsstyrelsen att pröva frågan", [("länsstyrelsen", "authority", "anmodan")]),
        ("Socialnämnden anmodas att yttra sig", [("Socialnämnden", "body", "anmodan")]),
        ("förelägga fastighetsägaren att städa", [("fastighetsägaren", None, "anmodan")]),
        ("den anmodade nämnden lämnar uppgifter", []),
        ("uppmanas också att delta", []),
        ("att hos länsstyrelsen begära ny sammanräkning", [("länsstyrelsen", "authority", "anmodan")]),
        ("begär ny röstsammanräkning hos länsstyrelsen", [("länsstyrelsen", "authority", "anmodan")]),
        ("beslöt att hos Stadsfullmäktige hemställa om medel", [("Stadsfullmäktige", "body", "förslag")]),
        ("var anställd hos kommunen", []),
        ("att hos Kungl. Maj:t anhålla om lov", [("Kungl. Maj:t", "authority", "anmodan")]),
        (
            "bemyndiga kommunstyrelsens ordförande att underteckna avtalet",
            [("kommunstyrelsens ordförande", "official", "bemyndigande")],
        ),
        ("Ordföranden bemyndigas att underteckna", [("Ordföranden", "official", "bemyndigande")]),
        ("Bemyndigades ordföranden att träffa avtal", [("ordföranden", "official", "bemyndigande")]),
        ("delegera beslutanderätten till miljöchefen", [("miljöchefen", "official", "bemyndigande")]),
        ("remittera motionen till kommunstyrelsen", [("kommunstyrelsen", "body", "remiss")]),
        ("Skrivelsen hänsköts till drätselkammaren.", [("drätselkammaren", "body", "remiss")]),
        ("Ärendet återremitteras till arbetsutskottet.", [("arbetsutskottet", "body", "återremiss")]),
        (
            "hänvisa ärendet till byggnadsnämndens arbetsutskott",
            [("byggnadsnämndens arbetsutskott", "body", "remiss")],
        ),
        (
            "överlämna svaret på motionen till länsstyrelsen i Granby län",
            [("länsstyrelsen i Granby län", "authority", "överlämnande")],
        ),
        (
            "överlämna yttrandet till Mark- och miljödomstolen.",
            [("Mark- och miljödomstolen", "court", "överlämnande")],
        ),
        ("avge yttrande till länsstyrelsen enligt förslag", [("länsstyrelsen", "authority", "överlämnande")]),
        ("hänvisa till kommunstyrelsens beslut", []),
        ("Skrivelsen läggs till handlingarna.", []),
        ("remittera frågan till nästa möte", []),
    ],
)
def test_requests_and_referrals(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kommunstyrelsen föreslår kommunfullmäktige besluta", ["kommunfullmäktige"]),
        ("föreslå stadsfullmäktige att anta planen", ["stadsfullmäktige"]),
        ("hemställa hos kommunfullmäktige om medel", ["kommunfullmäktige"]),
        ("Arbetsutskottet föreslår kommunstyrelsen att anta planen", ["kommunstyrelsen"]),
        ("Därför föreslår kommunstyrelsen att planen antas", []),
        ("Med stöd härav föreslår nämnden kommunfullmäktige besluta", []),
        ("Nämnden föreslår att kommunstyrelsen antar planen", []),
        ("föreslår en ny taxa", []),
        ("Nämnden föreslår att kommunfullmäktige beslutar", ["kommunfullmäktige"]),
        ("hemställa, att Stadsfullmäktige måtte avslå motionen.", ["Stadsfullmäktige"]),
        ("NÄMNDEN FÖRESLÅR KOMMUNFULLMÄKTIGE BESLUTA", ["KOMMUNFULLMÄKTIGE"]),
    ],
)
def test_proposals(text: str, expected: list[str]) -> None:
    assert read(text) == [(name, "body", "förslag") for name in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bevilja Granby IF ett bidrag om 5 000 kr", [("Granby IF", "association")]),
        ("bevilja föreningen Granby Teater bidrag", [("föreningen Granby Teater", "association")]),
        ("Granby Teater beviljas 20 000 kr för 2021", [("Granby Teater", None)]),
        ("tilldela Anna Ek ett stipendium", [("Anna Ek", "person")]),
        ("Beviljades änkan Augusta von Alm ett understöd", [("änkan Augusta von Alm", "person")]),
        ("anslå 500 kr till Hembygdsföreningen i Granby", [("Hembygdsföreningen i Granby", "association")]),
        ("anvisa 40 tkr åt Granby scoutkår för läger", [("Granby scoutkår", "association")]),
        ("överföra 500 tkr från kommunstyrelsen till socialnämnden", [("socialnämnden", "body")]),
        ("bevilja styrelsen ansvarsfrihet för 2020", [("styrelsen", "body")]),
        ("beslöts att bevilja kommunalnämnden full ansvarsfrihet", [("kommunalnämnden", "body")]),
        ("Snickaren C. F. Kjell beviljades 300 kronor", [("Snickaren C. F. Kjell", None)]),
        ("bevilja styrelsen för Granby Energi ansvarsfrihet", [("styrelsen", "body")]),
        ("bevilja Granby kommuns ansökan om ett bidrag", []),
        ("anslå 300 tkr till renovering av badplatsen", []),
        ("bevilja bygglov för tillbyggnad", []),
        ("Bygglov beviljas.", []),
        ("bevilja ett bidrag om 500 kr", []),
    ],
)
def test_grants(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text) == [(*one, "mottagare") for one in expected]


PIECES = st.sampled_from(
    (
        *(
            "uppdra",
            "åt",
            "till",
            "ge",
            "i uppdrag",
            "att",
            "och",
            ",",
            ".",
            "bevilja",
            "ett bidrag",
            "beviljas",
        ),
        *(
            "kommunchefen",
            "Granby IF",
            "herr Alm",
            "kommunen",
            "barn- och",
            "nämnden",
            "anmoda",
            "hos",
            "hemställa",
        ),
        *("föreslår", "besluta", "överlämna", "500 kr", "län", "i", ":-", "Kungl.", "Maj:t", "\n"),
    )
)


def _joined(pieces: Sequence[str]) -> str:
    return " ".join(pieces).replace(" ,", ",").replace(" .", ".")


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map(_joined)))
def test_any_text_names_whom_it_prints(text: str) -> None:
    end = 0
    for one in turned_to(text):
        assert end <= one.who.start < one.who.end <= len(text)
        assert " ".join(text[one.who.start : one.who.end].split()) == one.who.name
        end = one.who.end


def test_time_grows_with_length_alone() -> None:
    for piece in ("uppdra åt ", "till ", "ge ", "kommunchefen, ", "och ", "hos ", "kr till "):
        turned_to(piece * 20_000)
