"""What clauses decide."""

from __future__ import annotations

import pytest

from pipeline.extract.decisions.outcomes import outcome_of


@pytest.mark.parametrize(
    ("clause", "outcome"),
    [
        ("Kommunstyrelsen beslutar att avslå motionen.", "avslag"),
        ("Motionen avslås med hänvisning till att uppdraget redan är utfört.", "avslag"),
        ("att bifalla ansökan", "bifall"),
        ("Framställningen bifölls.", "bifall"),
        ("Motionen bifalls delvis", "delvis bifall"),
        ("Motionen anses därmed besvarad.", "anse besvarad"),
        ("att medborgarförslaget ska anses vara besvarat", "anse besvarad"),
        ("Ärendet återremitteras för ytterligare beredning.", "återremiss"),
        ("Kommunfullmäktige beslutar om minoritetsåterremiss", "minoritetsåterremiss"),
        ("Ärendet bordlades till nästa sammanträde", "bordläggning"),
        ("Ärendet avskrivs.", "avskrivning"),
        ("Överklagandet avvisas", "avvisning"),
        ("antar reviderad delegationsordning", "anta"),
        ("Reglementet, antaget 2011, upphör därmed att gälla.", "upphäva"),
        ("Dagordningen godkännes.", "godkänna"),
        ("att fastställa taxan", "fastställa"),
        ("beviljar dispens från strandskyddet", "bevilja"),
        ("att anslå 50 000 kronor ur medel till förfogande", "anslå"),
        ("Nämnden ger förvaltningen i uppdrag att utreda frågan", "uppdra"),
        ("Uppdrogs åt kommunalkamreraren att infordra anbud", "uppdra"),
        ("delegerar beslutanderätten till ordföranden", "delegera"),
        ("att inrätta en tillfällig beredning", "tillsätta"),
        ("Till justeringsman utsågs Tore Ahl", "utse"),
        ("Godkänner avsägelsen från Maj Lindqvist (S)", "entlediga"),
        ("Förslaget remitteras till socialnämnden", "remittera"),
        ("att avge yttrande enligt kontorets förslag", "yttra sig"),
        ("Nämnden tillstyrker ansökan", "tillstyrka"),
        ("Nämnden avstyrker ansökan", "avstyrka"),
        ("Kommunstyrelsen föreslår kommunfullmäktige besluta att anta taxan", "föreslå fullmäktige"),
        ("Rapporten läggs till handlingarna", "notera"),
        ("Nämnden tar del av informationen", "notera"),
        ("Projektet ska genomföras med start i maj", "genomföra"),
        ("Sammanträdet öppnades", "okänd"),
        ("beslutar enligt kontorets förslag att anslå 20 000 kronor", "anslå"),
        ("Kommunstyrelsen beslutar enligt arbetsutskottets förslag", "bifall"),
        ("Nämnden lämnar negativt förhandsbesked", "avslag"),
        ("Nämnden meddelar positivt planbesked", "bevilja"),
        ("Kommunstyrelsen medger att arrendet överlåts", "bevilja"),
        ("Nämnden ger bygglov för garage", "bevilja"),
        ("att inte bevilja bidrag", "avslag"),
        ("Framställningen lämnades utan åtgärd", "avslag"),
        ("bemyndigar ordföranden att teckna avtalet", "delegera"),
        ("Till sekreterare förordnades kamreraren", "utse"),
        ("Nämnden ställer sig bakom remissvaret", "godkänna"),
        ("att höja avgiften till 120 kronor", "ändra"),
        ("att försälja fastigheten Granby 2:14", "genomföra"),
        ("Ärendet avslutas", "avskrivning"),
    ],
)
def test_outcomes(clause: str, outcome: str) -> None:
    assert outcome_of(clause).value == outcome
