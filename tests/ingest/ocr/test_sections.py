"""Words as they were laid out get the section signs that only can stand there, each in its own place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.ocr.sections import with_sections
from models.geometry import Box
from models.page import Word
from tests.support import page_of


def laid(text: str) -> tuple[Word, ...]:
    """The words of a text as it was laid out, ten wide for each character, twenty high."""
    words: list[Word] = []
    row, at = 0, 0
    for word in page_of(text).words:
        row += word.gap.count("\n")
        at = (0 if "\n" in word.gap else at) + len(word.gap.rpartition("\n")[2])
        box = Box(10 * at, 30 * row, 10 * (at + len(word.text)), 30 * row + 20)
        words.append(Word(word.text, word.gap, box, 0.9))
        at += len(word.text)
    return tuple(words)


def text_of(words: tuple[Word, ...]) -> str:
    return "".join(word.gap + word.text for word in words)


TABLE = [
    pytest.param("S 14   Val\n\nS 15   Budget", "§ 14   Val\n\n§ 15   Budget", id="S before titles"),
    pytest.param("8 71   Dnr 14/163\nVal", "§ 71   Dnr 14/163\nVal", id="8 before Dnr"),
    pytest.param("$ 12", "§ 12", id="$ by itself"),
    pytest.param("$12 Val", "§12 Val", id="$ glued"),
    pytest.param("S$ 12 Val", "§ 12 Val", id="two for one"),
    pytest.param("$$ 71-82", "§§ 71-82", id="two for two"),
    pytest.param("Text   KF 8 12, 2014-03-04", "Text   KF § 12, 2014-03-04", id="behind a body"),
    pytest.param(
        "enligt 2 kap. 1\n8 plan- och bygglagen", "enligt 2 kap. 1\n§ plan- och bygglagen", id="law"
    ),
    pytest.param("§ 44   Val\n\n845   Budget", "§ 44   Val\n\n§ 45   Budget", id="glued to its number"),
    pytest.param("    § 9 Val\n\n    810.\n", "    § 9 Val\n\n    § 10.", id="glued, with a full stop"),
]


@pytest.mark.parametrize(("read", "printed"), TABLE)
def test_lost_signs_come_back(read: str, printed: str) -> None:
    assert text_of(with_sections(laid(read))) == printed


@pytest.mark.parametrize(("read", "printed"), TABLE)
def test_every_word_stays_in_its_place(read: str, printed: str) -> None:
    words = laid(read)
    told = with_sections(words)
    assert len(told) == len(printed.split())
    for word in told:
        assert word.box
        assert word.confidence == 0.9
        assert any(one.box and _holds(one.box, word.box) for one in words)
    for one, other in pairwise(told):
        assert one.box
        assert other.box
        assert "\n" in other.gap or one.box.x1 < other.box.x0


def _holds(outer: Box, inner: Box) -> bool:
    return outer.x0 <= inner.x0 < inner.x1 <= outer.x1 and (outer.y0, outer.y1) == (inner.y0, inner.y1)


def test_glued_sign_and_number_share_the_box_by_their_letters() -> None:
    sign, number = with_sections(laid("§ 44 Val\n\n845 Budget"))[3:5]
    assert (sign.text, sign.gap, number.text, number.gap) == ("§", "\n\n", "45", " ")
    assert sign.box == Box(0, 60, 7.5, 80)
    assert number.box == Box(15, 60, 30, 80)


def test_word_without_a_place_is_not_parted() -> None:
    words = page_of("§ 44 Val\n\n845 Budget").words
    assert [word.text for word in with_sections(words)] == ["§", "44", "Val", "§ 45", "Budget"]


def test_no_other_word_changes() -> None:
    words = laid("Granby kommun\n\n8 71   Dnr 14/163\nVal av ersättare")
    told = with_sections(words)
    assert [one == other for one, other in zip(words, told, strict=True)].count(False) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "§ 14   Val\n\n§ 15   Budget",
        "5 st stolar   8 000 kr",
        "S 42",
        "1 20 Granby\n2 21 Ekvalla\n8 22 Norrby",
    ],
)
def test_text_that_lost_none_comes_back_equal(text: str) -> None:
    assert with_sections(laid(text)) == laid(text)


GAPS = st.sampled_from([" ", "   ", "\n", "\n\n", "\n    "])


@given(st.lists(st.tuples(GAPS, st.text("abcdefåäöABCÅÄÖ", min_size=1, max_size=9)), max_size=30))
def test_words_of_letters_come_back_equal(pieces: list[tuple[str, str]]) -> None:
    words = laid("".join(gap + text for gap, text in pieces))
    assert with_sections(words) == words


@given(st.lists(st.tuples(GAPS, st.text("Ss85$§&14Val.", min_size=1, max_size=4)), max_size=30))
def test_gaps_and_places_are_kept_whatever_was_read(pieces: list[tuple[str, str]]) -> None:
    words = laid("".join(gap + text for gap, text in pieces))
    told = with_sections(words)
    assert [word.gap for word in told if word.gap != " "] == [word.gap for word in words if word.gap != " "]
    assert all(any(one.box and word.box and _holds(one.box, word.box) for one in words) for word in told)
    assert all(word.text for word in told)
