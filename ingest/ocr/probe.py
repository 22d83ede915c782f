"""Whether Tesseract and its models are there, and which."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from models.errors import ProgramMissing
from models.page import Engine

_PACKAGES = {"Latin": "tesseract-ocr-script-latn"}
_SECONDS = 20


@cache
def tesseract() -> Engine:
    """The Tesseract that is installed; `ProgramMissing` says what installs it."""
    version = re.search(r"tesseract v?(\S+)", _ask("--version"))
    return Engine("tesseract", version[1] if version else "unknown")


@cache
def installed_models() -> frozenset[str]:
    """The names of the models that Tesseract finds."""
    return frozenset(_listed()[1:])


def model_file(model: str) -> Path | None:
    """Where Tesseract finds a model; None where that can't be told."""
    folder = re.search(r'"(.+)"', _listed()[0]) if model in installed_models() else None
    return Path(folder[1]) / f"{model}.traineddata" if folder else None


def demand(models: Iterable[str]) -> None:
    """`ProgramMissing` where one of `models` isn't installed."""
    missing = [model for model in models if model not in installed_models()]
    if missing:
        packages = " ".join(package_of(model) for model in missing)
        message = f"Tesseract has no model {', '.join(missing)}; install it: sudo apt install {packages}"
        raise ProgramMissing(message)


def package_of(model: str) -> str:
    """The Debian package that holds a model."""
    return _PACKAGES.get(model, f"tesseract-ocr-{model.replace('_', '-').lower()}")


@cache
def _listed() -> list[str]:
    """What Tesseract says of its models: where they lie, then the name of each on a line."""
    return _ask("--list-langs").splitlines() or [""]


def _ask(option: str) -> str:
    program = shutil.which("tesseract")
    if program is None:
        message = "Tesseract isn't installed; install it: sudo apt install tesseract-ocr tesseract-ocr-swe "
        raise ProgramMissing(message + "tesseract-ocr-script-latn")
    answer = subprocess.run([program, option], capture_output=True, text=True, check=False, timeout=_SECONDS)
    return answer.stdout or answer.stderr
