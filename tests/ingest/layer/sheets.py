"""What the tests of text layers share: invented text in several languages, and pages made of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks.layers.draw import Grey, Line, Sheet, drawn, filled, pdf_of
from ingest import pdf
from ingest.layer.read import Layer, read_layer

SWEDISH = (
    "Kommunstyrelsen beslutade att godkänna förslaget till ny översiktsplan för kommunen och att överlämna "
    "ärendet till kommunfullmäktige för beslut. Ordföranden redogjorde för ärendet och frågade om nämnden "
    "kunde besluta enligt förslaget från förvaltningen samt fann att så var fallet. Ärendet återremitterades "
    "därefter till förvaltningen, som ska lämna en förnyad beräkning av kostnaderna senast den 14 mars."
)
ENGLISH = (
    "The municipality has agreed to the terms of this contract and will be represented by its director, who "
    "is entitled to sign for the board. It is valid from the date of signature and for as long as both of "
    "the parties have not given notice of its end to each other by letter."
)
FINNISH = (
    "Kunnanhallitus päätti hyväksyä esityksen uudesta yleiskaavasta ja siirtää asian valtuuston "
    "käsiteltäväksi. Puheenjohtaja esitteli asian ja kysyi voiko lautakunta päättää esityksen mukaisesti. "
    "Asia palautettiin valmisteltavaksi, kun se oli käsitelty, eikä siitä ole vielä päätetty."
)
NORWEGIAN = (
    "Kommunestyret vedtok å godkjenne forslaget til ny kommuneplan og å sende saken til fylkeskommunen for "
    "endelig avgjørelse. Lederen gjorde rede for saken og spurte om utvalget kunne fatte vedtak etter "
    "innstillingen, og det ble ikke reist noen innvendinger fra de som var til stede på møtet."
)
GERMAN = (
    "Der Gemeinderat hat den Entwurf des neuen Bebauungsplans mit den Änderungen beschlossen und die "
    "Verwaltung beauftragt, die Beteiligung der Bürger für das nächste Jahr vorzubereiten. Die Kosten sind "
    "nach dem Bericht des Kämmerers nicht höher als im Haushalt vorgesehen, und es wird keine Abgabe erhoben."
)
FIGURES = " ".join(f"{number}{number + 3} 2 {number} 150 kr" for number in range(10, 60))
NAMES = (
    "Anna Ek (S) Bo Alm (M) Cecilia Öst (C) David Rask (V) Erik Norr (S) Frida Dal (L) Gun Berg (S) "
    "Hans Åberg (KD) Ida Lund (MP) Jan Sten (M) Karl Holm (S) Lena Frisk (C) Maj Qvist (S) Nils Falk (SD)"
)
LOST = SWEDISH.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))


def layer_of(path: Path, content: bytes) -> Layer:
    """The layer of the first page of a PDF that is written to `path`."""
    path.write_bytes(content)
    with pdf.opened(path) as document:
        return read_layer(document, path, 1)


def lines_of(text: str) -> list[Line]:
    """The text as it runs down a sheet."""
    return filled(text.split())


def flowing(text: str) -> str:
    """The text with each run of white space as one blank."""
    return " ".join(text.split())


def scanned(text: str, dpi: int = 120) -> Grey:
    """The text as a scanner sees it."""
    return np.minimum(drawn(pdf_of([Sheet(lines_of(text))]), dpi), 240).astype(np.uint8)
