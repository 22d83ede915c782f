"""Paper with a little grain is made white, and print on it black; other pages are left alone."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.prepare.sheet import Sheet
from ingest.prepare.tone import tone
from ingest.prepare.white import roughness, whitened
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import FACES, MONO, SERIF, page


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("deviation", [2.0, 6.0, 10.0])
def test_grain_goes_and_print_stays(face: str, deviation: float) -> None:
    clean = page(face, 150, paper=235, ink=30)
    sheet = whitened(Sheet(damage.grained(clean, deviation), 150))
    assert [step.split()[0] for step in sheet.steps] == ["whiten"]
    paper = sheet.pixels[clean > 233]
    assert np.mean(paper == np.uint8(255)) > 0.99
    assert np.mean((sheet.pixels < 128) != (clean < 128)) < 0.01


def test_blotches_of_a_poor_jpeg_go_too() -> None:
    blotched = damage.compressed(damage.grained(page(MONO, 150, paper=235), 6), 50)
    now = tone(blotched)
    assert roughness(whitened(Sheet(blotched, 150)).pixels, tone(blotched)) != roughness(blotched, now)
    assert np.mean(whitened(Sheet(blotched, 150)).pixels == np.uint8(255)) > 0.85


@pytest.mark.parametrize(
    "pixels",
    [
        pytest.param(page(SERIF, 150), id="clean"),
        pytest.param(page(SERIF, 150, paper=210, ink=60), id="grey paper"),
        pytest.param(damage.grained(page(SERIF, 150), 40), id="more grain than print would bear"),
        pytest.param(np.full((400, 300), 230, dtype=np.uint8), id="empty"),
    ],
)
def test_other_pages_keep_their_very_pixels(pixels: np.ndarray) -> None:
    given = Sheet(pixels, 150)
    assert whitened(given) is given
