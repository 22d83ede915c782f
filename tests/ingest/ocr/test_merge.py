"""Two readings of one page, merged: recorded ones, single words, and what must always hold."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.layout import lay_out
from ingest.ocr import tsv
from ingest.ocr.align import align
from ingest.ocr.merge import merge
from ingest.ocr.signs import with_signs
from ingest.ocr.specks import without_specks
from models.geometry import Box
from models.page import Word
from models.swedish.lexicon import Lexicon, read_lexicon

RECORDED = Path(__file__).parents[2] / "recorded"
WORDS = ("bygdegårdsförening", "till", "reglerna", "förslaget", "återremiss", "åtgärden", "skall", "ärendet")


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return read_lexicon(f"{word}\t9\t0" for word in WORDS)


def recorded(name: str, model: str) -> tuple[Word, ...]:
    return tuple(tsv.words((RECORDED / f"{name}.{model}.tsv").read_text("utf-8")))


def line(*texts: str, confidence: float = 0.9) -> tuple[Word, ...]:
    """Words of a line ten units high, each letter five wide."""
    placed: list[Word] = []
    x = 0.0
    for text in texts:
        placed.append(Word(text, box=Box(x, 0, x + 5 * len(text), 10), confidence=confidence))
        x += 5 * len(text) + 4
    return tuple(placed)


@pytest.mark.parametrize(
    ("swedish", "latin", "merged"),
    [
        ("8", "§", "§"),
        ("$$", "§§", "§§"),
        ("&", "&§", "§"),
        ("9246", "%", "%"),
        ("vo", "%o", "%"),
        ("Fa", "%a", "%"),
        ("§a", "§a", "§a"),
        ("Möller", "Müller", "Müller"),
        ("infoQgranby.example", "info@granby.example", "info@granby.example"),
        ("infobgranby.example", "info@granby.ėxample", "info@granby.example"),
        ("2013-2014", "2013–2014", "2013–2014"),
        ("reglerna", "reglėrna", "reglerna"),
        ("skall", "skal!", "skall"),
        ("till", "til!", "till"),
        ("bygdegårdsförening", "bygdegârdsförening", "bygdegårdsförening"),
        ("återremiss", "aterremiss", "återremiss"),
        ("fill", "till", "till"),
        ("<Ärendet", "Ärendet", "Ärendet"),
        ("KS", "K5", "KS"),
        ("Sammanfattning", "Sammanñfattning", "Sammanfattning"),
        ("2014/163", "2014/163", "2014/163"),
        ("stopp", "stopp!", "stopp"),
    ],
)
def test_one_word(swedish: str, latin: str, merged: str, words: Lexicon) -> None:
    box = Box(0, 0, 50, 10)
    first, second = Word(swedish, box=box, confidence=0.8), Word(latin, box=box, confidence=0.8)
    assert [word.text for word in merge([first], [second], words)] == [merged]


@pytest.mark.parametrize(
    ("plain", "signed", "merged"),
    [
        (["KF", "89"], ["KF§9"], ["KF", "§9"]),
        (["871"], ["§", "71"], ["§", "71"]),
        (["8", "71"], ["§71"], ["§", "71"]),
        (["info»", "granby.example"], ["info@granby.example"], ["info@granby.example"]),
        (["helt", "annat"], ["§", "17"], None),
    ],
)
def test_signs_over_several_words(plain: list[str], signed: list[str], merged: list[str] | None) -> None:
    assert with_signs(plain, signed) == merged


def test_words_that_were_torn_apart_are_taken_whole(words: Lexicon) -> None:
    merged = merge(line("för", "slaget"), line("förslaget"), words)
    assert [word.text for word in merged] == ["förslaget"]


def test_date_that_was_torn_apart_is_taken_whole(words: Lexicon) -> None:
    merged = merge(line("2014-", "03-18,"), line("2014-03-18,"), words)
    assert [word.text for word in merged] == ["2014-03-18,"]


def test_marks_that_one_reading_alone_has_are_dirt(words: Lexicon) -> None:
    assert merge(line("-", confidence=0.1), (), words) == ()
    assert merge((), line("–", confidence=0.9), words) == ()
    assert len(merge((), line("Granby", confidence=0.9), words)) == 1


def test_recorded_page_reads_without_fault(words: Lexicon) -> None:
    merged = merge(recorded("minutes", "swe"), recorded("minutes", "Latin"), words)
    text = "".join(word.gap + word.text for word in lay_out(merged))
    for expected in (
        "§ 71     Dnr KS 2014/163 - 042\nAnsökan om bidrag till Ekvalla bygdegård\n\nKommunstyrelsens",
        "om 12 % av kostnaden, högst 48 500 kronor.",
        "Jörgen Müller (S) yrkar bifall till förslaget.\nÅke Bäckström (M)",
        "AU § 58, 2014-03-04\nTjänsteskrivelse 2014-02-20, info@granby.example",
        "§§ 72-74 utgår.",
    ):
        assert expected in text


def test_dirt_of_a_recorded_page_is_left_out() -> None:
    page = recorded("specks", "swe")
    left = [word.text for word in page if word not in without_specks(page)]
    assert left
    assert not any(character.isalnum() for text in left for character in text)


def test_dash_of_an_empty_cell_is_kept() -> None:
    dash = Word("-", box=Box(400, 4, 404, 5), confidence=0.8)
    dot = Word(".", box=Box(300, 4, 302, 5), confidence=0.8)
    kept = without_specks([*line("Bidrag", "2014"), dash, dot])
    assert [word.text for word in kept] == ["Bidrag", "2014", "-"]


BOXES = st.tuples(st.integers(0, 300), st.integers(0, 60), st.integers(1, 60), st.integers(1, 14)).map(
    lambda b: Box(b[0], b[1], b[0] + b[2], b[1] + b[3])
)
READINGS = st.lists(
    st.tuples(st.text("abåäö§8%!-", min_size=1, max_size=8), BOXES, st.floats(0, 1)).map(
        lambda w: Word(w[0], box=w[1], confidence=w[2])
    ),
    max_size=25,
)


@given(READINGS, READINGS)
def test_every_word_of_both_readings_is_in_one_group(first: list[Word], second: list[Word]) -> None:
    groups = align(first, second)
    assert Counter(w for g in groups for w in g.first) == Counter(first)
    assert Counter(w for g in groups for w in g.second) == Counter(second)


@given(READINGS, READINGS)
def test_merging_never_fails_and_gives_words_with_places(first: list[Word], second: list[Word]) -> None:
    for word in merge(first, second, read_lexicon(["ab\t1\t0"])):
        assert word.text
        assert word.box


@given(READINGS)
def test_reading_merged_with_itself_keeps_its_words(reading: list[Word]) -> None:
    apart = [word for n, word in enumerate(reading) if word.box == Box(n, 0, n + 1, 1)]
    texts = Counter(word.text for word in merge(apart, apart, read_lexicon([])))
    assert texts == Counter(word.text for word in apart)
