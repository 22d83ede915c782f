"""A measure is taken once of an image, and forgotten with it."""

from __future__ import annotations

from weakref import ref

import numpy as np

from ingest.picture import GreyImage
from ingest.prepare.once import once

measured: list[int] = []


@once
def lightest(pixels: GreyImage) -> int:
    measured.append(int(pixels.max()))
    return measured[-1]


def image(shade: int) -> GreyImage:
    return np.full((4, 4), shade, dtype=np.uint8)


def test_each_image_is_measured_once() -> None:
    measured.clear()
    dark, light = image(10), image(200)
    assert [lightest(one) for one in (dark, light, dark, light, dark)] == [10, 200, 10, 200, 10]
    assert measured == [10, 200]


def test_equal_image_is_another() -> None:
    measured.clear()
    first, second = image(10), image(10)
    assert lightest(first) == lightest(second)
    assert measured == [10, 10]


def test_image_is_not_kept_and_its_successor_is_measured() -> None:
    for shade in range(20):
        pixels = image(shade)
        kept = ref(pixels)
        assert lightest(pixels) == shade
        del pixels
        assert kept() is None
