"""What the house leaves to ruff, ruff does refuse, with the project's own configuration."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ('x: int = "a"  # type: ' + "ignore", "PGH003"),
        ('x: int = "a"  # pyright: ' + "ignore", "PGH003"),
        ("x = 1  # " + "noqa", "PGH004"),
        ("# TO" + "DO: later", "FIX002"),
        ("# FIX" + "ME: later", "FIX001"),
        ("# X" + "XX: later", "FIX003"),
        ("# x = 1", "ERA001"),
    ],
)
def test_ruff_refuses(line: str, rule: str) -> None:
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "concise"]
    found = subprocess.run(
        [*command, "--stdin-filename", "models/example.py", "-"],
        input=f'"""An example."""\n\n{line}\n',
        capture_output=True,
        check=False,
        text=True,
    )
    assert rule in found.stdout
