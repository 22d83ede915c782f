"""Each damage is the same for the same seed, and does what it says."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
import pytest

from benchmarks.reading.damage import paper, scanner, whole
from benchmarks.reading.damage.print import Print
from benchmarks.reading.make.draw import Grey
from benchmarks.reading.make.kinds import DAMAGES, Kind

_DPI = 72
_SHAPE = (842, 595)
_SEEDS = (1, 2, 3)


def lines() -> Grey:
    """Black bars on white paper, as lines of print are from afar."""
    pixels = np.full(_SHAPE, 255, dtype=np.uint8)
    for top in range(120, 720, 32):
        pixels[top : top + 8, 90:510] = 10
    return pixels


def blank() -> Grey:
    return np.full(_SHAPE, 255, dtype=np.uint8)


def page(pixels: Grey | None = None, back: Grey | None = None) -> Print:
    front = lines() if pixels is None else pixels
    return Print(front, (_DPI, _DPI), blank() if back is None else back)


def seeded(seed: int) -> np.random.Generator:
    return np.random.default_rng(seed)


@pytest.mark.parametrize("kind", DAMAGES)
def test_the_seed_alone_decides(kind: Kind) -> None:
    front = page(back=lines())
    one, again, other = (DAMAGES[kind](front, seeded(seed)) for seed in (7, 7, 11))
    assert np.array_equal(one.pixels, again.pixels)
    assert (one.quality, one.dpi, one.aside) == (again.quality, again.dpi, again.aside)
    same = np.array_equal(one.pixels, other.pixels) and one.quality == other.quality
    assert same == (kind is Kind.CLEAN)
    assert one.pixels.dtype == np.uint8


@pytest.mark.parametrize("kind", DAMAGES)
def test_the_page_that_was_given_stays(kind: Kind) -> None:
    front = page(back=lines())
    DAMAGES[kind](front, seeded(1))
    assert np.array_equal(front.pixels, lines())


def angle(pixels: Grey) -> float:
    """How far the highest bar lies from level, in degrees."""
    left, right = (int(np.argmax(pixels[:, column] < 128)) for column in (150, 450))
    return math.degrees(math.atan((right - left) / 300))


@pytest.mark.parametrize("seed", range(6))
def test_skew_is_between_four_tenths_and_three_degrees(seed: int) -> None:
    assert 0.35 <= abs(angle(scanner.skew(page(), seeded(seed)).pixels)) <= 3.05


def test_skew_goes_both_ways() -> None:
    assert len({angle(scanner.skew(page(), seeded(seed)).pixels) > 0 for seed in range(8)}) == 2


def sharpness(pixels: Grey) -> float:
    return float(np.abs(np.diff(pixels.astype(np.float32), axis=0)).max())


@pytest.mark.parametrize("seed", _SEEDS)
def test_blur_softens_edges(seed: int) -> None:
    soft = scanner.blur(replace(page(), dpi=(300, 300)), seeded(seed))
    assert sharpness(soft.pixels) < 0.9 * sharpness(lines())


@pytest.mark.parametrize("seed", _SEEDS)
def test_noise_lies_on_the_paper(seed: int) -> None:
    assert 8 < scanner.noise(page(blank()), seeded(seed)).pixels.std() < 40


@pytest.mark.parametrize("seed", _SEEDS)
def test_low_contrast_brings_ink_and_paper_together(seed: int) -> None:
    pixels = scanner.low_contrast(page(), seeded(seed)).pixels
    assert 35 <= float(np.median(pixels)) - float(np.median(pixels[lines() < 128])) <= 80


@pytest.mark.parametrize("seed", _SEEDS)
def test_shadow_is_dark_at_one_edge(seed: int) -> None:
    pixels = scanner.shadow(page(blank()), seeded(seed)).pixels
    edges = (pixels[:, :8].mean(), pixels[:, -8:].mean())
    assert min(edges) < 0.65 * np.median(pixels)


@pytest.mark.parametrize("seed", _SEEDS)
def test_salt_and_pepper_are_lone_pixels(seed: int) -> None:
    pixels = scanner.salt_and_pepper(page(blank()), seeded(seed)).pixels
    assert set(np.unique(pixels)) == {0, 255}
    assert 0.0025 < np.mean(pixels == 0) < 0.016


def test_a_fax_is_black_and_white_and_not_square() -> None:
    made = scanner.fax(page(), seeded(1))
    assert set(np.unique(made.pixels)) == {0, 255}
    assert made.bilevel
    assert made.dpi == (204, 196)
    assert made.pixels.shape == (round(_SHAPE[0] * 196 / _DPI), round(_SHAPE[1] * 204 / _DPI))


def test_jpeg_and_all_at_once_lose_quality() -> None:
    assert (scanner.jpeg(page(), seeded(1)).quality or 100) < 36
    assert (whole.all_at_once(page(), seeded(1)).quality or 100) < 63


@pytest.mark.parametrize("seed", _SEEDS)
def test_the_other_side_shines_through_mirrored(seed: int) -> None:
    back = blank()
    back[150:650, 360:500] = 0
    pixels = paper.bleed_through(page(blank(), back), seeded(seed)).pixels
    mirrored, plain = pixels[220:580, 130:200].mean(), pixels[220:580, 400:470].mean()
    assert mirrored < plain - 15
    assert pixels.min() > 100


@pytest.mark.parametrize("seed", _SEEDS)
def test_a_stamp_only_darkens_and_tells_its_words(seed: int) -> None:
    made = paper.stamp(page(), seeded(seed))
    assert made.aside
    assert np.all(made.pixels <= lines())
    assert 100 < np.count_nonzero(made.pixels < lines()) < 0.1 * lines().size


@pytest.mark.parametrize("seed", _SEEDS)
def test_a_border_is_dark_and_the_holes_are_at_the_left(seed: int) -> None:
    pixels = scanner.border(page(blank()), seeded(seed)).pixels
    edges = (pixels[:, 1], pixels[:, -2], pixels[1], pixels[-2])
    assert min(float(edge.mean()) for edge in edges) < 100
    margin = pixels[:, round(12 / 25.4 * _DPI)]
    middle = margin[70:-70]
    assert np.count_nonzero(middle < 90) >= 2 * 10


def test_a_copier_leaves_specks() -> None:
    pixels = paper.specks(page(blank()), seeded(1)).pixels
    count, _ = cv2.connectedComponents((pixels < 100).astype(np.uint8))
    assert count > 50


def test_a_spread_is_two_pages_with_a_gutter() -> None:
    made = whole.spread(page(), page(blank()), seeded(1))
    assert made.pixels.shape == (_SHAPE[0], 2 * _SHAPE[1])
    left, right = made.pixels[:, :500], made.pixels[:, -500:]
    assert np.count_nonzero(left < 60) > 1000
    assert np.count_nonzero(right < 60) == 0
    gutter = made.pixels[:, _SHAPE[1] - 3 : _SHAPE[1] + 3].mean()
    assert gutter < 0.9 * float(np.median(made.pixels))


@pytest.mark.parametrize(("quarters", "corner"), [(1, (0, -1)), (2, (-1, -1)), (3, (-1, 0))])
def test_quarters_turn_clockwise(quarters: int, corner: tuple[int, int]) -> None:
    marked = blank()
    marked[0, 0] = 0
    turned = whole.by_quarters(replace(page(marked), dpi=(204, 196)), quarters)
    assert turned.pixels[corner] == 0
    assert turned.dpi == ((196, 204) if quarters % 2 else (204, 196))


def _thick(pixels: Grey) -> int:
    """How many rows the highest bar has."""
    return int(np.count_nonzero(pixels[100:145, 300] < 128))


@pytest.mark.parametrize("damage", [scanner.blur, scanner.noise])
def test_print_stays_where_it_is(damage: Callable[[Print, np.random.Generator], Print]) -> None:
    assert abs(_thick(damage(page(), seeded(1)).pixels) - 8) <= 2
