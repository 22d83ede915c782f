"""The dash of an empty cell is found where a column of figures leaves a row empty, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.ocr.cells import with_empty_cells
from ingest.ocr.ink import Ink
from models.geometry import Box
from models.page import Word

ROWS = 7
HEIGHT = 20
DASH = (0, 10, 12, 3)
"""Where it begins before the column's edge, where on the row, how wide and how high."""


def table(gap: int, mark: tuple[int, int, int, int] | None, read: str = "") -> tuple[list[Word], Ink]:
    """Three columns; in row `gap` the last cell, which ends at 600, holds only `mark`, read as `read`."""
    ink = np.zeros((60 * ROWS, 800), dtype=np.bool_)
    words: list[Word] = []
    for row in range(ROWS):
        top = 20 + 50 * row
        for edge in (200, 400, 600):
            if row == gap and edge == 600:
                continue
            words.append(Word("418", box=Box(edge - 40, top, edge, top + HEIGHT), confidence=0.95))
            ink[top : top + HEIGHT, edge - 40 : edge] = True
    if mark:
        before, down, wide, high = mark
        top, right = 20 + 50 * gap, 600 - before
        ink[top + down : top + down + high, right - wide : right] = True
        if read:
            box = Box(right - wide, top + down, right, top + down + high)
            words.append(Word(read, box=box, confidence=0.3))
    return words, ink


@pytest.mark.parametrize(
    ("mark", "found"),
    [
        pytest.param(DASH, True, id="a dash"),
        pytest.param((4, 9, 8, 2), True, id="a hyphen, a little aside"),
        pytest.param(None, False, id="nothing"),
        pytest.param((0, 17, 3, 3), False, id="a speck"),
        pytest.param((0, 18, 12, 2), False, id="a rule below"),
        pytest.param((0, 2, 12, 16), False, id="a blot"),
        pytest.param((-12, 10, 60, 2), False, id="a line across the cell"),
        pytest.param((18, 10, 8, 3), False, id="far from the column's edge"),
    ],
)
def test_dash_is_found_by_its_place_and_shape(mark: tuple[int, int, int, int] | None, found: bool) -> None:
    words, ink = table(3, mark)
    told = with_empty_cells(words, ink)
    assert told[: len(words)] == words
    assert [word.text for word in told[len(words) :]] == (["-"] if found else [])


@pytest.mark.parametrize(
    ("read", "told"), [("ee", "-"), ("a", "-"), ("«", "-"), ("17", "17"), ("–", "–"), ("och", "och")]
)
def test_letters_over_a_dash_are_a_dash(read: str, told: str) -> None:
    words, ink = table(3, DASH, read)
    assert with_empty_cells(words, ink)[-1].text == told


def test_page_without_columns_is_left_alone() -> None:
    words, ink = table(3, DASH)
    few = [word for word in words if word.box and word.box.x1 == 200]
    assert with_empty_cells(few, ink) == few
