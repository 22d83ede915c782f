"""PDF: opened, counted and drawn with pypdfium2; its text layers are read in `ingest/layer`."""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pdfplumber
import pypdfium2
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from ingest.files import shown
from ingest.picture import Picture
from models.errors import InputDamaged, InputEncrypted, InputError, InputTooLarge, InputWithoutPages
from models.finding import Finding, Severity
from models.settings import ReadingSettings

POINTS_AN_INCH = 72
_LEAST_DPI = 70
_LOCKED = (PDFPasswordIncorrect, PDFEncryptionError)
PLUMBER_FAULTS = (PdfminerException, MalformedPDFException, TypeError, ValueError, KeyError, IndexError)
"""What pdfplumber raises on a file or a page that breaks the rules of PDF."""
_TAIL_BYTES = 16_384
"""A whole PDF ends with its mark within so many bytes; programs that send files add some after it."""
_KEPT: dict[Path, pypdfium2.PdfDocument] = {}
"""The files that `kept_open` holds open in this process."""

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd font, page after page


def count_pages(path: Path) -> int:
    """How many pages the file has; an `InputError` where it can't be opened or has none."""
    with opened(path) as document:
        count = len(document)
    if count == 0 and breaks_off(path):
        raise InputDamaged(f"{shown(path)} breaks off before its first page; fetch the whole file again.")
    if count == 0:
        raise InputWithoutPages(f"{shown(path)} opens and holds no pages; fetch it again or leave it out.")
    return count


def breaks_off(path: Path) -> bool:
    """Whether the mark that ends every PDF is missing."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL_BYTES))
        return b"%%EOF" not in file.read()


def truncation(path: Path) -> Finding | None:
    """A remark where the file breaks off and what was left could still be opened."""
    if not breaks_off(path):
        return None
    message = f"{shown(path)} breaks off; pages may be missing or empty. Fetch the whole file again."
    return Finding("file-breaks-off", Severity.ERROR, message, 1)


def render(path: Path, number: int, settings: ReadingSettings) -> Picture:
    """Page `number` (from 1) drawn in grey at `settings.dpi`, or less where it would have too many pixels."""
    with opened(path) as document:
        return drawn(document, path, number, settings)


def drawn(document: pypdfium2.PdfDocument, path: Path, number: int, settings: ReadingSettings) -> Picture:
    """The same for an open document, whose file is `path`."""
    document.init_forms()
    page = document[number - 1]
    try:
        width, height = page.get_size()
        dpi = _affordable_dpi(path, width * height, settings)
        bitmap = page.render(scale=dpi / POINTS_AN_INCH, grayscale=True)
        pixels = np.array(bitmap.to_numpy(), dtype=np.uint8)
    finally:
        page.close()
    return Picture(pixels.reshape(pixels.shape[:2]), dpi)


@contextmanager
def kept_open(path: Path) -> Generator[None]:
    """Open the file once for all that is asked of its pages meanwhile; an `InputError` where that fails.

    To find a page, PDFium goes through all before it: page by page, a volume would cost ever more.
    """
    with opened(path) as document:
        _KEPT[path] = document
        try:
            yield
        finally:
            del _KEPT[path]


@contextmanager
def opened(path: Path) -> Generator[pypdfium2.PdfDocument]:
    """The open document, the one that is kept open where one is; an `InputError` where it can't be opened."""
    kept = _KEPT.get(path)
    document = _open(path) if kept is None else kept
    try:
        yield document
    except pypdfium2.PdfiumError as error:
        raise InputDamaged(f"A page of {shown(path)} breaks the rules of PDF; save the file anew.") from error
    finally:
        if kept is None:
            document.close()


def _open(path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise _cause(path) from error


def _cause(path: Path) -> InputError:
    """Why PDFium didn't open the file: told by pdfminer, as PDFium may give the cause of an earlier file."""
    try:
        with pdfplumber.open(path) as plumbed:
            empty = not plumbed.pages and not breaks_off(path)
    except PLUMBER_FAULTS as error:
        if any(isinstance(cause, _LOCKED) for cause in error.args):
            return InputEncrypted(f"{shown(path)} can't be opened without its password; save it without one.")
        empty = False
    if empty:
        return InputWithoutPages(f"{shown(path)} opens and holds no pages; fetch it again or leave it out.")
    return InputDamaged(f"{shown(path)} breaks off or breaks the rules of PDF; fetch or save the file anew.")


def _affordable_dpi(path: Path, square_points: float, settings: ReadingSettings) -> int:
    inches = max(square_points / POINTS_AN_INCH**2, 1e-6)
    dpi = min(settings.dpi, int((settings.max_pixels / inches) ** 0.5))
    if dpi < _LEAST_DPI:
        message = f"A page of {shown(path)} is too large to be drawn legibly (max_pixels)."
        raise InputTooLarge(message)
    return dpi
