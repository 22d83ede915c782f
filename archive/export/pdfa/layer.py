"""The invisible text of a PDF: one type without outlines for the whole file, and a layer for each page."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from math import cos, radians, sin

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from archive.export.pdfa.setting import ADVANCE, SetWord
from archive.export.printed import Half

_GLYPH = 4
"""The blank in OCRmyPDF's font of blanks that is as wide as `ADVANCE` says."""
_MOST = 60_000
"""So many different characters one font can hold; a font has 65,535 places."""
_BLOCK = 100
"""A table from codes to characters has no longer blocks (ISO 32000-1, 9.10.3, and the CMap specification)."""

Matrix = tuple[float, float, float, float, float, float]


class InvisibleType:
    """A font of blanks in which each character that is used gets a code of its own, and is found by it."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._codes: dict[str, int] = {}
        self.font: Object = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type0))

    def codes(self, text: str) -> bytes:
        """The text in the font's codes, as a string in hexadecimal."""
        return b"<" + b"".join(b"%04x" % self._code(character) for character in text) + b">"

    def stream(self, content: bytes) -> Stream:
        """A stream of the font's own file."""
        return self._pdf.make_stream(content)

    def finish(self) -> None:
        """Complete the font when all text has been written."""
        pdf, count = self._pdf, len(self._codes) + 1
        name = Name("/Occulta")
        program = pdf.make_stream((files("ocrmypdf.data") / "Occulta.ttf").read_bytes())
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=4,
            FontBBox=Array([0, -200, 500, 800]),
            ItalicAngle=0,
            Ascent=800,
            Descent=-200,
            CapHeight=700,
            StemV=80,
            FontFile2=program,
        )
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
            CIDToGIDMap=pdf.make_stream(_GLYPH.to_bytes(2, "big") * count),
            DW=round(1000 * ADVANCE),
            FontDescriptor=pdf.make_indirect(descriptor),
        )
        self.font.BaseFont = name
        self.font.Encoding = Name("/Identity-H")
        self.font.DescendantFonts = Array([pdf.make_indirect(descendant)])
        self.font.ToUnicode = pdf.make_stream(self._table())

    def _code(self, character: str) -> int:
        if len(self._codes) >= _MOST:
            return self._codes.get(character, 1)
        return self._codes.setdefault(character, len(self._codes) + 1)

    def _table(self) -> bytes:
        """The way back from codes to characters."""
        entries = [
            f"<{code:04x}> <{character.encode('utf-16-be', 'replace').hex()}>"
            for character, code in self._codes.items()
        ]
        blocks = [entries[at : at + _BLOCK] for at in range(0, len(entries), _BLOCK)]
        lines = [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <ffff>",
            "endcodespacerange",
        ]
        for block in blocks:
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
        return "\n".join(lines).encode("ascii")


def add_layer(
    page: Page, words: Iterable[SetWord], matrix: Matrix, type_: InvisibleType, *, mode: int = 3
) -> None:
    """Put the words under what the page shows; `matrix` takes the page as seen to the page as it lies.

    Text of rendering mode 3 is neither filled nor stroked (ISO 32000-1, 9.3.6). A word that a line's end cuts
    is found and copied whole, by its actual text (14.9.4).
    """
    name = page.add_resource(type_.font, Name.Font)
    pieces = [b"q", b"%s cm" % _numbers(*matrix), b"BT", b"%d Tr" % mode]
    whole = ""
    for word in words:
        if whole and not (word.cut and word.cut.half is Half.SECOND and word.cut.whole == whole):
            pieces.append(b"EMC")
            whole = ""
        if word.cut and word.cut.half is Half.FIRST:
            whole = word.cut.whole
            pieces.append(
                b"/Span <</ActualText <feff%s>>> BDC" % whole.encode("utf-16-be", "replace").hex().encode()
            )
        pieces += _written(word, bytes(str(name), "ascii"), type_)
    pieces += [*([b"EMC"] if whole else []), b"ET", b"Q", b""]
    page.contents_add(type_.stream(b"\n".join(pieces)), prepend=True)


def _written(word: SetWord, font: bytes, type_: InvisibleType) -> list[bytes]:
    angle = radians(word.angle)
    c, s = cos(angle), sin(angle)
    em = ADVANCE * word.size / 100
    return [
        b"%s %s Tf" % (font, _numbers(word.size)),
        b"%s Tz" % _numbers(word.width / (em * len(word.text))),
        b"%s Tm" % _numbers(c, s, -s, c, word.x, word.y),
        b"%s Tj" % type_.codes(word.text),
        b"%s Tz" % _numbers(word.space / em),
        b"%s Tj" % type_.codes(" "),
    ]


def _numbers(*values: float) -> bytes:
    return " ".join(f"{value:.5f}".rstrip("0").rstrip(".") or "0" for value in values).encode("ascii")
