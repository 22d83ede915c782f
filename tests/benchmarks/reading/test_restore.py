"""What the restorer learns from: print and its scan lie on each other, and are the same for the same seed."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from benchmarks.reading.restore.prints import SIDE, pair


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_seed_gives_the_same_pair(seed: int) -> None:
    one, other = (pair(np.random.default_rng(seed)) for _ in range(2))
    assert np.array_equal(one.scan, other.scan)
    assert np.array_equal(one.print, other.print)


@pytest.mark.parametrize("seed", range(6))
def test_scan_is_dark_where_the_print_is(seed: int) -> None:
    made = pair(np.random.default_rng(seed))
    assert made.scan.shape == (SIDE, SIDE)
    assert made.print.shape == (2 * SIDE, 2 * SIDE)
    small = cv2.resize(made.print, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    dark = 255 - made.scan.astype(np.float32)
    here = np.corrcoef(small.ravel(), dark.ravel())[0, 1]
    aside = np.corrcoef(np.roll(small, 2, 1).ravel(), dark.ravel())[0, 1]
    assert here > max(0.4, aside)
