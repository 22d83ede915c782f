"""One page drawn as a picture: a piece of work for a process of its own, as files are hostile."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from math import ceil
from pathlib import Path

from PIL import Image

from ingest import image, pdf
from models.settings import ReadingSettings
from models.source import MediaType

MODULE = __name__
_LEAST_DPI, _MOST_DPI = 70, 300
_QUALITY = 80
DRAWN = frozenset(
    {MediaType.PDF, MediaType.TIFF, MediaType.PNG, MediaType.JPEG, MediaType.JPEG2000, MediaType.WEBP}
)
"""Kinds of files whose pages are pictures, or can be drawn as such."""


class Format(StrEnum):
    """What a picture is sent as."""

    JPEG = "jpg"
    PNG = "png"

    @property
    def media_type(self) -> str:
        """Its name in HTTP."""
        return "image/jpeg" if self is Format.JPEG else "image/png"


@dataclass(frozen=True, slots=True)
class Asked:
    """A page of a file, from 1, so many pixels wide; `points` is the width of a page of a PDF."""

    path: Path
    media_type: MediaType
    number: int
    width: int
    points: float
    form: Format


def draw(asked: Asked) -> bytes:
    """The picture; an `InputError` where the page can't be drawn within the limits of reading."""
    settings = ReadingSettings()
    if asked.media_type is MediaType.PDF:
        inches = max(asked.points / pdf.POINTS_AN_INCH, 1 / _MOST_DPI)
        dpi = min(max(ceil(asked.width / inches), _LEAST_DPI), _MOST_DPI)
        picture = pdf.render(asked.path, asked.number, settings.model_copy(update={"dpi": dpi}))
    else:
        picture = image.load(asked.path, asked.number, settings)
    height = max(round(picture.height * asked.width / picture.width), 1)
    grey = Image.fromarray(picture.pixels).resize((asked.width, height), Image.Resampling.LANCZOS)
    written = BytesIO()
    if asked.form is Format.PNG:
        grey.save(written, "PNG")
    else:
        grey.save(written, "JPEG", quality=_QUALITY)
    return written.getvalue()
