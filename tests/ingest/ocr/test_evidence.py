"""Whether a reading of a page is good, and by how many letters it is known."""

from __future__ import annotations

import pytest

from ingest.ocr.evidence import known_letters, lies, reads_well
from models.geometry import Box
from models.page import Word
from models.swedish.lexicon import Lexicon, read_lexicon
from tests.ingest.ocr.fakes import line

KNOWN = ("beslutar", "bifall", "till", "förslaget", "och", "en")


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return read_lexicon(f"{word}\t900\t0" for word in KNOWN)


def on_its_side(*texts: str) -> tuple[Word, ...]:
    return tuple(
        Word(text, box=Box(30 * n, 0, 30 * n + 20, 10 * len(text)), confidence=0.95)
        for n, text in enumerate(texts)
    )


GOOD = ("beslutar", "bifall", "till", "förslaget")


@pytest.mark.parametrize(
    ("read", "good"),
    [
        pytest.param(line(*GOOD), True, id="sure and Swedish"),
        pytest.param(line(*GOOD, sure=0.6), True, id="just sure enough"),
        pytest.param(line(*GOOD, sure=0.59), False, id="unsure"),
        pytest.param(line("bifall", "till", "qzx", "wvut"), True, id="half of them Swedish"),
        pytest.param(line("bifall", "qzx", "wvut"), False, id="most of them no words"),
        pytest.param(line("GRANBY", "1974-03-21"), False, id="nothing to tell Swedish by"),
        pytest.param(on_its_side(*GOOD), False, id="on its side"),
        pytest.param(tuple(Word(text) for text in GOOD), False, id="no confidence"),
        pytest.param((), False, id="nothing"),
    ],
)
def test_reading_is_good(read: tuple[Word, ...], good: bool, words: Lexicon) -> None:
    assert reads_well(read, words) is good


@pytest.mark.parametrize(
    ("read", "letters"),
    [
        pytest.param((), 0, id="nothing"),
        pytest.param(line(*GOOD), 27, id="known words"),
        pytest.param(line("Bifall.", "(till)", "och,"), 13, id="marks at the edges do not count"),
        pytest.param(line("en"), 0, id="too short"),
        pytest.param(line("qzx", "wvut"), 0, id="no words"),
        pytest.param(line("bifall", sure=0.1), 6, id="an unsure word counts"),
        pytest.param(line("48", "500", "12:30", "1974-03-21", "12%"), 23, id="sure numbers"),
        pytest.param(line("500", sure=0.8), 3, id="a number that is just sure enough"),
        pytest.param(line("500", sure=0.79), 0, id="an unsure number"),
        pytest.param((Word("500"), Word("till")), 4, id="no confidence"),
        pytest.param(line("..", "-", "%"), 0, id="marks alone"),
        pytest.param(on_its_side(*GOOD), 0, id="on its side"),
    ],
)
def test_known_letters_are_counted(read: tuple[Word, ...], letters: int, words: Lexicon) -> None:
    assert known_letters(read, words) == letters


@pytest.mark.parametrize(
    ("read", "side"),
    [
        pytest.param((), False, id="nothing"),
        pytest.param(line(*GOOD), False, id="upright"),
        pytest.param(on_its_side(*GOOD), True, id="all"),
        pytest.param((*line("bifall"), *on_its_side("till", "förslaget")), True, id="most"),
        pytest.param((*line("bifall"), *on_its_side("till")), False, id="half"),
        pytest.param(on_its_side("och", "en", "1."), False, id="short ones tell nothing"),
        pytest.param((Word("bifall"), Word("till")), False, id="no places"),
    ],
)
def test_print_lies_on_its_side(read: tuple[Word, ...], side: bool) -> None:
    assert lies(read) is side
