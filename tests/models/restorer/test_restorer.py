"""Coarse print comes out of the restorer whole, at twice the size and in the same place."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.prepare.sheet import shrunk
from models.restorer.restorer import SCALE, restored
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import SERIF, drawn


@pytest.mark.parametrize("size", [(40, 60), (41, 61), (1, 1), (500, 33)])
def test_any_size_comes_out_doubled(size: tuple[int, int]) -> None:
    made = restored(np.full(size, 230, dtype=np.uint8))
    assert made.shape == (SCALE * size[0], SCALE * size[1])
    assert made.dtype == np.uint8


def test_print_under_smeared_dots_comes_out_where_it_stood() -> None:
    printed = drawn(SERIF, 300, inches=(2, 3), points=9)
    scan = shrunk(printed, 1 / SCALE)
    made = restored(damage.compressed(damage.peppered(scan, 0.01), 45))
    ink = printed < 128
    assert np.mean(made[ink] < 128) > 0.8
    assert np.mean(made[~ink] > 128) > 0.97


def test_bands_meet_without_a_seam() -> None:
    """A page higher than the rows that are seen at a time is as one seen at once."""
    scan = damage.grained(drawn(SERIF, 150, inches=(1, 4), points=9), 5)
    whole, lower = restored(scan), restored(scan[100:])
    assert np.abs(whole[SCALE * 200 : SCALE * 500].astype(int) - lower[SCALE * 100 : SCALE * 400]).max() <= 12
