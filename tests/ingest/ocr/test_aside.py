"""What stands on a page in paler ink: a stamp is told and kept apart, a printed line is put in its place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ingest.ocr.aside import read_pale
from ingest.ocr.tesseract import Reading
from ingest.prepare.sheet import Sheet
from ingest.prepare.skew import skew
from models.errors import PageTimeout
from models.geometry import Box
from models.page import Word
from models.swedish.lexicon import Lexicon, read_lexicon
from tests.ingest.ocr.fakes import line, texts
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import SERIF, page

SIZE = (900, 1200)
LEFT, TOP = 300, 500
"""Where the pale part lies on its page."""


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return read_lexicon(f"{word}\t900\t0" for word in ("inkom", "granby", "kommun", "bifall"))


def pale(degrees: float = 0.0) -> Sheet:
    """An image of pale print, cut out of its page."""
    pixels = damage.turned(page(SERIF, 100, inches=(5, 4)), degrees)
    return Sheet(pixels, 150, np.array([[1.0, 0.0, -LEFT], [0.0, 1.0, -TOP]]), steps=("pale print",))


def heard(
    reading: Reading, lexicon: Lexicon, printed: tuple[Word, ...] = (), degrees: float = 0.0
) -> tuple[tuple[Word, ...], str]:
    shown: list[Sheet] = []

    def read(sheet: Sheet) -> Reading:
        shown.append(sheet)
        return reading

    result = read_pale(pale(degrees), printed, SIZE, read, lexicon)
    (straight,) = shown
    assert abs(skew(straight.pixels)) < 0.3
    return result


STAMP = Reading(line("GRANBY", "KOMMUN", "INKOM", "1974-03-21", left=20, top=30))


def test_level_line_is_put_in_its_place_on_the_page(words: Lexicon) -> None:
    found, aside = heard(STAMP, words)
    assert texts(found) == ["GRANBY", "KOMMUN", "INKOM", "1974-03-21"]
    assert aside == ""
    assert found[0].box == Box(LEFT + 20, TOP + 30, LEFT + 80, TOP + 50)


@pytest.mark.parametrize("degrees", [-4.0, 3.0])
def test_crooked_stamp_is_kept_apart(degrees: float, words: Lexicon) -> None:
    assert heard(STAMP, words, degrees=degrees) == ((), "GRANBY KOMMUN INKOM 1974-03-21")


def test_stamp_over_print_is_kept_apart(words: Lexicon) -> None:
    printed = line("bifall", left=LEFT + 30, top=TOP + 35)
    assert heard(STAMP, words, printed) == ((), "GRANBY KOMMUN INKOM 1974-03-21")


def test_print_beside_does_not_make_it_a_stamp(words: Lexicon) -> None:
    printed = line("bifall", left=LEFT + 30, top=TOP + 120)
    found, aside = heard(STAMP, words, printed)
    assert len(found) == 4
    assert aside == ""


@pytest.mark.parametrize(
    "reading",
    [
        pytest.param(Reading(), id="nothing"),
        pytest.param(Reading(fault=PageTimeout("late")), id="a fault"),
        pytest.param(Reading(line("xq", "zzvrt", "~|", "Iil")), id="no words"),
        pytest.param(Reading(line("GRANBY", "KOMMUN", "1974", sure=0.3)), id="unsure"),
        pytest.param(Reading(line("GRANBY", "zzvrt")), id="one word"),
    ],
)
@pytest.mark.parametrize("degrees", [0.0, 3.0])
def test_garbage_is_no_word_and_no_stamp(reading: Reading, degrees: float, words: Lexicon) -> None:
    assert heard(reading, words, degrees=degrees) == ((), "")


def test_garbage_beside_words_is_left_out(words: Lexicon) -> None:
    found, _ = heard(Reading(line("zzvrt", "GRANBY", "~", "KOMMUN.", "(1974)")), words)
    assert texts(found) == ["GRANBY", "KOMMUN.", "(1974)"]


def test_dirt_is_no_figure(words: Lexicon) -> None:
    dirt = tuple(
        replace(word, box=Box(20, 30 * n, 24, 30 * n + 7)) for n, word in enumerate(line("3", "4"), 1)
    )
    printed = line("bifall", left=LEFT + 30, top=TOP + 320)
    assert heard(Reading(dirt), words, printed) == ((), "")
