"""Print is scaled only where it is too small to be told apart or needlessly large."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.prepare.marks import marks_of
from ingest.prepare.sheet import Sheet
from ingest.prepare.size import sized
from models.geometry import Box
from tests.ingest.prepare.pages import FACES, PAPER, SERIF, page


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("dpi", [120, 150, 200, 300])
def test_print_of_a_usual_size_keeps_its_very_pixels(face: str, dpi: int) -> None:
    given = Sheet(page(face, dpi, inches=(5, 3)), dpi)
    assert sized(given) is given


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(("dpi", "points"), [(400, 16.0), (600, 12.0)])
def test_large_print_is_brought_down(face: str, dpi: int, points: float) -> None:
    given = Sheet(page(face, dpi, inches=(5, 3), points=points), dpi)
    sheet = sized(given)
    assert [step.split()[0] for step in sheet.steps] == ["scale"]
    assert sheet.pixels.size < given.pixels.size
    height = marks_of(sheet.pixels).letter_height
    assert height is not None
    assert 18 <= height <= 36


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(("dpi", "points"), [(72, 9.0), (60, 10.0)])
def test_tiny_print_is_brought_up(face: str, dpi: int, points: float) -> None:
    given = Sheet(page(face, dpi, points=points), dpi)
    before, sheet = marks_of(given.pixels).letter_height, sized(given)
    after = marks_of(sheet.pixels).letter_height
    assert [step.split()[0] for step in sheet.steps] == ["scale"]
    assert before is not None
    assert after is not None
    assert after > 1.5 * before


@pytest.mark.parametrize(("dpi", "points"), [(60, 10.0), (600, 12.0)])
def test_resolution_and_places_follow(dpi: int, points: float) -> None:
    given = Sheet(page(SERIF, dpi, inches=(5, 3), points=points), dpi)
    sheet = sized(given)
    assert sheet.dpi == pytest.approx(sheet.pixels.shape[1] / 5, rel=0.02)
    width, height = 5 * dpi, 3 * dpi
    box = sheet.place(Box(0, 0, sheet.pixels.shape[1], sheet.pixels.shape[0]), width, height)
    assert (box.x0, box.y0, box.x1, box.y1) == pytest.approx((0, 0, width, height), abs=1)


def test_page_without_letters_has_no_size() -> None:
    given = Sheet(np.full((3000, 2000), PAPER, dtype=np.uint8), 600)
    assert sized(given) is given
