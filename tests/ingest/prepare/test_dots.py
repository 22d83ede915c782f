"""Salt and pepper are mended and grain is smoothed where there are any; strokes stay as they were."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.picture import GreyImage
from ingest.prepare.dots import impulses, without_dots, without_grain
from ingest.prepare.sheet import Sheet
from ingest.prepare.tone import grain
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import FACES, SERIF, page


def ink_share(pixels: GreyImage) -> float:
    return float(np.mean(pixels < 128))


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("share", [0.015, 0.03])
def test_salt_and_pepper_are_mended_and_strokes_are_not_thinned(face: str, share: float) -> None:
    clean = page(face, 150)
    sheet = without_dots(Sheet(damage.peppered(clean, share), 150))
    assert len(sheet.steps) == 1
    assert impulses(sheet.pixels) < impulses(damage.peppered(clean, share)) / 10
    assert ink_share(sheet.pixels) == pytest.approx(ink_share(clean), rel=0.02)
    assert np.mean(np.abs(sheet.pixels.astype(int) - clean)) < 1.0


def test_mending_touches_dots_alone() -> None:
    clean = page(SERIF, 150)
    peppered = damage.peppered(clean, 0.01)
    mended = without_dots(Sheet(peppered, 150)).pixels
    untouched = (peppered == clean) & (mended != clean)
    assert np.mean(untouched) < 0.0005


def test_dots_that_compression_has_smeared_are_taken_too() -> None:
    smeared = damage.compressed(damage.peppered(page(SERIF, 150), 0.04), 60)
    sheet = without_dots(Sheet(smeared, 150))
    assert sheet.steps
    assert impulses(sheet.pixels) < impulses(smeared) / 10


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("share", [0.0, 0.0005])
def test_page_without_dots_keeps_its_very_pixels(face: str, share: float) -> None:
    given = Sheet(damage.peppered(page(face, 150), share), 150)
    assert without_dots(given) is given


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(("dpi", "points"), [(60, 11.0), (72, 10.0), (100, 7.0), (100, 8.0)])
def test_dots_and_hairlines_of_fine_print_are_no_dots(face: str, dpi: int, points: float) -> None:
    """At a low resolution they are one pixel wide."""
    given = Sheet(page(face, dpi, points=points), dpi)
    assert without_dots(given) is given


@pytest.mark.parametrize("deviation", [45.0, 60.0])
def test_strong_grain_is_smoothed_and_print_stands_out_from_it(deviation: float) -> None:
    noisy = damage.grained(page(SERIF, 150), deviation)
    sheet = without_grain(Sheet(noisy, 150))
    assert [step.split()[0] for step in sheet.steps] == ["smooth"]
    assert grain(sheet.pixels) < grain(noisy) / 3
    clean = page(SERIF, 150) < 128
    before, after = np.count_nonzero((noisy < 128) ^ clean), np.count_nonzero((sheet.pixels < 128) ^ clean)
    assert after < before


@pytest.mark.parametrize("deviation", [0.0, 4.0, 8.0])
def test_slight_grain_is_left_alone(deviation: float) -> None:
    given = Sheet(damage.grained(page(SERIF, 150), deviation), 150)
    assert without_grain(given) is given


@pytest.mark.parametrize("deviation", [36, 44])
def test_strong_grain_is_not_taken_for_dots(deviation: float) -> None:
    """A median over the whole page would take thin strokes for them."""
    noisy = damage.grained(page(SERIF, 150), deviation)
    assert impulses(noisy) > 0.002
    assert not any(step.startswith("median") for step in without_dots(Sheet(noisy, 150)).steps)
