"""The heading of an item, apart from the dnr beside it and from text that runs on."""

from __future__ import annotations

import pytest

from pipeline.structure.outline import outline
from tests.support import text_of

COVER = """GRANBY KOMMUN          SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen        2016-11-08

"""


def _titles(text: str) -> list[str]:
    (part,) = outline(text_of(COVER + text))
    return [item.title for item in part.items]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("§ 7\nSvar på motion om hundrastgård      KS 2016/0311\n\nBeslut\nMotionen avslås.",
         "Svar på motion om hundrastgård"),
        ("§ 7      KS-346/2008\n\nRiktlinjer för konstinköp\n\nBeslut\nAntas.", "Riktlinjer för konstinköp"),
        ("§ 7\nDnr 191/2013 Kod 623\nSvar på remiss\n\nBeslut\nAntas.", "Svar på remiss"),
        ("§ 7\nKöp av Granby 2:14 Dnr KS-2021-00044\n\nBeslut\nAntas.", "Köp av Granby 2:14"),
        ("§ 7\nRiktlinjer för föreningsstöd (Ks 09/598)\n\nBeslut\nAntas.", "Riktlinjer för föreningsstöd"),
        ("§ 7\nSvar på motion (KS/2017:499)\n\nBeslut\nMotionen avslås.", "Svar på motion"),
        ("§ 7\nRemiss av SOU 2016:48\n\nBeslut\nAntas.", "Remiss av SOU 2016:48"),
        ("§ 7\nFörhandsbesked Granby 12:34\n\nBeslut\nAvslås.", "Förhandsbesked Granby 12:34"),
        ("§ 7\nVal av justerare\nNämnden utser Bo Ek.", "Val av justerare"),
        ("§ 7\nJäv\n\nBeslut\nAntecknas.", "Jäv"),
        ("§ 7\nMeddelanden\nKommunstyrelsen noterar informationen om avtalet.", "Meddelanden"),
        ("§ 7.\n\nAtt jämte ordföranden justera protokollet utsågos herrar\nAlm och Berg.", ""),
        ("§ 7. Avloppsförhållanden\n      Beslöts att överlämna skrivelsen till nämnden för yttrande.",
         "Avloppsförhållanden"),
        ("§ 7.\n\nSkrivelsen lades till handlingarna.", ""),
        ("Plan för lekplatser\n§ 7      KS 2021/14\n\nNämndens beslut\nPlanen antas.", "Plan för lekplatser"),
        ("Val av justerare\n§ 7\n\nNämndens beslut\nBo Ek utses.", "Val av justerare"),
        ("§ 7.         Från Granby idrottsklubb hade inkommit ansökan om bidrag\n"
         "Ang. bidrag  med 2.000 kronor till omklädningsrum.\n"
         "till id-\nrottsplats\n\n             Ansökan bifölls.", "Ang. bidrag till idrottsplats"),
        ("§ 7             Avsägelse från Bo Ek\n\nDnr 61/76       Bo Ek har i skrivelse avsagt sig\n"
         "                uppdraget i nämnden.", "Avsägelse från Bo Ek"),
        ("§ 7\n(KS § 58, KSau § 71)\n\nSvar på motion\n\nBeslut\nAvslås.", "Svar på motion"),
        ("§ 7\nMedarbetarpolicy\nÄrendenr KS/2023:402\n\nBeslut\nAntas.", "Medarbetarpolicy"),
        ("§ 7\n\nDelgivningar\n\nCirkulär 18:32 från regionen\n\nBeslut\nNoteras.", "Delgivningar"),
        ("§ 7\nSammanträdestider för år 2010\nKommunfullmäktige beslutar\natt fastställa tiderna.",
         "Sammanträdestider för år 2010"),
        ("§ 7.\nHärom uppstod en liflig öfverläggning. Ärendet bordlades.", ""),
        ("Dnr Tn 97/0679 042\n\n§7 Plan för lekplatser\n\nBeslut\nPlanen antas.", "Plan för lekplatser"),
        ("§ 7 Bygglov för uppsättande av en skylt på Granby 2:14\n"
         "Fastigheten ligger utanför planlagt område. Grannarna har hörts\nsom sig bör.",
         "Bygglov för uppsättande av en skylt på Granby 2:14"),
        ("§ 7. På förslag av nämnden anslogs 300 kronor till\nen brygga.", ""),
        ("§ 7/2019    Budget 2020 och plan 2021-2022\nDnr 2019-000087\n\nSamråd har hållits.",
         "Budget 2020 och plan 2021-2022"),
        ("§ 7/2019   Löneavtal för deltidsanställda\n           Dnr 2019-000150\n\nÄrendet utgår.",
         "Löneavtal för deltidsanställda"),
        ("§ 7.         Från Granby idrottsklubb hade inkommit en ansökan om\n"
         "Ang. bidrag  bidrag med 2.000 kronor.\n"
         "till klubben medel finns.", "Ang. bidrag till klubben"),
        ("§ 7            Dnr KS 2021-00031\n\nÄrende         Taxa för vatten\n               och avlopp\n\n"
         "Beslut         Taxan antas.", "Taxa för vatten och avlopp"),
        ("§ 7 ADOPTIONSÄRENDE            SEKRETESS\n\nBeslutet redovisas särskilt.", "ADOPTIONSÄRENDE"),
        ("§ 7.  Nästa sammanträde bestämdes till måndagen den 11 oktober.", ""),
        ("§ 7  Bygglov för carport\nDnr. BN/2018:44\n\nBeslut\nBygglov beviljas.", "Bygglov för carport"),
        ("§ 7\nVal av ombud till årsstämman i kommunens bostadsbolag\n"
         "Valberedningen har lämnat förslag. Uppdraget gäller för tiden till och med\nårets slut.",
         "Val av ombud till årsstämman i kommunens bostadsbolag"),
        ("§ 7/24\nUppföljning av intern kontroll\nVn § 22/24, 2024-03-01 Ks § 163/24\n\nBeslut\nGodkänns.",
         "Uppföljning av intern kontroll"),
        ("§ 7/24\nUppföljning av intern kontroll\nVn 22/24 Ks 163/24, 2024-03-01\n\nBeslut\nGodkänns.",
         "Uppföljning av intern kontroll"),
        ("§ 7\nTaxa för vatten och avlopp i samtliga tätorter från\nden 1 januari\n\nBeslut\nAntas.",
         "Taxa för vatten och avlopp i samtliga tätorter från den 1 januari"),
    ],
)  # fmt: skip
def test_headings(text: str, title: str) -> None:
    assert _titles(text) == [title]


def test_a_dnr_in_the_margin_of_the_text() -> None:
    (part,) = outline(
        text_of(
            COVER + "§ 86              Ansökan av AB Granby Bageri om byggnadslov för en\n"
            "Stg 77            tillbyggnad å tomten.\n"
            "Dnr 126/65        Ansökan avslogs.\n"
        )
    )
    assert [line.text for line in part.items[0].beside] == ["Dnr 126/65"]
