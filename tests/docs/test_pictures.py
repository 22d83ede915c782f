"""The pictures show today's samples, fetch nothing, and can be made anew."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from docs.make.__main__ import PICTURES
from docs.make.terminal import COLUMNS, as_svg, capture
from samples import FOLDER

_SAMPLES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".pdf", ".tif", ".png", ".txt"})


@pytest.mark.parametrize("sample", _SAMPLES, ids=lambda path: path.name)
def test_table_shows_every_sample(sample: Path) -> None:
    shown = (PICTURES / "run.svg").read_text("utf-8")
    assert hashlib.sha256(sample.read_bytes()).hexdigest()[:10] in shown, "python -m docs.make"


def test_a_command_sees_a_terminal_of_that_width(tmp_path: Path) -> None:
    code = "import os, sys; print(sys.stdout.isatty(), os.get_terminal_size(1).columns)"
    assert capture([sys.executable, "-c", code], tmp_path) == f"True {COLUMNS}\n"


def test_drawing_fetches_nothing() -> None:
    drawn = as_svg("\x1b[1mid\x1b[0m\n§ 1", "make run")
    assert "make&#160;run" in drawn or "make run" in drawn
    assert "url(http" not in drawn
    assert "@font-face" not in drawn
