"""What a document is and what it is called."""

from __future__ import annotations

import pytest

from pipeline.extract.kind import kind_of, title_of
from pipeline.structure.outline import outline
from tests.support import text_of

COVER = "Plats och tid    Granbysalen kl. 13\nBeslutande    Maj Lindqvist (S)\n"


@pytest.mark.parametrize(
    ("page", "kind", "title"),
    [
        (f"GRANBY KOMMUN     SAMMANTRÄDESPROTOKOLL\n{COVER}", "protokoll", "SAMMANTRÄDESPROTOKOLL"),
        (f"Kommunalnämnden i Granby\n{COVER}", "protokoll", None),
        (
            "Protokoll, fört vid sammanträde med nämnden den 6 juli 1923.\n\n§ 2.\nMotionen hänvisades till\n"
            "utredning.\n",
            "protokoll",
            None,
        ),
        (f"PROTOKOLLSUTDRAG\nKommunstyrelsen\n{COVER}", "protokollsutdrag", "PROTOKOLLSUTDRAG"),
        (f"KALLELSE\n{COVER}", "kallelse", "Kallelse"),
        ("§ 1 Val\n\nBeslut\nTore Ahl väljs.\n\n§ 2 Lån\n\nBeslut\nLånet beviljas.", "protokoll", None),
        (
            "Granby kommun\n2014-09-23\nTjänsteskrivelse\nDnr KS 14/7\n\nYttrande över förslag\n\nText",
            "tjänsteskrivelse",
            "Yttrande över förslag",
        ),
        ("Tjanstesknvelse\n\nNy taxa för vatten\n", "tjänsteskrivelse", "Ny taxa för vatten"),
        ("Anmälan\n\nÅrets trädgård i Granby\n\nText följer här.", "ansökan", "Årets trädgård i Granby"),
        (
            "GRANBY KOMMUN\n\nChefens rapport till styrelsen\n\nText.",
            "rapport",
            "Chefens rapport till styrelsen",
        ),
        ("Kommunchefens rapport\n\nOm läget i Granby den våren.", "rapport", "Kommunchefens rapport"),
        ("1. Inledning\nEn projektplan. Projektplanen är en projektplan.", "projektplan", None),
        ("Riktlinjer\n\nResor i tjänsten\n\nText.", "styrdokument", "Resor i tjänsten"),
        ("Granby kommun\nChefens månadsrapport\n\nText.", "rapport", "Chefens månadsrapport"),
        ("Till kommunstyrelsen i Granby\n\nVi ber om en bänk vid sjön.", "skrivelse", None),
        ("En text om ingenting särskilt.", "övrigt", None),
    ],
)
def test_kind_and_title(page: str, kind: str, title: str | None) -> None:
    part = outline(text_of(page))[0]
    found = kind_of(part)
    assert found.value == kind
    assert (title_of(part, found) or "").casefold() == (title or "").casefold()
