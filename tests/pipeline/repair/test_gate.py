"""Which stretches are looked at, and how they are joined."""

from __future__ import annotations

import pytest

from pipeline.repair.gate import Stretch, joined, suspicious, windows
from tests.pipeline.repair.test_repair import ENGLISH, LOST, SOUND

NORWEGIAN = str.maketrans("ä", "å")
GERMAN = str.maketrans("å", "ä")


def looked_at(text: str) -> int:
    return len(list(suspicious(text, tuple(windows(text)))))


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
