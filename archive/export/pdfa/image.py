"""The pages of an image file as pages of a PDF, without a loss: what is packed well stays as it is packed.

JPEG and JPEG 2000 go in as they are, black and white as CCITT Group 4, everything else deflated.
"""

from __future__ import annotations

import warnings
from collections.abc import Generator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf
from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError
from PIL.TiffImagePlugin import ROWSPERSTRIP, STRIPBYTECOUNTS, STRIPOFFSETS

from archive.export.pdfa.jpeg2000 import may_be_kept
from archive.export.pdfa.setting import scale_of
from models.errors import ExportError

_FORMATS = ("TIFF", "PNG", "JPEG", "JPEG2000", "WEBP")
"""Pillow opens no other: each of its decoders is a door."""
_LONGEST = 14_400
"""A side of a page has at most so many points (ISO 32000-1, annex C)."""
_COLOURS = {"L": Name("/DeviceGray"), "RGB": Name("/DeviceRGB")}
_PNG_HEAD = 8
_PALETTE = 3
_PNG_COLOURS = {0: 1, 2: 3, _PALETTE: 1}
"""Kinds of PNG, grey, colour and colours of a palette, with the values a pixel has."""
_SIDEWAYS = frozenset({5, 6, 7, 8})
_FAULTS = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError)
"""What Pillow's decoders raise on a file that breaks the rules of its format."""


@contextmanager
def opened(path: Path) -> Generator[Image.Image]:
    """The image, its fault told as `ExportError`; its size was judged when it was read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=_FORMATS) as image:
                yield image
    except (UnidentifiedImageError, Image.DecompressionBombError, *_FAULTS) as error:
        raise ExportError("Its image can't be unpacked again: look whether the file is sound.") from error


def add_page(pdf: Pdf, path: Path, image: Image.Image, number: int, dpi: int | None) -> Page:
    """Page `number` (from 1) of the image file as the PDF's next page, in the size that its dpi gives."""
    if number > 1:
        image.seek(number - 1)
    turned = image.getexif().get(ExifTags.Base.Orientation, 1) if image.format == "JPEG" else 1
    kept = _as_it_is(pdf, path, image) if getattr(image, "n_frames", 1) == 1 else None
    drawn = _packed(pdf, _plain(image)) if kept is None else kept
    width, height = image.size if kept is None or turned not in _SIDEWAYS else image.size[::-1]
    if kept is None:
        width, height = int(drawn.Width), int(drawn.Height)
    size = (width * scale_of(dpi), height * scale_of(dpi))
    if max(size) > _LONGEST:
        raise ExportError(f"Page {number} would be longer than 200 inches, which no PDF may be.")
    page = pdf.add_blank_page(page_size=size)
    name = page.add_resource(drawn, Name.XObject)
    placed = " ".join(f"{value:.4f}" for value in _placed(turned if kept is not None else 1, *size))
    page.contents_add(f"q {placed} cm {name} Do Q".encode("ascii"))
    return page


def _placed(orientation: int, w: float, h: float) -> tuple[float, float, float, float, float, float]:
    """What takes an image as it is stored to the page as it is seen (Exif 2.32, 4.6.4, Orientation)."""
    return {
        2: (-w, 0, 0, h, w, 0),
        3: (-w, 0, 0, -h, w, h),
        4: (w, 0, 0, -h, 0, h),
        5: (0, -h, -w, 0, w, h),
        6: (0, -h, w, 0, 0, h),
        7: (0, h, w, 0, 0, 0),
        8: (0, h, -w, 0, w, 0),
    }.get(orientation, (w, 0, 0, h, 0, 0))


def _as_it_is(pdf: Pdf, path: Path, image: Image.Image) -> Object | None:
    """The file itself as the image, where a PDF can hold it so."""
    if image.mode not in (*_COLOURS, "P") or "transparency" in image.info:
        return None
    content = path.read_bytes()
    match image.format:
        case "PNG":
            return _png(pdf, content, image)
        case "JPEG" if image.mode in _COLOURS:
            coded = Name("/DCTDecode")
        case "JPEG2000" if image.mode in _COLOURS and may_be_kept(content):
            coded = Name("/JPXDecode")
        case _:
            return None
    drawn = image_object(pdf, content, image, _COLOURS[image.mode])
    drawn.Filter = coded
    return drawn


