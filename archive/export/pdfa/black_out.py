"""Pages of a PDF made into pictures on which personal numbers are black, and nothing lies beneath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
from pikepdf import Array, Name, Object, Page, Pdf
from PIL import Image, ImageChops, ImageDraw

from archive.export.pdfa.image import image_object
from archive.export.pdfa.setting import POINTS_AN_INCH, scale_of
from archive.export.pdfa.sheet import as_seen
from archive.export.printed import PrintedPage
from archive.masking.mask import Mask
from models.errors import ExportError
from models.geometry import Box
from models.page import Unit

_DPI = 200
"""So fine pages are drawn that were never scanned."""
_MOST_PIXELS = 100_000_000
_MARGIN = 0.2
"""How much of its height is blacked out about a word, for print that goes beyond its box."""
_QUALITY = 88
_GREY = 6
"""Colours that differ by less are those of grey paper."""
_KEPT_OF_PAGE = frozenset({"/Type", "/Parent"})
_HIDES_TEXT = (
    "/Outlines", "/AcroForm", "/StructTreeRoot", "/MarkInfo", "/AF", "/Collection", "/Names", "/Metadata",
    "/Threads", "/PieceInfo", "/OpenAction", "/Dests",
)  # fmt: skip
"""What a file says beside its pages (ISO 32000-1, 7.7.2): marks, forms, attachments, what describes it."""


def black_out(pdf: Pdf, source: Path, pages: Iterable[PrintedPage]) -> frozenset[int]:
    """Replace each page with hidden words by its picture; the numbers of those pages.

    `source` is the file that `pdf` was opened from: the pictures are drawn from it. Raises `ExportError`
    where nobody knows the place of a hidden word on the page.
    """
    _strip(pdf)
    done: set[int] = set()
    with pypdfium2.PdfDocument(source) as drawn:
        for printed in pages:
            number = printed.page.number
            boxes = list(_boxes(printed))
            if boxes:
                picture, scale = _drawn(drawn, printed)
                _put(pdf, pdf.pages[number - 1], _blackened(picture, boxes, scale))
                done.add(number)
    return frozenset(done)


def refuse_what_shows(path: Path, mask: Mask, but: frozenset[int] = frozenset()) -> None:
    """Raise `ExportError` where the file's text holds what `mask` hides, on other pages than `but`."""
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, 1):
            if number in but:
                continue
            text = page.get_textpage().get_text_range()
            if mask(text) != text:
                raise ExportError(
                    f"Page {number} would still show a personal number: publish it as hocr or jsonl instead."
                )


def _boxes(printed: PrintedPage) -> Iterator[Box]:
    for word in printed.words:
        if word.hidden:
            if word.box is None:
                message = "where it stands on the paper is not known: publish it as hocr or jsonl instead."
                raise ExportError(
                    f"A personal number on page {printed.page.number} can't be hidden, as {message}"
                )
            yield word.box


def _drawn(drawn: pypdfium2.PdfDocument, printed: PrintedPage) -> tuple[Image.Image, float]:
    """The page as it is seen, and how many of the picture's pixels are one unit of the page's boxes."""
    page = drawn[printed.page.number - 1]
    points = scale_of(printed.page.dpi) if printed.page.unit is Unit.PIXEL else 1.0
    scale = 1 / points if printed.page.unit is Unit.PIXEL else _DPI / POINTS_AN_INCH
    width, height = page.get_size()
    scale = min(scale, (_MOST_PIXELS / (width * height)) ** 0.5)
    picture = page.render(scale=scale).to_pil().convert("RGB")
    return picture, scale * points


def _blackened(picture: Image.Image, boxes: Iterable[Box], scale: float) -> Image.Image:
    painter = ImageDraw.Draw(picture)
    for box in boxes:
        x0, y0, x1, y1 = (edge * scale for edge in (box.x0, box.y0, box.x1, box.y1))
        more = _MARGIN * (y1 - y0) + 1
        painter.rectangle((x0 - more, y0 - more, x1 + more, y1 + more), fill=(0, 0, 0))
    red, green, blue = picture.split()
    apart = (ImageChops.difference(red, other).histogram() for other in (green, blue))
    return picture if any(any(counts[_GREY:]) for counts in apart) else picture.convert("L")


def _put(pdf: Pdf, page: Page, picture: Image.Image) -> None:
    """Make the page one that shows the picture and holds nothing else; what refers to the page still does."""
    turned, (x0, y0, x1, y1) = as_seen(page)
    width, height = (y1 - y0, x1 - x0) if turned % 180 else (x1 - x0, y1 - y0)
    for key in set(page.obj.keys()) - _KEPT_OF_PAGE:
        del page.obj[key]
    page.obj.MediaBox = Array([0, 0, width, height])
    name = page.add_resource(_jpeg(pdf, picture), Name.XObject)
    page.obj.Contents = pdf.make_stream(f"q {width:.4f} 0 0 {height:.4f} 0 0 cm {name} Do Q".encode("ascii"))


def _jpeg(pdf: Pdf, picture: Image.Image) -> Object:
    file = BytesIO()
    picture.save(file, "JPEG", quality=_QUALITY)
    made = image_object(pdf, file.getvalue(), picture)
    made.Filter = Name("/DCTDecode")
    return made


def _strip(pdf: Pdf) -> None:
    for key in _HIDES_TEXT:
        if key in pdf.Root:
            del pdf.Root[key]
    for page in pdf.pages:
        for key in ("/Annots", "/StructParents", "/Metadata"):
            if key in page.obj:
                del page.obj[key]
