"""PDF pages whose print is right and whose text layer says whatever is wanted."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Protocol, cast

import numpy as np
import pikepdf
import pypdfium2
import reportlab
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name, Pdf
from reportlab.pdfbase.ttfonts import TTFont

WIDTH, HEIGHT = 595.0, 842.0
_FACE = Path(reportlab.__file__).with_name("fonts") / "Vera.ttf"
"""Bitstream Vera comes with ReportLab; its glyphs stand in the standard order of the Macintosh."""
_FIRST_CODES = 100
"""A table of codes holds so many at most (Adobe Technical Note 5014)."""

Grey = NDArray[np.uint8]
Says = Callable[[str], str | None]
"""From a printed character to what the layer gives for it; None for nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print: `x` its left end and `y` its base line, in points from the sheet's bottom left."""

    x: float
    y: float
    text: str
    size: float = 9.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: an image with its place, then lines of text in one render mode, then more operators of PDF."""

    lines: Sequence[Line] = ()
    image: Grey | None = None
    place: tuple[float, float, float, float] = (0.0, 0.0, WIDTH, HEIGHT)
    mode: int = 0
    before: str = ""
    after: str = ""
    entries: dict[str, object] = field(default_factory=dict[str, object])


def same(character: str) -> str:
    """What a good layer gives."""
    return character


def pdf_of(sheets: Sequence[Sheet], says: Says | None = same) -> bytes:
    """The PDF of these pages; without `says` its font has no map, so that numbers stand for characters."""
    pdf = Pdf.new()
    font = pdf.make_indirect(_font(pdf, says))
    for sheet in sheets:
        page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        page.obj.Resources = Dictionary(Font=Dictionary(F=font))
        for name, value in sheet.entries.items():
            page.obj[name] = value
        content = sheet.before
        if sheet.image is not None:
            page.obj.Resources.XObject = Dictionary(I=_image(pdf, sheet.image))
            x, y, width, height = sheet.place
            content += f"q {width} 0 0 {height} {x} {y} cm /I Do Q\n"
        content += "".join(shown(line, sheet.mode) for line in sheet.lines)
        page.obj.Contents = pdf.make_stream((content + sheet.after).encode())
    out = BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def shown(line: Line, mode: int = 0) -> str:
    """The operators that draw a line in a render mode."""
    codes = "".join(f"{glyph_of(character):04X}" for character in line.text)
    return f"BT {mode} Tr /F {line.size} Tf {line.x} {line.y} Td <{codes}> Tj ET\n"


def glyph_of(character: str) -> int:
    """The number of a character's glyph; 0 where the face has none."""
    return _face().charToGlyph.get(ord(character), 0)


def drawn(pdf: bytes, dpi: int = 200, number: int = 0) -> Grey:
    """A page of the PDF as an image."""
    with pypdfium2.PdfDocument(pdf) as document:
        pixels = document[number].render(scale=dpi / 72, grayscale=True).to_numpy()
        return np.array(pixels, dtype=np.uint8).reshape(pixels.shape[:2])


def width_of(text: str, size: float) -> float:
    """How wide a line is, in points."""
    widths = _face().charWidths
    return sum(widths.get(ord(c), 0) for c in text) * size / 1000


def filled(words: Sequence[str], size: float = 9.0, top: float = 780.0, room: float = 460.0) -> list[Line]:
    """Lines of running text from the top of the sheet down, with an empty line after every twelfth."""
    lines: list[Line] = []
    rest = list(words)
    y = top
    while rest and y > 60:
        taken = 1
        while taken < len(rest) and width_of(" ".join(rest[: taken + 1]), size) <= room:
            taken += 1
        lines.append(Line(70, y, " ".join(rest[:taken]), size))
        rest = rest[taken:]
        y -= size * (2.6 if len(lines) % 12 == 0 else 1.35)
    return lines


class _Face(Protocol):
    """What is used of ReportLab's faces, which have no types."""

    charToGlyph: dict[int, int]  # noqa: N815  the name is ReportLab's
    charWidths: dict[int, float]  # noqa: N815  the name is ReportLab's


class _Font(Protocol):
    face: _Face


@cache
def _face() -> _Face:
    return cast("_Font", TTFont("Vera", str(_FACE))).face


def _font(pdf: Pdf, says: Says | None) -> Dictionary:
    """The face as a font of glyph numbers (Type 0, Identity-H; ISO 32000-1, 9.7)."""
    face = _face()
    widths = {
        glyph: face.charWidths[code] for code, glyph in face.charToGlyph.items() if code in face.charWidths
    }
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/Vera"), Flags=4, FontBBox=Array([-183, -236, 1288, 928]),
        ItalicAngle=0, Ascent=928, Descent=-236, CapHeight=729, StemV=80,
        FontFile2=pdf.make_stream(_FACE.read_bytes()),
    )  # fmt: skip
    cid = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/Vera"), CIDToGIDMap=Name.Identity,
        CIDSystemInfo=Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
        ),
        FontDescriptor=pdf.make_indirect(descriptor),
        W=Array([item for glyph, wide in sorted(widths.items()) for item in (glyph, Array([round(wide)]))]),
    )  # fmt: skip
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/Vera"), Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(cid)]),
    )  # fmt: skip
    if says:
        font.ToUnicode = pdf.make_stream(_map(says).encode())
    return font


def _map(says: Says) -> str:
    """The map from glyph numbers to characters (ISO 32000-1, 9.10.3)."""
    codes = {glyph: code for code, glyph in sorted(_face().charToGlyph.items(), reverse=True)}
    rows = [
        f"<{glyph:04X}> <{said.encode('utf-16-be').hex()}>"
        for glyph, code in codes.items()
        if code < 0x3000 and (said := says(chr(code)))
    ]
    tables = [rows[at : at + _FIRST_CODES] for at in range(0, len(rows), _FIRST_CODES)]
    body = "\n".join(f"{len(t)} beginbfchar\n" + "\n".join(t) + "\nendbfchar" for t in tables)
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def"
    return f"{head}\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n{body}\nendcmap end end"


def _image(pdf: Pdf, pixels: Grey) -> pikepdf.Object:
    height, width = pixels.shape
    stream = pdf.make_stream(zlib.compress(pixels.tobytes()))
    stream.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray, Filter=Name.FlateDecode,
    )  # fmt: skip
    return stream
