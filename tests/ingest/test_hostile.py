"""Files that are made to fill the memory or never to end: each is refused or read, and soon."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from ingest import drawn
from ingest.files import open_source
from ingest.reader import count_pages, read_page
from models.errors import InputDamaged, InputError, InputTooLarge
from models.finding import UNREAD
from models.settings import ReadingSettings
from tests.ingest.test_drawn import Engines

SETTINGS = ReadingSettings(dpi=70, max_pages=50, max_pixels=1_000_000)
_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>"


def pdf(*objects: bytes) -> bytes:
    out, places = b"%PDF-1.7\n", list[int]()
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(content), entries, content)


def nested(depth: int) -> bytes:
    """A page at the end of a chain of page nodes."""
    nodes = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 1) for n in range(2, depth + 2)]
    return pdf(_CATALOG, *nodes, b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]>>" % (depth + 1))


def png(width: int, height: int, *chunks: tuple[bytes, bytes]) -> bytes:
    header = (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in (header, *chunks, (b"IEND", b""))
    )


def tiff(*frames: Mapping[int, int], last: int = 0) -> bytes:
    """Frames of ten by ten pixels whose tags are changed; the last one leads on to `last`."""
    out = bytearray(b"II*\0\x08\0\0\0")
    for number, changed in enumerate(frames, 1):
        tags = {256: 10, 257: 10, 258: 8, 259: 1, 262: 1, 273: 8, 277: 1, 278: 10, 279: 100} | dict(changed)
        out += struct.pack("<H", len(tags))
        for tag, value in sorted(tags.items()):
            out += struct.pack("<HHII", tag, 4, 1, value)
        out += struct.pack("<I", len(out) + 4 if number < len(frames) else last)
    return bytes(out) + bytes(100)


def siz(width: int, height: int, tile: int) -> bytes:
    """The beginning of a JPEG 2000 codestream: sizes, how it is coded, and a tile of nothing."""
    size = struct.pack(">H8IH", 0, width, height, 0, 0, tile, tile, 0, 0, 1) + b"\x07\x01\x01"
    coding = b"\xff\x52\0\x0c\0\0\0\1\0\5\4\4\0\0\xff\x5c\0\x13" + b"\x40" * 17
    tile_part = b"\xff\x90\0\x0a\0\0\0\0\0\0\0\1\xff\x93"
    return b"\xff\x4f\xff\x51" + struct.pack(">H", len(size) + 2) + size + coding + tile_part + bytes(200)


_ZEROS = zlib.compress(bytes(30_000_000), 9)
_ROWS = zlib.compress((b"\0" + bytes(50)) * 50)
_IDAT = (b"IDAT", _ROWS)
_FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>"
_IMAGE = b"/Type/XObject/Subtype/Image/Width 5000/Height 5000/ColorSpace/DeviceGray/BitsPerComponent 8"

REFUSED: Mapping[str, tuple[bytes, type[InputError]]] = {
    "too many pixels.png": (png(60_000, 60_000, _IDAT), InputTooLarge),
    "too tall.png": (png(1, 2_000_000_000, _IDAT), InputTooLarge),
    "text that unpacks.png": (png(50, 50, (b"zTXt", b"k\0\0" + _ZEROS), _IDAT), InputDamaged),
    "profile that unpacks.png": (png(50, 50, (b"iCCP", b"k\0\0" + _ZEROS), _IDAT), InputDamaged),
    "too many pixels.j2k": (siz(60_000, 60_000, 60_000), InputTooLarge),
    "too many pixels.tif": (tiff({256: 60_000, 257: 60_000}), InputTooLarge),
    "too many frames.tif": (tiff(*[dict[int, int]()] * 300), InputTooLarge),
    "too many form feeds.txt": (b"a\f" * 300, InputTooLarge),
    "too many pages.pdf": (
        pdf(_CATALOG, b"<</Type/Pages/Kids[3 0 R 3 0 R]/Count 99>>", _PAGE),
        InputTooLarge,
    ),
}
OPENED: Mapping[str, tuple[bytes, int]] = {
    "pixels that unpack.png": (png(50, 50, (b"IDAT", _ZEROS)), 1),
    "leads to itself.tif": (tiff({}, last=8), 1),
    "leads to the first.tif": (tiff({}, {}, last=8), 2),
    "strips that lie.tif": (tiff({279: 0xFFFFFFF0}), 1),
    "strips that unpack.tif": (tiff({259: 8, 279: 0x7FFFFFFF, 273: 0x7FFFFFFF}), 1),
    "second is too large.tif": (tiff({}, {256: 60_000, 257: 60_000}), 2),
    "tiles without end.j2k": (siz(900, 900, 1), 1),
    "page of a kilometre.pdf": (pdf(_CATALOG, _PAGES, _PAGE.replace(b"200 200", b"3e6 3e6"), stream(b"")), 1),
    "page of nothing.pdf": (pdf(_CATALOG, _PAGES, _PAGE.replace(b"200 200", b"0 0"), stream(b"")), 1),
    "pages that lead back.pdf": (pdf(_CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"), 9),
    "contents that lead back.pdf": (pdf(_CATALOG, _PAGES, _PAGE, b"5 0 R", b"4 0 R"), 1),
    "page at the end of a chain.pdf": (nested(3_000), 1),
    "arrays in arrays.pdf": (pdf(_CATALOG, _PAGES, _PAGE[:-2] + b"/X " + b"[" * 50_000 + b">>"), 1),
    "drawing that draws itself.pdf": (
        pdf(_CATALOG, _PAGES, _PAGE[:-2] + b"/Resources<</XObject<</F 5 0 R>>>>>>", stream(b"/F Do"),
            stream(b"/F Do", _FORM)), 1,
    ),
    "image that unpacks.pdf": (
        pdf(_CATALOG, _PAGES, _PAGE[:-2] + b"/Resources<</XObject<</I 5 0 R>>>>>>",
            stream(b"9 0 0 9 0 0 cm /I Do"), stream(_ZEROS, _IMAGE + b"/Filter/FlateDecode")), 1,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused_before_it_is_unpacked(name: str, tmp_path: Path) -> None:
    content, cause = REFUSED[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(cause):
        count_pages(open_source(tmp_path / name, SETTINGS), SETTINGS)


@pytest.mark.parametrize("name", OPENED)
def test_every_page_is_read_or_has_its_reason(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawn, "Tesseract", Engines)
    content, count = OPENED[name]
    (tmp_path / name).write_bytes(content)
    source = open_source(tmp_path / name, SETTINGS)
    assert count_pages(source, SETTINGS) == count
    for number in range(1, count + 1):
        page = read_page(source, number, SETTINGS)
        assert {finding.code for finding in page.findings} <= {UNREAD}
        assert not (page.findings and page.words)
