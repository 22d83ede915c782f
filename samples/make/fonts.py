"""The typefaces of the samples: Debian packages, free to embed (SIL Open Font Licence)."""

from __future__ import annotations

from enum import Enum
from functools import cache
from pathlib import Path

from PIL import ImageFont

_LIBERATION = Path("/usr/share/fonts/truetype/liberation")
_COURIER_PRIME = Path("/usr/share/fonts/opentype/courier-prime")


class Face(Enum):
    """A typeface, its value the file that holds it."""

    SERIF = _LIBERATION / "LiberationSerif-Regular.ttf"
    SERIF_BOLD = _LIBERATION / "LiberationSerif-Bold.ttf"
    SANS = _LIBERATION / "LiberationSans-Regular.ttf"
    SANS_BOLD = _LIBERATION / "LiberationSans-Bold.ttf"
    TYPEWRITER = _COURIER_PRIME / "Courier Prime.otf"


@cache
def drawn(face: Face, size: float) -> ImageFont.FreeTypeFont:
    """The face for drawing on an image, `size` in pixels."""
    return ImageFont.truetype(face.value, size)


def width(text: str, face: Face, size: float) -> float:
    """How wide the text is when set in `size` points, in points."""
    return drawn(face, 200).getlength(text) * size / 200
