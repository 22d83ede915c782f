"""Small sound files of every kind, to be broken; and archives that try to write where they must not."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Image as Placed

from tests.broken.make import STORED

_LINES = (
    "Granby kommun        Protokoll",
    "§ 14   Dnr KS 2014/163",
    "Kommunstyrelsen beslutar att bevilja bidrag med 12 % av kostnaden.",
    "Åke Öhrn (S) yrkar bifall till förslaget den 5 mars 2014.",
)
_SIDE = 120
_TEXT = "\n".join(_LINES)


def seeds(outside: Path) -> dict[str, bytes]:
    """Each seed by its name, whose suffix is that of its kind; archives name files in `outside` too."""
    return dict((*_pdfs(), *_images(), *_texts(), *_archives(outside)))


def _pdfs() -> Iterator[tuple[str, bytes]]:
    yield "text.pdf", _pdf(2, compressed=False)
    yield "packed.pdf", _pdf(3, compressed=True)
    yield "scan.pdf", _scan()
    for name in ("no-pages.pdf", "encrypted.pdf"):
        yield name, (STORED / name).read_bytes()


def _pdf(pages: int, *, compressed: bool) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 200), invariant=1, pageCompression=int(compressed))
    for _ in range(pages):
        for number, line in enumerate(_LINES):
            canvas.drawString(20, 170 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _scan() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(200, 200), invariant=1)
    Placed(io.BytesIO(_saved(_picture(), "PNG")), 200, 200).drawOn(canvas, 0, 0)
    canvas.drawString(120, 10, "INKOM 2014")
    canvas.save()
    return out.getvalue()


def _picture(mode: str = "L") -> Image.Image:
    image = Image.new("L", (_SIDE, _SIDE), 240)
    draw = ImageDraw.Draw(image)
    for row in range(10, _SIDE, 12):
        draw.text((8, row), "Granby 14", fill=20)
    return image.convert(mode)


def _images() -> Iterator[tuple[str, bytes]]:
    for compression in ("raw", "tiff_lzw", "tiff_adobe_deflate", "packbits"):
        yield f"{compression}.tif", _saved(_picture(), "TIFF", compression=compression)
    yield "fax.tif", _saved(_picture("1"), "TIFF", compression="group4")
    frames = [_picture() for _ in range(3)]
    yield "three.tif", _saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    yield "grey.png", _saved(_picture(), "PNG")
    yield "colours.png", _saved(_picture("RGBA"), "PNG")
    yield "grey.jpg", _saved(_picture(), "JPEG")
    yield "grey.jp2", _saved(_picture(), "JPEG2000")
    yield "grey.webp", _saved(_picture("RGB"), "WEBP")


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def _texts() -> Iterator[tuple[str, bytes]]:
    yield "utf8.txt", f"{_TEXT}\f{_TEXT}".encode()
    yield "windows.txt", _TEXT.encode("cp1252")
    yield "wide.txt", _TEXT.encode("utf-16")
    yield "page.html", f"<html><body><p>{_TEXT}</p><table><tr><td>12</td></tr></table></body></html>".encode()
    yield (
        "letter.rtf",
        rb"{\rtf1\ansi\deff0 {\fonttbl{\f0 Times;}} \f0 Granby kommun, \'e5rendet bordl\'e4ggs.}",
    )
    yield "letter.eml", _letter()


def _letter() -> bytes:
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "a@granby.example", "b@granby.example", "Protokoll"
    letter.set_content(_TEXT)
    for name in ("bilaga.pdf", "../outside-mail.pdf"):
        letter.add_attachment(_pdf(1, compressed=True), maintype="application", subtype="pdf", filename=name)
    letter.set_boundary("granby")
    return letter.as_bytes()


def _archives(outside: Path) -> Iterator[tuple[str, bytes]]:
    names = ("a.txt", "b/c.pdf", "../outside-up.txt", "../../outside-up.txt", f"{outside}/outside-named.txt")
    files = {name: _pdf(1, compressed=True) if name.endswith(".pdf") else _TEXT.encode() for name in names}
    yield "archive.zip", _zip(files)
    yield "twice.zip", _zip({"inner.zip": _zip(files), "a.txt": b"Granby"})
    yield "bomb.zip", _zip({"zeros.txt": bytes(3_000_000), "a.txt": b"Granby"})
    yield "archive.tar", _tar(files)
    yield "packed.tar.gz", gzip.compress(_tar(files), mtime=0)
    yield "letter.docx", _zip({"word/document.xml": b"<w:document/>", "[Content_Types].xml": b"<Types/>"})


def _zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _tar(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.TarFile(fileobj=out, mode="w") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
        for kind, name in (
            (tarfile.SYMTYPE, "link.txt"),
            (tarfile.LNKTYPE, "hard.txt"),
            (tarfile.CHRTYPE, "d.txt"),
        ):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "../../outside-link.txt"
            archive.addfile(entry)
    return out.getvalue()
