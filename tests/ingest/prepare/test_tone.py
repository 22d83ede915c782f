"""Ink, paper, shadow and grain are measured as they were made."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.prepare.tone import Tone, grain, paper_map, tone
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import SANS, SERIF, page


@pytest.mark.parametrize(("paper", "ink"), [(255, 0), (250, 25), (235, 60), (200, 90), (240, 200)])
def test_tone_is_what_the_page_was_drawn_with(paper: int, ink: int) -> None:
    found = tone(page(SERIF, 150, paper=paper, ink=ink, inches=(4, 5)))
    assert found.paper == paper
    assert found.ink == pytest.approx(ink, abs=12)


@pytest.mark.parametrize("shade", [0, 128, 255])
def test_empty_page_has_a_contrast_that_can_be_divided_by(shade: int) -> None:
    found = tone(np.full((300, 200), shade, dtype=np.uint8))
    assert found == Tone(shade, shade)
    assert found.contrast == 1.0


@pytest.mark.parametrize("deviation", [3.0, 6.0, 12.0])
def test_grain_is_what_was_added_and_print_is_none(deviation: float) -> None:
    grey_paper = page(SANS, 150, paper=180, ink=20)
    assert grain(grey_paper) == 0.0
    assert grain(damage.grained(grey_paper, deviation)) == pytest.approx(deviation, rel=0.2)


def test_paper_is_told_where_print_covers_it() -> None:
    paper = paper_map(page(SERIF, 100), 100)
    assert paper.shape == (400, 300)
    assert int(paper.min()) >= 245


@pytest.mark.parametrize("darkest", [0.9, 0.6, 0.4])
def test_shadow_is_told_from_print(darkest: float) -> None:
    paper = paper_map(damage.shaded(page(SERIF, 100), darkest), 100)
    left, right = float(np.median(paper[:, 5])), float(np.median(paper[:, -5]))
    assert left == pytest.approx(250, abs=6)
    assert right == pytest.approx(250 * darkest, abs=10)
