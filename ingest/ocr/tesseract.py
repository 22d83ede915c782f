"""Tesseract through pytesseract: several images a call, so that a model is loaded once for all of them.

A call that takes too long is killed with all that it started, and its images are read one by one, so that
only the guilty one is lost.
"""

from __future__ import annotations

import os
import shlex
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from time import monotonic
from typing import Protocol

import pytesseract
from PIL import Image

from ingest.ocr import probe, tsv
from ingest.ocr.wordlist import with_words_of
from ingest.picture import Picture
from models.errors import InputDamaged, JusteratError, PageTimeout
from models.page import Engine, Word
from models.settings import ReadingSettings

_LATE = "Reading this page took too long and was stopped; raise page_seconds."


_OF_A_SCRIPT, _SWEDISH = frozenset({"Latin"}), "swe"
"""Models of no language, which are lent the words of that one."""


class Layout(IntEnum):
    """What the engine expects on an image: Tesseract's page segmentation modes."""

    PAGE = 3
    BLOCK = 6
    LINE = 7
    SCATTERED = 11


@dataclass(frozen=True, slots=True)
class Reading:
    """The words that an engine read on one image, boxes in its pixels; `fault` says why there are none."""

    words: tuple[Word, ...] = ()
    fault: JusteratError | None = None


class OcrEngine(Protocol):
    """Whatever reads words from images."""

    @property
    def name(self) -> Engine:
        """The engine and its version."""
        ...

    def read(self, pictures: Sequence[Picture], model: str, layout: Layout) -> tuple[Reading, ...]:
        """What stands on each of `pictures`, by one of the engine's models."""
        ...

    def turn(self, picture: Picture) -> int:
        """How many quarters clockwise `picture` must be turned to stand upright, 0 where none can tell."""
        ...


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The Tesseract that is installed, within the time that `settings` give a page."""

    settings: ReadingSettings

    @property
    def name(self) -> Engine:
        """Tesseract's own version; `ProgramMissing` where it isn't installed."""
        return probe.tesseract()

    def read(self, pictures: Sequence[Picture], model: str, layout: Layout) -> tuple[Reading, ...]:
        """What stands on each of `pictures`; raises only `ProgramMissing`."""
        probe.demand((model,))
        if not pictures:
            return ()
        try:
            return self._read(pictures, model, layout)
        except (InputDamaged, PageTimeout) as fault:
            if len(pictures) == 1:
                return (Reading(fault=fault),)
        return tuple(one for picture in pictures for one in self.read((picture,), model, layout))

    def turn(self, picture: Picture) -> int:
        """How many quarters clockwise `picture` must be turned, by Tesseract's orientation model."""
        if "osd" not in probe.installed_models():
            return 0
        with tempfile.TemporaryDirectory(prefix="justerat-") as folder:
            return _orientation(_written((picture,), folder), self.settings.page_seconds)

    def _read(self, pictures: Sequence[Picture], model: str, layout: Layout) -> tuple[Reading, ...]:
        with tempfile.TemporaryDirectory(prefix="justerat-") as folder:
            table = _run(
                _written(pictures, folder),
                model,
                f"--psm {layout.value} {_lent(model, folder)}",
                monotonic() + self.settings.page_seconds,
            )
        return tuple(Reading(tuple(words)) for words in tsv.pages(table, len(pictures)))


def _lent(model: str, folder: str) -> str:
    """The option that has Tesseract take `model` from `folder`, laid there with Swedish words; else nothing.

    It loads in a quarter of the time so, and reads Swedish with fewer errors.
    """
    paths = [probe.model_file(one) for one in (model, _SWEDISH)] if model in _OF_A_SCRIPT else []
    files = [path for path in paths if path]
    content = with_words_of(*files) if len(files) == 2 else None
    if content is None:
        return ""
    (Path(folder) / f"{model}.traineddata").write_bytes(content)
    return f"--tessdata-dir {shlex.quote(folder)}"


def _written(pictures: Sequence[Picture], folder: str) -> str:
    """The path of the image, or of a list of images, which Tesseract takes as one of several pages.

    Each image says its own resolution, as the engine's idea of a page hangs on it.
    """
    paths = [str(Path(folder) / f"{number}.tif") for number in range(len(pictures))]
    for path, picture in zip(paths, pictures, strict=True):
        Image.fromarray(picture.pixels).save(path, dpi=(picture.dpi, picture.dpi))
    if len(paths) == 1:
        return paths[0]
    listed = Path(folder) / "pages.txt"
    listed.write_text("\n".join(paths) + "\n", "utf-8")
    return str(listed)


def _run(path: str, model: str, options: str, ends: float) -> str:
    """The TSV of one call; one thread, as four for one page cost five times as much for the same words."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        return pytesseract.image_to_data(path, model, options, timeout=max(ends - monotonic(), 0.1))
    except pytesseract.TesseractError as error:
        message = "Tesseract could not read the image of this page; scan the page again."
        raise InputDamaged(message) from error
    except RuntimeError as error:
        raise PageTimeout(_LATE) from error


def _orientation(path: str, seconds: int) -> int:
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        told = pytesseract.image_to_osd(path, timeout=seconds)
    except RuntimeError:
        return 0  # too few letters to tell by, or too slow: the page stays as it is
    lines = dict(line.split(": ", 1) for line in told.splitlines() if ": " in line)
    return round(float(lines.get("Rotate", "0")) / 90) % 4
