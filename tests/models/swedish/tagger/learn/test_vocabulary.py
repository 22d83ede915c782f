from __future__ import annotations

import pytest

from models.swedish.tagger.learn.vocabulary import rare

OFTEN = {"bryggor": 1e-6, "skola": 1e-5, "gård": 1e-4, "gard": 1e-7, "måla": 2e-6, "mala": 1e-6, "bön": 1e-5}
KNOWN = {"bryggor", "skola", "gård", "gard", "måla", "mala", "bön", "x2yz"}


def listed(words: list[str]) -> list[str]:
    return list(rare(words, KNOWN.__contains__, lambda word: OFTEN.get(word, 0.0)))


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["skola", "bryggor"], ["skola", "bryggor"]),
        (["skola", "sxkola"], ["skola"]),
        (["gård", "gard"], ["gård"]),
        (["måla", "mala"], ["måla", "mala"]),
        (["bön", "bö"], ["bön"]),
        (["x2yz"], []),
        ([], []),
    ],
    ids=["known", "unknown", "without its mark", "both are words", "short", "no word", "none"],
)
def test_which_words_are_listed(words: list[str], kept: list[str]) -> None:
    assert listed(words) == kept
