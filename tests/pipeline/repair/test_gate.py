"""Which stretches are looked at, and how they are joined."""

from __future__ import annotations

import pytest

from pipeline.repair.damaged import damage
from pipeline.repair.gate import Stretch, counted, joined, runs, suspicious, windows
from pipeline.repair.labelled import Labelled
from tests.pipeline.repair.test_repair import ENGLISH, LOST, SOUND, mended

NORWEGIAN = str.maketrans("ä", "å")
GERMAN = str.maketrans("å", "ä")
FEW = """Nämnden har vid sammanträdet behandlat frågan om nya lokaler för verksamheten i den östra delen av
kommunen. Förvaltningen redovisar kostnader och tider, och anser att lokalerna är lämpliga.
Ordföranden tackar för redovisningen och ställer förslaget under prövning, varefter nämnden
enhälligt beslutar enligt detta.
Förvaltningen har utrett hur vägarna i tätorten ska skötas när den nya skolan öppnas. Utredningen
visar att trafiken ökar främst under hösten, och att fler platser för bussar behöver ordnas. Berörda
ägare har fått tillfälle att lämna synpunkter på förslaget, och flera av dem har framfört önskemål
om belysning.
Biblioteket i centrum behöver en större läsesal för studerande och en bättre entré. Medel finns
avsatta i budgeten för innevarande period. Arkitekten visar ritningar och modeller av huset, och
förklarar hur ombyggnaden kan ske medan verksamheten fortsätter under hela hösten."""
"""So few words with å that a window alone doesn't tell that they are lost."""


def looked_at(text: str) -> int:
    cut = tuple(windows(text))
    return len(list(suspicious(text, cut, [counted(text, window) for window in cut])))


def rows_of(text: str) -> list[range]:
    cut = tuple(windows(text))
    return list(runs(text, cut, [counted(text, window) for window in cut]))


@pytest.mark.parametrize("table", [LOST, NORWEGIAN, GERMAN])
def test_text_without_one_of_the_letters_is_looked_at(table: dict[int, str]) -> None:
    text = "\n".join([SOUND.translate(table)] * 3)
    assert looked_at(text) == len(list(windows(text)))


@pytest.mark.parametrize("text", [SOUND * 5, ENGLISH * 3, ""])
def test_sound_text_and_other_languages_are_not(text: str) -> None:
    assert looked_at(text) == 0


@pytest.mark.parametrize(
    ("stretches", "whole"),
    [([], []), ([(0, 5), (5, 9)], [(0, 9)]), ([(0, 5), (6, 9), (9, 12)], [(0, 5), (6, 12)])],
)
def test_joining(stretches: list[Stretch], whole: list[Stretch]) -> None:
    assert list(joined(stretches)) == whole


def test_windows_in_a_row_tell_together() -> None:
    read = FEW.translate(GERMAN)
    assert rows_of(read) == [range(len(list(windows(read))))]
    assert mended(read) == FEW


@pytest.mark.parametrize("text", [FEW, SOUND * 3, ENGLISH * 5, ""])
def test_sound_text_has_no_row_without_a_letter(text: str) -> None:
    assert not rows_of(text)


def test_a_row_that_gains_nothing_is_sound() -> None:
    text = "Nämnden tackar för rapporten och lägger den till handlingarna efter en kort diskussion.\n" * 20
    assert rows_of(text)
    assert not damage(text).stretches


@pytest.mark.parametrize("word", ["HPV", "Bertil", "(2)", "08.30-10.15", "sign"])
def test_names_acronyms_and_figures_ask_for_no_new_reading(
    word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.repair.damaged.labelled", _unasked)
    text = f"{word} tackar. Rapporten lades till handlingarna efter en kort diskussion av {word}.\n" * 20
    assert not damage(text).stretches


def _unasked(text: str) -> Labelled:
    raise AssertionError(text)
