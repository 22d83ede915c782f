"""Tesseract as archives have it lying about: a model and its defaults."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

MODELS = ("eng", "nor", "deu", "swe", "Latin")
_LIMIT = 180.0
"""Seconds after which a page is given up."""


def installed() -> frozenset[str]:
    """The models that are there."""
    listing = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=True)  # noqa: S607
    return frozenset(Path(line).name for line in listing.stdout.splitlines()[1:])


def recognised(image: Path, model: str) -> str:
    """What Tesseract reads on the page; "" where it takes too long."""
    command = ["tesseract", str(image), "-", "-l", model]
    try:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=_LIMIT, check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode()
