"""Shadows and faint print are brought to black on white, and other pages are left alone."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.prepare.paper import even
from ingest.prepare.sheet import Sheet
from ingest.prepare.tone import tone
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import BOLD, FACES, SANS, SERIF, page


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("darkest", [0.7, 0.5, 0.35])
def test_shadow_is_taken_off_and_print_stays(face: str, darkest: float) -> None:
    clean = page(face, 150)
    sheet = even(Sheet(damage.shaded(clean, darkest), 150))
    assert [step.split()[0] for step in sheet.steps] == ["even"]
    left, right = sheet.pixels[:, :300], sheet.pixels[:, -300:]
    assert abs(float(np.median(left)) - float(np.median(right))) <= 6
    assert np.mean((sheet.pixels < 128) != (clean < 128)) < 0.01


@pytest.mark.parametrize("depth", [0.3, 0.4])
def test_shadow_of_a_fold_is_taken_off(depth: float) -> None:
    clean = page(SERIF, 150)
    across = np.abs(np.linspace(-1, 1, clean.shape[1]))
    folded = (clean * (1 - depth * np.exp(-((across / 0.2) ** 2)))).astype(np.uint8)
    sheet = even(Sheet(folded, 150))
    assert sheet.steps
    assert np.mean((sheet.pixels < 128) != (clean < 128)) < 0.01


@pytest.mark.parametrize("ink", [160, 190, 215])
def test_faint_print_is_made_black(ink: int) -> None:
    clean = page(SANS, 150)
    sheet = even(Sheet(damage.faint(clean, ink), 150))
    assert sheet.steps
    now = tone(sheet.pixels)
    assert now.contrast > 200
    assert np.mean((sheet.pixels < 128) != (clean < 128)) < 0.01


def test_faint_print_in_grain_comes_out_of_it() -> None:
    faint = damage.grained(damage.faint(page(SANS, 150), 180), 6)
    sheet = even(Sheet(faint, 150))
    assert np.mean(sheet.pixels == np.uint8(255)) > 0.7
    assert tone(sheet.pixels).contrast > 200


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("darkest", [1.0, 0.97])
def test_evenly_lit_page_keeps_its_very_pixels(face: str, darkest: float) -> None:
    given = Sheet(damage.shaded(page(face, 150), darkest), 150)
    assert even(given) is given


@pytest.mark.parametrize("paper", [255, 220, 190])
def test_grey_or_yellowed_paper_needs_nothing_where_print_is_dark(paper: int) -> None:
    given = Sheet(page(SERIF, 150, paper=paper, ink=20), 150)
    assert even(given) is given


def test_dark_print_over_much_paler_print_is_not_faint() -> None:
    """As thin type is over what shines through from the back: made darker, both would be black."""
    behind = damage.faint(page(BOLD, 150), 200)
    over = page(SERIF, 150).copy()
    over[300:] = 250
    both = Sheet(np.minimum(np.roll(behind, 9, 0), over), 150)
    assert tone(both.pixels).contrast < 110
    assert even(both) is both
