"""The measures, on texts whose errors can be counted by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.reading.measure import Counts, compare, missed, normal, total
from benchmarks.reading.misses import snippets


@pytest.mark.parametrize(
    ("true", "read", "characters", "words"),
    [
        ("§ 12 Dnr KS 2019/4", "§ 12 Dnr KS 2019/4", 0, 0),
        ("§ 12 Dnr KS 2019/4", "8 12 Dnr KS 2019/4", 1, 1),
        ("Två ord", "Två\n\n  ord\f", 0, 0),
        ("Två ord", "Tvåord", 1, 2),
        ("höst", "ho\u0308st", 0, 0),
        ("Höst", "höst", 1, 1),
        ("a – b", "a - b", 1, 1),
        ("kommun-\nstyrelsen", "kommunstyrelsen", 2, 2),
        ("Granby", "", 6, 1),
        ("", "skräp", 5, 1),
    ],
)
def test_errors(true: str, read: str, characters: int, words: int) -> None:
    counts = compare(true, read)
    assert (counts.character_errors, counts.word_errors) == (characters, words)
    assert counts.characters == len(normal(true))


@pytest.mark.parametrize(
    ("true", "read", "swedish", "signs", "digits"),
    [
        ("Åsa är öm", "Asa är om", (3, 2), (0, 0), (0, 0)),
        ("Åsa är öm", "Åsa är öm", (3, 0), (0, 0), (0, 0)),
        ("§§ 4–5", "8$ 4–5", (0, 0), (2, 2), (2, 0)),
        ("§ 41", "4l", (0, 0), (1, 1), (2, 1)),
        ("1 245", "1245", (0, 0), (0, 0), (4, 0)),
        ("lås", "l§s5", (1, 1), (0, 0), (0, 0)),
    ],
)
def test_errors_of_a_class(
    true: str, read: str, swedish: tuple[int, int], signs: tuple[int, int], digits: tuple[int, int]
) -> None:
    counts = compare(true, read)
    assert (counts.swedish, counts.swedish_errors) == swedish
    assert (counts.signs, counts.sign_errors) == signs
    assert (counts.digits, counts.digit_errors) == digits


def test_order_counts_as_errors_but_loses_no_word() -> None:
    counts = compare("ett två tre fyra", "tre fyra ett två")
    assert counts.word_errors > 0
    assert counts.words_lost == 0
    assert compare("ett två", "ett tvä").lost == 0.5


@pytest.mark.parametrize(
    ("read", "errors"),
    [
        ("Beslut INKOM 2019 Nämnden", 0),
        ("Beslut Nämnden", 0),
        ("INKOM Beslut Nämnden", 0),
        ("Beslut INKOM INKOM Nämnden", 1),
        ("Beslut skräp Nämnden", 1),
        ("Beslut inkom", 1),
    ],
)
def test_a_stamps_words_may_be_read_once_or_left_out(read: str, errors: int) -> None:
    assert compare("Beslut Nämnden", read, ("INKOM", "2019")).word_errors == errors


def test_long_pages_weigh_more() -> None:
    both = total([compare("a" * 90, "a" * 90), compare("bbbbbbbbbb", "")])
    assert both.pages == 2
    assert both.cer == 0.1


def test_nothing_is_no_error() -> None:
    assert Counts().cer == 0.0


@given(st.text(alphabet="aå§1 ", max_size=40))
def test_a_text_read_right_has_no_error(text: str) -> None:
    counts = compare(text, text)
    assert counts.character_errors + counts.word_errors + counts.words_lost == 0
    assert missed(text, text) == []


def test_snippets_show_true_and_read_with_the_words_around() -> None:
    assert list(snippets("en två tre fyra fem", "en två trc fyra fem")) == ["en två [tre -> trc] fyra fem"]
