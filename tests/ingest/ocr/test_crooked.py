"""A stamp set crooked among the print is told apart; level print, and what only looks crooked, stays."""

from __future__ import annotations

import pytest

from ingest.ocr.crooked import part_crooked
from models.geometry import Box
from models.page import Word
from tests.ingest.ocr.fakes import line

PAGE = tuple(
    word
    for row in range(12)
    for word in line("Granby", "kommun", "har", "yttrat", "sig", top=100 + 40 * row, left=100)
)


def climbing(*texts: str, left: float, top: float, slope: float) -> tuple[Word, ...]:
    """Words side by side, each 60 wide and 20 high, that climb by `slope` for each step aside."""
    return tuple(
        Word(
            text,
            box=Box(left + 70 * n, top - slope * 70 * n, left + 70 * n + 60, top - slope * 70 * n + 20),
            confidence=0.9,
        )
        for n, text in enumerate(texts)
    )


UPPER = climbing("GRANBY", "KOMMUN", "INKOM", left=900, top=300, slope=0.12)
LOWER = climbing("2021", "-05-", "31", left=900, top=340, slope=0.12)


def test_lines_that_climb_together_are_a_stamp() -> None:
    kept, told = part_crooked((*PAGE, *UPPER, *LOWER))
    assert kept == PAGE
    assert told == "GRANBY KOMMUN INKOM 2021 -05- 31"


def test_word_among_them_goes_with_them() -> None:
    alone = Word("dnr", box=Box(930, 322, 960, 340), confidence=0.9)
    kept, told = part_crooked((*PAGE, *UPPER, *LOWER, alone))
    assert kept == PAGE
    assert "dnr" in told


@pytest.mark.parametrize(
    "more",
    [
        pytest.param((), id="a level page"),
        pytest.param(UPPER, id="one crooked line"),
        pytest.param(
            (*UPPER, *climbing("2021", "-05-", "31", left=900, top=340, slope=-0.12)), id="not alike"
        ),
        pytest.param(
            (*UPPER, *climbing("2021", "-05-", "31", left=900, top=900, slope=0.12)), id="far below"
        ),
        pytest.param(
            (*UPPER, *climbing("2021", "-05-", "31", left=100, top=800, slope=0.12)), id="elsewhere"
        ),
        pytest.param(
            tuple(
                word
                for row in range(12)
                for word in climbing("en", "ben", "sen", left=900, top=200 + 40 * row, slope=0.12)
            ),
            id="much of the page climbs",
        ),
        pytest.param((Word("utan", confidence=0.9),), id="no place"),
    ],
)
def test_other_words_stay(more: tuple[Word, ...]) -> None:
    assert part_crooked((*PAGE, *more)) == ((*PAGE, *more), "")


def test_no_words() -> None:
    assert part_crooked(()) == ((), "")
