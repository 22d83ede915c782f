"""Which words follow which, and which strings look Swedish."""

from __future__ import annotations

import numpy as np
import pytest

from models.swedish.build_language_model import count, numbered
from models.swedish.language_model import EDGE, UNLISTED, LanguageModel, language_model, model_of, spread
from models.swedish.letters import letter_model, letter_model_of
from models.swedish.lexicon import Lexicon, Use


def price(model: LanguageModel, words: str) -> float:
    first, second, third = (spread([model.number_of(word)]) for word in words.split())
    return float(model.log_probability(first, second, third)[0])


@pytest.mark.parametrize(
    ("likelier", "than"),
    [
        ("beslutar för att", "beslutar får att"), ("i ett år", "i ett är"), ("att det är", "att det år"),
        ("vi får ett", "vi för ett"), ("har fått i", "har fatt i"),
    ],
)  # fmt: skip
def test_neighbours_tell(likelier: str, than: str) -> None:
    assert price(language_model(), likelier) > price(language_model(), than)


def test_probabilities_after_a_pair_add_up_to_one() -> None:
    words = Lexicon({"ett": Use(3, 0), "hus": Use(2, 0), "står": Use(2, 0)})
    numbers = {word: number for number, word in enumerate(words.uses, 4)}
    text = np.array(list(numbered(["ett hus står", "ett hus står, ett"] * 5, numbers)))
    model = model_of(count(text, 7), words)
    every = range(7)
    for first in every:
        for second in every:
            total = np.exp(model.log_probability(spread([first]), spread([second]), spread(every))).sum()
            assert total == pytest.approx(1.0, abs=1e-3)


def test_unlisted_words_have_one_number() -> None:
    assert language_model().number_of("qvx") == UNLISTED != EDGE


@pytest.mark.parametrize(
    ("likelier", "than"), [("nämnd", "nimnd"), ("förslag", "férslag"), ("område", "omrfde"), ("ett", "ctt")]
)
def test_letters_tell(likelier: str, than: str) -> None:
    assert letter_model().log_probability(likelier) > letter_model().log_probability(than)


def test_letters_of_words_add_up_to_one() -> None:
    model = letter_model_of(["ab", "ba"])
    assert model.shares.reshape(-1, 33).sum(axis=1) == pytest.approx(1.0)
