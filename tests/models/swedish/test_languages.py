"""A text's language is told by its commonest words."""

from __future__ import annotations

import pytest

from models.swedish.languages import common_words, language_of
from tests.ingest.layer.sheets import ENGLISH, FIGURES, FINNISH, GERMAN, LOST, NAMES, NORWEGIAN, SWEDISH


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SWEDISH, "swedish"),
        (LOST, "swedish"),
        (SWEDISH.upper(), "swedish"),
        (ENGLISH, "english"),
        (FINNISH, "finnish"),
        (NORWEGIAN, "norwegian"),
        (GERMAN, "german"),
        (
            "Kommunalbestyrelsen besluttede at sende sagen af sted, og den er ikke blevet behandlet",
            "danish",
        ),
        ("Le conseil a pris la décision dans une séance du soir avec les voix des membres", "french"),
        (NAMES, None),
        (FIGURES, None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert language_of(text.split()) == language


def test_words_are_in_lower_case_and_listed_once() -> None:
    for words in common_words().values():
        assert all(word == word.lower() for word in words)
