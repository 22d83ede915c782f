"""Lines of print are sharpest when they lie level."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.prepare.lines import Ink, dark_parts, ink_of
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import FACES, SERIF, page

ANGLES = np.arange(-4.0, 4.01, 0.5)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("degrees", [-3.0, 0.0, 2.0])
def test_lines_are_sharpest_when_turned_back(face: str, degrees: float) -> None:
    angle, found = ink_of(damage.turned(page(face), degrees)).sharpest(ANGLES)
    assert angle == -degrees
    assert found > 2 * ink_of(damage.turned(page(face), degrees)).sharpness(-degrees + 2)


def test_a_quarter_turn_of_ink_is_a_quarter_turn_of_the_page() -> None:
    lying = ink_of(damage.quartered(page(SERIF), 3)).on_its_side
    standing = ink_of(page(SERIF))
    assert lying.sharpest(ANGLES)[0] == 0.0
    assert lying.sharpness(0.0) == pytest.approx(standing.sharpness(0.0), rel=0.05)


def test_paper_alone_has_no_lines() -> None:
    nothing = ink_of(np.full((300, 200), 250, dtype=np.uint8))
    assert nothing.sharpest(ANGLES) == (0.0, 0.0)
    assert Ink(np.array([]), np.array([])).sharpness(1.0) == 0.0


def test_black_of_a_picture_counts_by_its_edges() -> None:
    pixels = page(SERIF).copy()
    without = len(ink_of(pixels).down)
    pixels[100:300, 100:300] = 0
    assert len(ink_of(pixels).down) < without + 200 * 200 / 4


@pytest.mark.parametrize(("paper", "ink"), [(255, 0), (200, 120), (120, 40)])
def test_ink_is_what_is_darker_than_paper(paper: int, ink: int) -> None:
    pixels = np.full((40, 40), paper, dtype=np.uint8)
    pixels[10:14, 5:30] = ink
    dark = dark_parts(pixels)
    assert np.array_equal(dark > 0, pixels == ink)