def _plain(image: Image.Image) -> Image.Image:
    """The image upright, on white paper, in black and white, grey or colour."""
    upright = ImageOps.exif_transpose(image)
    if upright.mode in ("1", "L", "RGB"):
        return upright if "transparency" not in upright.info else _on_paper(upright)
    if "A" in upright.getbands() or "transparency" in upright.info:
        return _on_paper(upright)
    if upright.mode.startswith("I"):
        top = max(float(upright.getextrema()[1]), 256.0)  # type: ignore[arg-type]
        return upright.convert("F").point(lambda level: level * 255 / top).convert("L")
    return upright.convert("RGB")


def _on_paper(image: Image.Image) -> Image.Image:
    layered = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered).convert("RGB")


def _packed(pdf: Pdf, image: Image.Image) -> Object:
    if image.mode == "1":
        return _fax(pdf, image)
    file = BytesIO()
    image.save(file, "PNG", icc_profile=None)
    drawn = _png(pdf, file.getvalue(), image)
    if drawn is None:
        raise ExportError("Its image can't be packed for a PDF: save it as TIFF and run that.")
    return drawn


def _png(pdf: Pdf, content: bytes, image: Image.Image) -> Object | None:
    """The deflated rows of a PNG, unless they are interlaced, see-through or finer than PDF has them."""
    bits, kind, interlaced = content[24], content[25], content[28]
    if bits > 8 or kind not in _PNG_COLOURS or interlaced:
        return None
    colours = _PNG_COLOURS[kind]
    drawn = image_object(
        pdf, _png_chunks(content, b"IDAT"), image, _COLOURS["RGB" if kind == 2 else "L"], bits
    )
    if kind == _PALETTE:
        palette = _png_chunks(content, b"PLTE")
        drawn.ColorSpace = Array([Name("/Indexed"), _COLOURS["RGB"], len(palette) // 3 - 1, palette])
    drawn.Filter = Name("/FlateDecode")
    drawn.DecodeParms = Dictionary(Predictor=15, Colors=colours, BitsPerComponent=bits, Columns=image.width)
    return drawn


def _fax(pdf: Pdf, image: Image.Image) -> Object:
    """Black and white as CCITT Group 4, which packs such pages best without a loss."""
    file = BytesIO()
    image.save(file, "TIFF", compression="group4", tiffinfo={ROWSPERSTRIP: image.height})
    with Image.open(file, formats=("TIFF",)) as coded:
        (start,), (length,) = coded.tag_v2[STRIPOFFSETS], coded.tag_v2[STRIPBYTECOUNTS]  # type: ignore[attr-defined]
        white_is_zero = coded.tag_v2[262] == 0  # type: ignore[attr-defined]
    drawn = image_object(pdf, file.getvalue()[start : start + length], image, Name("/DeviceGray"), bits=1)
    drawn.Filter = Name("/CCITTFaxDecode")
    drawn.DecodeParms = Dictionary(K=-1, Columns=image.width, Rows=image.height, BlackIs1=not white_is_zero)
    return drawn


def image_object(
    pdf: Pdf, content: bytes, image: Image.Image, colours: Name | None = None, bits: int = 8
) -> Object:
    """An image of a PDF; `content` is packed by the filter that is yet to be named."""
    drawn = pdf.make_stream(content)
    drawn.Type, drawn.Subtype = Name.XObject, Name.Image
    drawn.Width, drawn.Height = image.size
    drawn.ColorSpace, drawn.BitsPerComponent = colours or _COLOURS[image.mode], bits
    return drawn


def _png_chunks(content: bytes, kind: bytes) -> bytes:
    """What stands in a PNG's chunks of this kind."""
    found: list[bytes] = []
    at = _PNG_HEAD
    while at < len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        if content[at + 4 : at + 8] == kind:
            found.append(content[at + 8 : at + 8 + length])
        at += length + 12
    return b"".join(found)
