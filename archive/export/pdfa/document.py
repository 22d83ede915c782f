"""A PDF or an image file as a PDF with the repaired text under its pages."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Set
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from pikepdf import Page, Pdf

from archive.export.pdfa import image
from archive.export.pdfa.layer import InvisibleType, Matrix, add_layer
from archive.export.pdfa.old_text import OldText
from archive.export.pdfa.setting import scale_of, set_words
from archive.export.pdfa.sheet import as_seen
from archive.export.printed import PrintedPage
from models.errors import ExportError, InputEncrypted
from models.page import Unit

_NO_PART_OF_A_PAGE = frozenset({"/Trans", "/Dur", "/PresSteps", "/AA", "/Thumb", "/PieceInfo"})
"""Effects of a slide show, actions, a small picture, and private data of programs: none of it is on paper."""
_NO_PART_OF_A_FILE = frozenset({"/OpenAction", "/AA", "/PieceInfo"})
_AT_A_TIME = 20
_BROKEN = "It breaks the rules of PDF: save it anew with another program, and run that."


@contextmanager
def opened(path: Path) -> Generator[Pdf]:
    """The PDF, its faults told as the program's own."""
    try:
        with pikepdf.open(path) as pdf:
            yield pdf
    except pikepdf.PasswordError as error:
        raise InputEncrypted("It can't be opened without its password: save it without one.") from error
    except pikepdf.PdfError as error:
        raise ExportError(_BROKEN) from error


@contextmanager
def from_images(path: Path, pages: Iterable[PrintedPage]) -> Generator[Pdf]:
    """The pages of an image file, without their text."""
    with TemporaryDirectory(prefix="justerat-") as folder, ExitStack() as kept, pikepdf.new() as pdf:
        for part in _image_parts(path, pages, Path(folder)):
            pdf.pages.extend(kept.enter_context(pikepdf.open(part)).pages)
        yield pdf


def _image_parts(path: Path, pages: Iterable[PrintedPage], folder: Path) -> Iterator[Path]:
    """The pages of an image file some at a time as PDFs on the disk, as memory might not hold them all."""
    left = iter(pages)
    with image.opened(path) as picture:
        while group := tuple(islice(left, _AT_A_TIME)):
            part = folder / f"{group[0].page.number}.pdf"
            with pikepdf.new() as pdf:
                for printed in group:
                    image.add_page(pdf, path, picture, printed.page.number, printed.page.dpi)
                pdf.save(part)
            yield part


def graft(pdf: Pdf, pages: Iterable[PrintedPage], chosen: Set[int]) -> None:
    """Lay the text under the pages of `pdf` with these numbers; the others keep their own."""
    type_ = InvisibleType(pdf)
    for printed in pages:
        if printed.page.number in chosen:
            _lay(pdf.pages[printed.page.number - 1], printed, type_)
    if chosen:
        type_.finish()


def clear(pdf: Pdf, chosen: Set[int]) -> None:
    """Take away the old text of the pages with these numbers, and what no page shows."""
    old = OldText(pdf)
    for number in sorted(chosen):
        old.silence(pdf.pages[number - 1])
    for node, keys in [
        (pdf.Root, _NO_PART_OF_A_FILE),
        *((page.obj, _NO_PART_OF_A_PAGE) for page in pdf.pages),
    ]:
        for key in keys & set(node.keys()):
            del node[key]


def _lay(page: Page, printed: PrintedPage, type_: InvisibleType) -> None:
    turned, box = as_seen(page)
    width, height = box[2] - box[0], box[3] - box[1]
    if turned % 180:
        width, height = height, width
    scale = scale_of(printed.page.dpi) if printed.page.unit is Unit.PIXEL else 1.0
    words = set_words(printed, scale, height)
    add_layer(page, words, _as_it_lies(turned, box, height), type_)
    # Viewers are told to turn what stands on its side: some read text in order only when it is upright.
    page.obj.Rotate = (turned + 90 * round(printed.page.rotation / 90)) % 360


def _as_it_lies(turned: int, box: tuple[float, float, float, float], height: float) -> Matrix:
    """What takes places from the bottom left of the page as seen to the page's own."""
    x0, y0, x1, y1 = box
    return {
        90: (0, 1, -1, 0, x0 + height, y0),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, -1, 1, 0, x0, y1),
    }.get(turned, (1, 0, 0, 1, x0, y0))
