"""Makes the broken files: `python -m tests.broken.make` writes the stored ones anew."""

from __future__ import annotations

import io
import shutil
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.unpack.boxes import encrypted, zipped

STORED = Path(__file__).parent / "files"
_LINE = "Kommunstyrelsen beslutar att godkänna redovisningen och lägga den till handlingarna."


def make_broken(folder: Path) -> Path:
    """Every broken input, in `folder`: the stored ones, and two that version control can't hold."""
    shutil.copytree(STORED, folder, dirs_exist_ok=True)
    (folder / "loop.pdf").symlink_to("loop.pdf")
    forbidden = folder / "forbidden.txt"
    forbidden.write_text(_LINE, "utf-8")
    forbidden.chmod(0)
    return folder


def store() -> None:
    """Write the stored ones."""
    whole = _pdf(pages=3)
    files = {
        "empty.pdf": b"",
        "empty.tif": b"",
        "truncated.pdf": whole[: len(whole) // 2],
        "encrypted.pdf": _pdf(pages=1, encryption=StandardEncryption("granby", strength=128)),
        "no-pages.pdf": _NO_PAGES,
        "enormous.png": _png_header(60_000, 60_000),
        "text.pdf": "\n".join([_LINE] * 8).encode(),
        "bomb.zip": _said_to_hold(_zip({f"{number}.txt": b"x" for number in range(3)}), 4_000_000_000),
        "locked.zip": encrypted(_zip({"protokoll.txt": _LINE.encode()})),
        "broken.docx": _zip({"[Content_Types].xml": _TYPES.format("wordprocessingml.document").encode()}),
        "workbook.xlsx": _zip({"[Content_Types].xml": _TYPES.format("spreadsheetml.sheet").encode()}),
    }
    for name, data in files.items():
        (STORED / name).write_bytes(data)


def _pdf(pages: int, encryption: StandardEncryption | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, encrypt=encryption, pageCompression=0)
    for _ in range(pages):
        for line in range(30):
            canvas.drawString(70, 760 - 20 * line, _LINE)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


_NO_PAGES = b"\n".join(
    (
        b"%PDF-1.4",
        b"1 0 obj",
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"endobj",
        b"2 0 obj",
        b"<</Type /Pages /Kids [] /Count 0>>",
        b"endobj",
        b"xref",
        b"0 3",
        b"0000000000 65535 f ",
        b"0000000009 00000 n ",
        b"0000000056 00000 n ",
        b"trailer",
        b"<</Size 3 /Root 1 0 R>>",
        b"startxref",
        b"106",
        b"%%EOF",
    )
)


def _png_header(width: int, height: int) -> bytes:
    """A valid beginning of a grey image that would fill the memory, and one row's worth of nothing."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes(100))
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


_TYPES = (
    '<Types><Override PartName="/x" '
    'ContentType="application/vnd.openxmlformats-officedocument.{}.main+xml"/></Types>'
)


def _zip(files: Mapping[str, bytes]) -> bytes:
    return zipped(files, method=zipfile.ZIP_STORED)


def _said_to_hold(content: bytes, size: int) -> bytes:
    """The same ZIP, its files each said to unpack to so many bytes."""
    changed = bytearray(content)
    at = changed.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", changed, at + 24, size)
        at = changed.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


if __name__ == "__main__":
    store()
