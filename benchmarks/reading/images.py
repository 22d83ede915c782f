"""Pages as images that every program can open, and pages from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageSequence

from benchmarks.reading.page import BenchPage

_DRAWN_DPI = 300
_LEAST_DPI = 70
"""Fewer dots an inch than this are no scan's: the file doesn't know."""
_PLAIN = frozenset({"1", "L", "RGB"})
_READ_BY_ALL = frozenset({".png", ".jpg", ".jpeg"})
_TEXTS = frozenset({".txt", ".json"})
_NUMBERED = re.compile(r"(?P<kind>.*?)[-_. ]*\d+")


def images_of(page: BenchPage, folder: Path) -> list[Path]:
    """The page's file if it is a PNG, a JPEG or a TIFF of one image; else its images, made in `folder`."""
    if page.path.suffix.lower() in _READ_BY_ALL:
        return [page.path]
    if page.path.suffix.lower() == ".pdf":
        return _drawn(page.path, folder)
    with Image.open(page.path) as image:
        if getattr(image, "n_frames", 1) == 1 and page.path.suffix.lower() in {".tif", ".tiff"}:
            return [page.path]
        folder.mkdir(parents=True, exist_ok=True)
        return [_saved(frame, folder / f"{n}.png") for n, frame in enumerate(ImageSequence.Iterator(image))]


def _drawn(path: Path, folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    with pdfium.PdfDocument(path) as document:
        return [
            _saved(
                page.render(scale=_DRAWN_DPI / 72, grayscale=True).to_pil(), folder / f"{n}.png", _DRAWN_DPI
            )
            for n, page in enumerate(document)
        ]


def _saved(image: Image.Image, path: Path, dpi: float | None = None) -> Path:
    """As a PNG; 300 dpi where the file doesn't say."""
    known = dpi or float(image.info.get("dpi", (0, 0))[0])
    resolution = known if known >= _LEAST_DPI else _DRAWN_DPI
    plain = image if image.mode in _PLAIN else image.convert("RGB")
    plain.save(path, compress_level=1, dpi=(resolution, resolution))
    return path


def given(folder: Path) -> list[BenchPage]:
    """The page files of a folder and its sub-folders that have a true text beside them.

    The text of `name.png` is `name.txt` or `name.gt.txt`. The kind is the sub-folder's name; at the top of
    the folder it is the file's name without the number at its end ("fax" of `fax-03.tif`), or "given" where
    there is none.
    """
    pages: list[BenchPage] = []
    for path in sorted(folder.rglob("*")):
        truth = _truth_of(path)
        if truth is not None:
            name = path.relative_to(folder).as_posix()
            pages.append(
                BenchPage(name=name, kind=_kind(path, folder), path=path, truth=truth.read_text("utf-8-sig"))
            )
    return pages


def _truth_of(path: Path) -> Path | None:
    if not path.is_file() or path.suffix.lower() in _TEXTS:
        return None
    beside = (path.with_suffix(".gt.txt"), path.with_suffix(".txt"))
    return next((text for text in beside if text.is_file()), None)


def _kind(path: Path, folder: Path) -> str:
    if path.parent != folder:
        return path.relative_to(folder).parts[0]
    numbered = _NUMBERED.fullmatch(path.stem)
    return (numbered["kind"] or "given") if numbered else "given"


def fit_for_pdf(path: Path, made: Path) -> Path:
    """The image itself where it can stand in a PDF as it is, else a copy that can (dpi, no alpha)."""
    with Image.open(path) as image:
        known = float(image.info.get("dpi", (0, 0))[0]) >= _LEAST_DPI
        return path if known and image.mode in _PLAIN else _saved(image, made)
