"""The measure of text layers: its pages are what they are called, and its errors are counted right."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.layers.__main__ import cer, row
from benchmarks.layers.draw import Line, Sheet, drawn, filled, pdf_of, width_of
from benchmarks.layers.kinds import KINDS, Kind
from tests.ingest.layer.sheets import SWEDISH

QUICK = [kind for kind in KINDS if not kind.name.startswith(("scan", "half", "no characters"))]


@pytest.mark.parametrize("kind", QUICK, ids=lambda kind: kind.name)
def test_kinds_that_need_no_recognition_come_out_without_an_error(tmp_path: Path, kind: Kind) -> None:
    name, _, right, _, errors, _ = row(kind, f"{SWEDISH} {SWEDISH}".split(), tmp_path / "a.pdf")
    assert (name, right, errors) == (kind.name, "yes", "0.00")


def test_errors_are_counted_without_regard_to_blanks() -> None:
    assert cer("ett beslut", "ett\n  beslut") == 0
    assert cer("ett beslut", "ett beslul") == pytest.approx(0.1)


def test_lines_fit_and_are_drawn() -> None:
    lines = filled(SWEDISH.split())
    assert max(width_of(line.text, line.size) for line in lines) <= 460
    pixels = drawn(pdf_of([Sheet([Line(70, 700, "Granby")])]), 72)
    assert pixels[130:145, 70:110].min() < 100
    assert pixels[:120].min() == 255
