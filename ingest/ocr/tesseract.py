"""Tesseract, once for each model, in processes of their own that are stopped when they take too long."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Protocol

import cv2
import pytesseract

from ingest.ocr import probe, tsv
from ingest.ocr.merge import merge
from ingest.picture import Picture
from models.errors import InputDamaged, PageTimeout
from models.page import Engine, Word
from models.settings import ReadingSettings
from models.swedish.lexicon import Lexicon

_FAST_PNG = (cv2.IMWRITE_PNG_COMPRESSION, 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """The words that an engine read, boxes in pixels of the image, in no order that matters."""

    words: tuple[Word, ...]
    engine: Engine


class OcrEngine(Protocol):
    """Whatever reads words from an image."""

    def read(self, picture: Picture) -> Reading:
        """The words on `picture`; `PageTimeout` where that takes too long."""
        ...

    def turn(self, picture: Picture) -> int:
        """How many quarters clockwise `picture` must be turned to stand upright, 0 where none can tell."""
        ...


@dataclass(frozen=True, slots=True)
class Tesseract:
    """Tesseract with the models of `settings`, their readings merged with `lexicon` as the judge."""

    settings: ReadingSettings
    lexicon: Lexicon

    def read(self, picture: Picture) -> Reading:
        """The words on `picture`, each as the model has it that reads it best."""
        probe.demand(self.settings.models)
        ends = monotonic() + self.settings.page_seconds
        with tempfile.TemporaryDirectory(prefix="justerat-") as folder:
            path = _written(picture, folder)
            merged, *others = (
                tuple(tsv.words(_run(path, model, picture.dpi, ends))) for model in self.settings.models
            )
        for other in others:
            merged = merge(merged, other, self.lexicon)
        return Reading(merged, probe.tesseract())

    def turn(self, picture: Picture) -> int:
        """How many quarters clockwise `picture` must be turned, by Tesseract's orientation model."""
        if "osd" not in probe.installed_models():
            return 0
        with tempfile.TemporaryDirectory(prefix="justerat-") as folder:
            return _orientation(_written(picture, folder), self.settings.page_seconds)


def _written(picture: Picture, folder: str) -> str:
    path = str(Path(folder) / "page.png")
    cv2.imwrite(path, picture.pixels, _FAST_PNG)
    return path


def _run(path: str, model: str, dpi: int, ends: float) -> str:
    """The TSV of one pass; one thread, as four for one page cost five times as much for the same words."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        return pytesseract.image_to_data(path, model, f"--dpi {dpi}", timeout=max(ends - monotonic(), 0.1))
    except pytesseract.TesseractError as error:
        message = "Tesseract could not read the image of this page; scan the page again."
        raise InputDamaged(message) from error
    except RuntimeError as error:
        raise PageTimeout("Reading this page took too long and was stopped; raise page_seconds.") from error


def _orientation(path: str, seconds: int) -> int:
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        told = pytesseract.image_to_osd(path, timeout=seconds)
    except RuntimeError:
        return 0  # too few letters to tell by, or too slow: the page stays as it is
    lines = dict(line.split(": ", 1) for line in told.splitlines() if ": " in line)
    return round(float(lines.get("Rotate", "0")) / 90) % 4
