"""The dark marks of a page are told one by one."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.prepare.marks import marks_of
from tests.ingest.prepare.pages import FACES, PAPER, SERIF, page


def test_marks_are_told_with_their_boxes_and_areas() -> None:
    pixels = np.full((60, 80), PAPER, dtype=np.uint8)
    pixels[10:14, 20:30] = 0
    pixels[40:41, 5:8] = 0
    marks = marks_of(pixels)
    assert marks.boxes.tolist() == [[20, 10, 10, 4], [5, 40, 3, 1]]
    assert marks.areas.tolist() == [40, 3]
    assert marks.sides.tolist() == [10, 3]
    assert marks.letter_height is None
    assert np.array_equal(marks.dark > 0, pixels == 0)


def test_near_is_told_from_far() -> None:
    pixels = np.full((200, 200), PAPER, dtype=np.uint8)
    for x, y in ((20, 20), (60, 20), (150, 150)):
        pixels[y : y + 4, x : x + 4] = 0
    marks = marks_of(pixels)
    around = np.array([[20, 20, 4, 4]], dtype=np.int64)
    assert marks.near(around, 12).tolist() == [True, False, False]
    assert marks.near(around, 60).tolist() == [True, True, False]
    assert marks.near(np.zeros((0, 4), dtype=np.int64), 60).tolist() == [False] * 3


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("dpi", [100, 150, 200])
def test_letters_are_as_high_as_they_were_set(face: str, dpi: int) -> None:
    """Capitals and ascenders take some seven tenths of the size of the type."""
    height = marks_of(page(face, dpi, inches=(5, 4))).letter_height
    assert height == pytest.approx(0.7 * 11 * dpi / 72, rel=0.15)


def test_a_few_letters_have_no_usual_height() -> None:
    few = page(SERIF, 100, inches=(6, 2), text="Granby")
    assert marks_of(few[:95]).letter_height is None


def test_empty_page_has_no_marks() -> None:
    marks = marks_of(np.full((60, 80), PAPER, dtype=np.uint8))
    assert len(marks.boxes) == 0
    assert marks.letter_height is None
