"""What is missing is told with the command that installs it."""

from __future__ import annotations

import shutil

import pytest

from ingest.ocr import probe
from models.errors import ProgramMissing


def test_installed_program_has_a_version() -> None:
    engine = probe.tesseract()
    assert engine.name == "tesseract"
    assert engine.version[0].isdigit()


@pytest.mark.parametrize(
    ("model", "package"),
    [
        ("swe", "tesseract-ocr-swe"),
        ("Latin", "tesseract-ocr-script-latn"),
        ("swe_frak", "tesseract-ocr-swe-frak"),
    ],
)
def test_missing_model_names_its_package(model: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "installed_models", lambda: frozenset({"eng"}))
    with pytest.raises(ProgramMissing, match=f"apt install {package}"):
        probe.demand([model])


def nowhere(_: str) -> None:
    """What `shutil.which` says of a program that isn't there."""


def test_missing_program_names_its_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", nowhere)
    probe.tesseract.cache_clear()
    with pytest.raises(ProgramMissing, match="apt install tesseract-ocr"):
        probe.tesseract()
    probe.tesseract.cache_clear()
