"""A text layer is trusted for its words, not for being there."""

from __future__ import annotations

import pytest

from ingest.choose import Reason, choose, known_share
from models.swedish.lexicon import Lexicon, read_lexicon

SWEDISH = (
    "Kommunstyrelsen beslutade att godkänna förslaget till ny översiktsplan för kommunen och att överlämna "
    "ärendet till kommunfullmäktige för beslut. Ordföranden redogjorde för ärendet och frågade om nämnden "
    "kunde besluta enligt förslaget från förvaltningen samt fann att så var fallet."
)
ENGLISH = (
    "The municipality has agreed to the terms of this contract and will be represented by its director, who "
    "is entitled to sign for the board. It is valid from the date of signature."
)
FINNISH = (
    "Kunnanhallitus päätti hyväksyä esityksen uudesta yleiskaavasta ja siirtää asian valtuuston "
    "käsiteltäväksi. Puheenjohtaja esitteli asian ja kysyi voiko lautakunta päättää esityksen mukaisesti."
)
LOST = SWEDISH.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))
SCANNED = SWEDISH.replace("rn", "m").replace("un", "nn").replace("tt", "lt")
SHIFTED = "".join(chr(ord(letter) - 29) if letter > " " else letter for letter in SWEDISH)


@pytest.fixture(scope="module")
def words() -> Lexicon:
    listed = {word.strip(".,").lower() for word in SWEDISH.split()}
    return read_lexicon(f"{word}\t9\t0" for word in listed)


@pytest.mark.parametrize(
    ("text", "image_share", "reason"),
    [
        (SWEDISH, 0.0, Reason.SWEDISH),
        (SWEDISH, 1.0, Reason.SWEDISH),
        (ENGLISH, 0.0, Reason.ENGLISH),
        (FINNISH, 0.0, Reason.PLAIN),
        ("", 0.0, Reason.EMPTY),
        ("Sida 3 av 12", 0.0, Reason.SHORT),
        ("INKOM 2014-03-18 Granby kommun", 1.0, Reason.STAMP),
        (LOST, 0.0, Reason.LOST_LETTERS),
        (SCANNED, 1.0, Reason.UNKNOWN),
        (SHIFTED, 0.0, Reason.UNKNOWN),
        (SWEDISH.replace(" ", ""), 0.0, Reason.SPACING),
        (" ".join(SWEDISH), 0.0, Reason.SPACING),
        ("\ufffd".join(SWEDISH.split("t")), 0.0, Reason.STRANGE),
    ],
)
def test_verdict(text: str, image_share: float, reason: Reason, words: Lexicon) -> None:
    choice = choose(text.split(), image_share, words)
    assert choice.reason is reason
    assert choice.taken is (reason in {Reason.SWEDISH, Reason.ENGLISH, Reason.PLAIN, Reason.SHORT})


def test_names_and_figures_do_not_count_as_unknown(words: Lexicon) -> None:
    assert known_share(["Märta", "Öhrn", "2014/163", "besluta", "enligt"], words) == 1.0
