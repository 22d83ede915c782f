"""Pages that lie on a side or stand on their head are set upright; upright ones are not touched."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.prepare.lines import Floats
from ingest.prepare.sheet import Sheet
from ingest.prepare.upright import rise, turned, upright
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import BOLD, MONO, SANS, SERIF, page

STEPS: tuple[tuple[str, ...], ...] = ((), ("turn 270",), ("turn 180",), ("turn 90",))


@pytest.mark.parametrize("face", [SANS, SERIF, BOLD])
@pytest.mark.parametrize("degrees", [-3.0, 0.0, 2.2])
@pytest.mark.parametrize("quarters", range(4))
def test_page_is_set_upright_also_where_it_is_crooked(face: str, degrees: float, quarters: int) -> None:
    lying = damage.turned(damage.quartered(page(face), quarters), degrees)
    sheet = upright(Sheet(lying, 100))
    assert sheet.steps == STEPS[quarters]
    assert sheet.rotation == -90 * quarters % 360
    assert np.array_equal(damage.quartered(sheet.pixels, quarters), lying)


@pytest.mark.parametrize("quarters", range(4))
@pytest.mark.parametrize("noise", ["grain", "blur", "jpeg"])
def test_page_is_set_upright_through_noise(quarters: int, noise: str) -> None:
    lying = damage.quartered(page(SERIF), quarters)
    worse = {
        "grain": damage.grained(lying, 25),
        "blur": damage.blurred(lying, 1.0),
        "jpeg": damage.compressed(lying, 30),
    }
    assert upright(Sheet(worse[noise], 100)).steps == STEPS[quarters]


@pytest.mark.parametrize("quarters", range(4))
def test_typewritten_page_is_set_upright(quarters: int) -> None:
    """Letters of one width stand in columns as sharp as their lines."""
    lying = damage.quartered(page(MONO, 150), quarters)
    assert upright(Sheet(lying, 150)).steps == STEPS[quarters]


def test_page_with_too_little_print_stays_as_it_is() -> None:
    given = Sheet(page(SERIF, 100, inches=(6, 2), text="Granby 1974"), 100)
    assert upright(given) is given


@pytest.mark.parametrize("quarters", [-4, 0, 4])
def test_whole_turns_do_nothing(quarters: int) -> None:
    given = Sheet(page(SERIF), 100)
    assert turned(given, quarters) is given


@pytest.mark.parametrize(("first", "second", "rotation"), [(1, 1, 180), (1, 3, 0), (3, 2, 90), (-1, 0, 270)])
def test_turns_add_up(first: int, second: int, rotation: int) -> None:
    sheet = turned(turned(Sheet(page(SERIF), 100), first), second)
    assert sheet.rotation == rotation
    assert np.array_equal(sheet.pixels, np.rot90(page(SERIF), -(first + second)))


def profile(*line: float) -> Floats:
    """Six lines of these rows, with paper between."""
    return np.tile(np.array([*line, *[0.0] * 8]), 6)


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ((30, 30, 30, 99, 90, 90, 99, 10, 10), 1),
        ((10, 10, 99, 90, 90, 99, 30, 30, 30), -1),
        ((20, 20, 99, 90, 90, 99, 20, 20), 0),
    ],
)
def test_letters_rise_more_than_they_hang(line: tuple[float, ...], sign: int) -> None:
    assert np.sign(rise(profile(*line))) == sign


def test_few_lines_do_not_tell() -> None:
    assert rise(np.array([0.0, *(30.0,) * 4, *(99.0,) * 4, 0.0])) == 0.0
