"""Rare words are known as such, and the lexicon's are not among them."""

from __future__ import annotations

import pytest

from models.swedish.build_rare_words import rare
from models.swedish.lexicon import lexicon
from models.swedish.rare_words import is_rare, rare_words


@pytest.mark.parametrize("word", ["måtte", "Ridhuset", "latrin", "råg"])
def test_rare(word: str) -> None:
    assert is_rare(word)
    assert not lexicon().knows(word)


@pytest.mark.parametrize("word", ["och", "kommunstyrelsen", "matte", "ridhusst", "", "namndordforande"])
def test_others(word: str) -> None:
    assert not is_rare(word)


def test_words_that_the_lexicon_knows_are_left_out() -> None:
    assert list(rare(["och", "måtte", "latrin", "kommunstyrelsen"])) == ["latrin", "måtte"]
    assert not any(map(lexicon().lists, rare_words()))
