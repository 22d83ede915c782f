"""Dots behind no word are dirt; punctuation, leaders and dashes stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.ocr.merge import says_something
from ingest.ocr.specks import without_specks
from models.geometry import Box
from models.page import Word
from tests.ingest.ocr.fakes import line

LINE = line("Granby", "kommun", top=100, left=100)
"""From 100 to 230, twenty high."""


def mark(text: str, left: float, top: float = 114, *, side: float = 4, sure: float = 0.95) -> Word:
    return Word(text, box=Box(left, top, left + side * len(text), top + side), confidence=sure)


@pytest.mark.parametrize(
    ("one", "stays"),
    [
        pytest.param(mark(".", 231), True, id="right behind a word"),
        pytest.param(mark(",", 236), True, id="close behind a word"),
        pytest.param(mark(":.", 232), True, id="two of them"),
        pytest.param(mark(".", 228), True, id="under a word's last letter"),
        pytest.param(mark("”", 232, 98), True, id="quotation mark"),
        pytest.param(mark('"', 232, 98), True, id="straight quotation mark"),
        pytest.param(mark("`", 232, 98), False, id="a lone grave accent, which no Swede writes"),
        pytest.param(mark(".", 238), False, id="a little too far"),
        pytest.param(mark(".", 300), False, id="far behind, on the line"),
        pytest.param(mark(".", 90), False, id="before the line"),
        pytest.param(mark("~", 231, 300), False, id="below the line"),
        pytest.param(mark("..", 260), False, id="two by themselves"),
        pytest.param(mark("'", 20, 20), False, id="in a corner"),
        pytest.param(mark(".", 300, side=18), False, id="a large one"),
        pytest.param(mark("...", 240), True, id="leaders"),
        pytest.param(mark("........", 280), True, id="leaders further on"),
        pytest.param(mark("...", 280, 300), False, id="leaders of nothing"),
        pytest.param(mark("-", 300), True, id="dash of an empty cell"),
        pytest.param(mark("-", 500, 300), True, id="dash far from all"),
        pytest.param(mark("-", 500, 300, sure=0.3), False, id="unsure dash far from all"),
        pytest.param(mark("7", 500, 300, sure=0.1), True, id="a figure"),
        pytest.param(mark("§", 500, 300, sure=0.1), True, id="a section sign"),
        pytest.param(Word(".", confidence=0.1), True, id="no place"),
    ],
)
def test_mark_is_dirt_or_stays(one: Word, stays: bool) -> None:
    assert without_specks([*LINE, one]) == ((*LINE, one) if stays else LINE)


@pytest.mark.parametrize(
    ("letters", "left", "sure", "stay"),
    [
        pytest.param("ii!É", 40, 0.6, False, id="an edge on the left"),
        pytest.param("lI|", 300, 0.6, False, id="an edge on the right"),
        pytest.param("ii!", 40, 0.95, True, id="sure ones"),
        pytest.param("ii", 40, 0.6, True, id="few"),
        pytest.param("iii", 150, 0.6, True, id="among the text"),
        pytest.param("abc", 40, 0.6, True, id="a list"),
    ],
)
def test_thin_letters_beside_the_text_are_an_edge(letters: str, left: float, sure: float, stay: bool) -> None:
    beside = tuple(
        Word(letter, box=Box(left, 100 + 40 * n, left + 6, 130 + 40 * n), confidence=sure)
        for n, letter in enumerate(letters)
    )
    assert without_specks([*LINE, *beside]) == ((*LINE, *beside) if stay else LINE)


def test_page_of_marks_alone_stays_as_it_is() -> None:
    marks = (mark(".", 100), mark(",", 300, sure=0.1))
    assert without_specks(marks) == marks


@given(
    st.lists(
        st.builds(
            mark,
            st.text("aö7§.,-:", min_size=1, max_size=3),
            st.integers(0, 400),
            st.integers(0, 400),
            sure=st.floats(0, 1),
        ),
        max_size=15,
    )
)
def test_words_stay_in_their_order(words: list[Word]) -> None:
    kept = without_specks(words)
    assert [word for word in words if word in kept] == list(kept)
    assert all(word in kept for word in words if says_something(word.text))
