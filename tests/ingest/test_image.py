"""Images of every kind, and those that lie about themselves."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image

from ingest import image
from ingest.files import open_source
from ingest.reader import count_pages, read_page
from models.errors import InputDamaged, InputError, InputTooLarge
from models.settings import ReadingSettings
from models.source import MediaType

SETTINGS = ReadingSettings()
FORMATS = {
    "TIFF": MediaType.TIFF, "PNG": MediaType.PNG, "JPEG": MediaType.JPEG,
    "JPEG2000": MediaType.JPEG2000, "WEBP": MediaType.WEBP,
}  # fmt: skip


def sheet(mode: str = "L", size: tuple[int, int] = (90, 120)) -> Image.Image:
    """A white sheet, its left half dark."""
    paper = Image.new("L", size, 255)
    paper.paste(0, (0, 0, size[0] // 2, size[1]))
    return paper.convert(mode)


@pytest.mark.parametrize(("name", "kind"), FORMATS.items())
def test_every_format_is_read(tmp_path: Path, name: str, kind: MediaType) -> None:
    path = tmp_path / "sida"
    sheet().save(path, name)
    source = open_source(path, SETTINGS)
    assert source.media_type is kind
    assert count_pages(source, SETTINGS) == 1
    picture = image.load(path, 1, SETTINGS)
    assert (picture.width, picture.height) == (90, 120)
    assert picture.pixels[60, 10] < 40
    assert picture.pixels[60, 80] > 215


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_every_mode_becomes_grey(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "sida.png"
    if mode == "I;16":
        levels = np.asarray(sheet(), dtype=np.uint16) * 257
        Image.fromarray(levels).save(path)
    else:
        sheet(mode).save(path)
    pixels = image.load(path, 1, SETTINGS).pixels
    assert pixels.dtype == np.uint8
    assert (pixels[60, 10], pixels[60, 80]) == (0, 255)


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    path = tmp_path / "sida.png"
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(path)
    assert image.load(path, 1, SETTINGS).pixels.min() == 255


def test_pages_of_a_tiff(tmp_path: Path) -> None:
    path = tmp_path / "akt.tif"
    first, second = sheet(), sheet(size=(60, 60))
    first.save(path, save_all=True, append_images=[second], dpi=(200, 200))
    assert count_pages(open_source(path, SETTINGS), SETTINGS) == 2
    assert image.load(path, 2, SETTINGS).width == 60
    assert image.load(path, 1, SETTINGS).dpi == 200


@pytest.mark.parametrize(
    ("stated", "size", "dpi", "steps"),
    [
        ((200, 200), (165, 234), 200, ()),
        ((72, 72), (1654, 2339), 200, ("dpi by A4",)),
        (None, (2339, 1654), 200, ("dpi by A4",)),
        (None, (90, 120), 70, ("dpi by A4",)),
    ],
)
def test_resolution(
    tmp_path: Path,
    stated: tuple[int, int] | None,
    size: tuple[int, int],
    dpi: int,
    steps: tuple[str, ...],
) -> None:
    path = tmp_path / "sida.png"
    if stated:
        sheet(size=size).save(path, dpi=stated)
    else:
        sheet(size=size).save(path)
    picture = image.load(path, 1, SETTINGS)
    assert (picture.dpi, picture.steps) == (dpi, steps)


def test_exif_orientation_is_followed(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    path = tmp_path / "sida.jpg"
    sheet().save(path, exif=exif, dpi=(300, 300))
    picture = image.load(path, 1, SETTINGS)
    assert (picture.width, picture.height, picture.steps) == (120, 90, ("exif orientation",))


def bomb(path: Path) -> None:
    """A PNG of a few hundred bytes that says it is 60,000 pixels square."""
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(9000))), (b"IEND", b""))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + b"".join(
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
            for name, body in chunks
        )
    )


def headless(path: Path) -> None:
    path.write_bytes(b"II*\0\xff\xff\xff\x7f")


@pytest.mark.parametrize(("make", "error"), [(bomb, InputTooLarge), (headless, InputDamaged)])
def test_image_that_cannot_be_opened(tmp_path: Path, make: object, error: type[InputError]) -> None:
    path = tmp_path / "sida"
    assert callable(make)
    make(path)
    with pytest.raises(error):
        count_pages(open_source(path, SETTINGS), SETTINGS)


def test_size_is_judged_before_unpacking(tmp_path: Path) -> None:
    path = tmp_path / "sida.png"
    sheet().save(path)
    with pytest.raises(InputTooLarge, match="90 x 120"):
        count_pages(open_source(path, SETTINGS), ReadingSettings(max_pixels=10_000))


@pytest.mark.parametrize("name", ["TIFF", "PNG", "JPEG", "WEBP", "JPEG2000"])
def test_image_that_breaks_off_is_a_page_with_a_finding(tmp_path: Path, name: str) -> None:
    path = tmp_path / "sida"
    noise = np.random.default_rng(1).integers(0, 255, (200, 200), dtype=np.uint8)
    Image.fromarray(noise).save(path, name)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    source = open_source(path, SETTINGS)
    try:
        page = read_page(source, count_pages(source, SETTINGS), SETTINGS)
    except InputDamaged:
        return
    assert page.words == ()
    assert [finding.code for finding in page.findings] == ["page-unread"]
