from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageOps

from archive.export.pdfa import image
from archive.export.pdfa.jpeg2000 import may_be_kept
from models.errors import ExportError


def picture(mode: str) -> Image.Image:
    """A page that is no mirror image of itself: a black corner, a grey bar and a coloured one."""
    drawn = Image.new("RGB", (90, 60), "white")
    draw = ImageDraw.Draw(drawn)
    draw.rectangle((0, 0, 20, 15), fill="black")
    draw.rectangle((30, 20, 80, 30), fill=(120, 120, 120))
    draw.rectangle((10, 40, 30, 55), fill=(200, 30, 60))
    if mode == "1":
        return drawn.convert("1", dither=Image.Dither.NONE)
    return drawn.convert(mode)


def as_pdf(path: Path, dpi: int = 72) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    with image.opened(path) as opened:
        image.add_page(pdf, path, opened, 1, dpi)
    return pdf


def shown(pdf: pikepdf.Pdf) -> Image.Image:
    file = BytesIO()
    pdf.save(file)
    with pypdfium2.PdfDocument(file.getvalue()) as document:
        return document[0].render(scale=1).to_pil().convert("RGB")


def filter_of(pdf: pikepdf.Pdf) -> str:
    (drawn,) = pdf.pages[0].Resources.XObject.values()
    return str(drawn.Filter)


def saved(mode: str, **how: object) -> Callable[[Path], Image.Image]:
    def save(path: Path) -> Image.Image:
        made = picture(mode)
        made.save(path, **how)  # type: ignore[arg-type]
        return made

    return save


@pytest.mark.parametrize(
    ("name", "save", "expected"),
    [
        ("a.jpg", saved("RGB", quality=95, subsampling=0), "/DCTDecode"),
        ("a.jpg", saved("L", quality=95), "/DCTDecode"),
        ("a.jpg", saved("CMYK", quality=95), "/FlateDecode"),
        ("a.jp2", saved("RGB"), "/JPXDecode"),
        ("a.jp2", saved("L"), "/JPXDecode"),
        ("a.jp2", saved("RGBA"), "/FlateDecode"),
        ("a.png", saved("RGB"), "/FlateDecode"),
        ("a.png", saved("L"), "/FlateDecode"),
        ("a.png", saved("P"), "/FlateDecode"),
        ("a.png", saved("1"), "/CCITTFaxDecode"),
        ("a.png", saved("RGBA"), "/FlateDecode"),
        ("a.png", saved("I;16"), "/FlateDecode"),
        ("a.webp", saved("RGB", lossless=True), "/FlateDecode"),
        ("a.tif", saved("1", compression="group4"), "/CCITTFaxDecode"),
        ("a.tif", saved("1"), "/CCITTFaxDecode"),
        ("a.tif", saved("RGB", compression="tiff_lzw"), "/FlateDecode"),
    ],
)
def test_a_page_looks_as_its_image_does_and_keeps_its_packing(
    name: str, save: Callable[[Path], Image.Image], expected: str, tmp_path: Path
) -> None:
    made = save(tmp_path / name)
    pdf = as_pdf(tmp_path / name)
    assert filter_of(pdf) == expected
    looks = made.convert("RGB") if made.mode != "I;16" else picture("L").convert("RGB")
    difference = np.abs(np.asarray(shown(pdf), dtype=int) - np.asarray(looks, dtype=int))
    assert difference.mean() < 3


def test_what_is_kept_is_kept_byte_by_byte(tmp_path: Path) -> None:
    saved("RGB")(tmp_path / "a.jpg")
    pdf = as_pdf(tmp_path / "a.jpg")
    (drawn,) = pdf.pages[0].Resources.XObject.values()
    assert drawn.read_raw_bytes() == (tmp_path / "a.jpg").read_bytes()


def test_what_is_transparent_is_white(tmp_path: Path) -> None:
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(tmp_path / "a.png")
    assert shown(as_pdf(tmp_path / "a.png")).getextrema() == ((255, 255),) * 3


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_is_shown_upright_without_being_packed_anew(orientation: int, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture("RGB").save(tmp_path / "a.jpg", exif=exif, quality=95)
    with Image.open(tmp_path / "a.jpg") as opened:
        upright = np.asarray(ImageOps.exif_transpose(opened).convert("RGB"), dtype=int)
    pdf = as_pdf(tmp_path / "a.jpg")
    assert filter_of(pdf) == "/DCTDecode"
    assert np.abs(np.asarray(shown(pdf), dtype=int) - upright).mean() < 3


def test_a_page_is_as_large_as_its_dpi_says(tmp_path: Path) -> None:
    saved("L")(tmp_path / "a.png")
    for dpi, size in ((150, [43.2, 28.8]), (1, [6480, 4320])):
        pdf = as_pdf(tmp_path / "a.png", dpi)
        assert [float(edge) for edge in pdf.pages[0].mediabox] == pytest.approx([0, 0, *size])


def test_a_page_longer_than_any_pdf_is_told(tmp_path: Path) -> None:
    Image.new("1", (3000, 8)).save(tmp_path / "a.png")
    with pytest.raises(ExportError, match="200 inches"):
        as_pdf(tmp_path / "a.png", 10)


@pytest.mark.parametrize("cut", [0, 20, 200])
def test_a_broken_image_is_told(cut: int, tmp_path: Path) -> None:
    saved("RGB", compression="tiff_lzw")(tmp_path / "a.tif")
    (tmp_path / "b.tif").write_bytes((tmp_path / "a.tif").read_bytes()[:cut])
    with pytest.raises(ExportError, match="look whether the file is sound"):
        as_pdf(tmp_path / "b.tif")


def test_only_plain_jpeg_2000_is_kept(tmp_path: Path) -> None:
    saved("RGB")(tmp_path / "a.jp2")
    content = (tmp_path / "a.jp2").read_bytes()
    assert may_be_kept(content)
    assert not may_be_kept(content[content.index(b"\xff\x4f\xff\x51") :])
    deep = content.index(b"ihdr") + 4 + 10
    assert not may_be_kept(content[:deep] + b"\xff" + content[deep + 1 :])
    odd = content.index(b"colr") + 4 + 3
    assert not may_be_kept(content[:odd] + (18).to_bytes(4, "big") + content[odd + 4 :])
    assert not any(may_be_kept(content[:end]) for end in range(60))
