"""Images of pages: TIFF of one or many, PNG, JPEG, JPEG 2000 and WebP, opened with Pillow."""

from __future__ import annotations

import warnings
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from ingest.files import shown
from ingest.picture import Picture
from models.errors import InputDamaged, InputTooLarge, InputWithoutPages
from models.settings import ReadingSettings
from models.source import MediaType

_FORMATS = ("TIFF", "PNG", "JPEG", "JPEG2000", "WEBP")
"""Pillow opens no other: each of its decoders is a door."""
_A4_LONG_SIDE_INCHES = 11.69
_TRUSTED_DPI = (100, 1200)
"""Programs write 72 or 96 where they know nothing."""
_GUESSES = (70, 600)
_SIXTEEN_BIT = ("I", "I;16", "I;16B", "I;16L", "I;16N")


def count_pages(path: Path, kind: MediaType, settings: ReadingSettings) -> int:
    """How many pages the file has: frames of a TIFF, one of anything else. Only its headers are read."""
    with _opened(path) as image:
        _judge(path, image, settings)
        count = _frames(image, settings.max_pages) if kind is MediaType.TIFF else 1
    if count < 1:
        raise InputWithoutPages(f"{shown(path)} opens and holds no pages; fetch it again or leave it out.")
    return count


def load(path: Path, number: int, settings: ReadingSettings) -> Picture:
    """Page `number` (from 1) in grey and upright, with its resolution as the file gives it or by A4."""
    with _opened(path) as image:
        if number > 1:
            image.seek(number - 1)
        _judge(path, image, settings)
        stated: tuple[float, ...] | None = image.info.get("dpi")
        turned = image.getexif().get(ExifTags.Base.Orientation, 1) != 1
        grey = _grey(ImageOps.exif_transpose(image))
        pixels = np.array(grey, dtype=np.uint8)
    dpi, guessed = _resolution(stated, max(pixels.shape))
    steps = [name for name, done in (("exif orientation", turned), ("dpi by A4", guessed)) if done]
    return Picture(pixels, dpi, tuple(steps))


def _frames(image: Image.Image, most: int) -> int:
    """How many frames the image has, counted one by one and no further than `most` and one more."""
    for number in range(most + 1):
        try:
            image.seek(number)
        except EOFError:
            return number
    return most + 1


@contextmanager
def _opened(path: Path) -> Generator[Image.Image]:
    """The image; whatever its decoder says is wrong with it becomes the program's own error."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size is judged by the user's own limit, not by Pillow's
            with Image.open(path, formats=_FORMATS) as image:
                yield image
    except Image.DecompressionBombError as error:
        raise InputTooLarge(
            f"{shown(path)} has too many pixels to be unpacked; scan it at less dpi."
        ) from error
    except UnidentifiedImageError as error:
        message = f"{shown(path)} breaks the rules of its format; scan or fetch it again."
        raise InputDamaged(message) from error
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError) as error:
        message = f"{shown(path)} breaks off or breaks the rules of its format; scan or fetch it again."
        raise InputDamaged(message) from error


def _judge(path: Path, image: Image.Image, settings: ReadingSettings) -> None:
    width, height = image.size
    if width * height > settings.max_pixels:
        size, limit = f"{width:,} x {height:,}", f"{settings.max_pixels:,}"
        raise InputTooLarge(f"{shown(path)} has {size} pixels, over the limit of {limit} (max_pixels).")


def _grey(image: Image.Image) -> Image.Image:
    """The image in grey; what is transparent is white, as paper is."""
    if image.mode in _SIXTEEN_BIT:
        levels = np.asarray(image).astype(np.float64)
        return Image.fromarray((levels / max(levels.max(), 256) * 255).astype(np.uint8))
    if "A" in image.getbands() or "transparency" in image.info:
        layered = image.convert("RGBA")
        paper = Image.new("RGBA", layered.size, "white")
        image = Image.alpha_composite(paper, layered)
    return image.convert("L")


def _resolution(stated: tuple[float, ...] | None, long_side: int) -> tuple[int, bool]:
    """Dots an inch, and whether they had to be guessed from the size of a sheet of A4."""
    if stated and _TRUSTED_DPI[0] <= max(stated) <= _TRUSTED_DPI[1]:
        return round(max(stated)), False
    lowest, highest = _GUESSES
    return min(max(round(long_side / _A4_LONG_SIDE_INCHES), lowest), highest), True
