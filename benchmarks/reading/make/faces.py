"""The typefaces of the pages: Debian packages, installed by `tools/setup.sh dev`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from PIL import ImageFont

_TRUETYPE = Path("/usr/share/fonts/truetype")
_OPENTYPE = Path("/usr/share/fonts/opentype")
_GYRE = Path("/usr/share/texmf/fonts/opentype/public/tex-gyre")
_MEASURED = 200
"""Widths are measured at this size, in pixels, so that they don't hang on the page's dpi."""


class Group(Enum):
    """What a face is for."""

    SERIF = "serif"
    SANS = "sans"
    TYPEWRITER = "typewriter"


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface: its files, and `scale`, what makes its letters about as large as the others'."""

    name: str
    group: Group
    regular: Path
    bold: Path
    scale: float = 1.0


def _gyre(name: str, group: Group, scale: float = 1.0) -> Face:
    file = f"texgyre{name.lower()}"
    return Face(name, group, _GYRE / f"{file}-regular.otf", _GYRE / f"{file}-bold.otf", scale)


def _liberation(kind: str, group: Group) -> Face:
    folder = _TRUETYPE / "liberation"
    regular, bold = (folder / f"Liberation{kind}-{weight}.ttf" for weight in ("Regular", "Bold"))
    return Face(f"Liberation {kind}", group, regular, bold)


FACES = (
    _liberation("Serif", Group.SERIF),
    _gyre("Pagella", Group.SERIF, 0.96),
    _gyre("Schola", Group.SERIF, 0.92),
    Face(
        "Linux Libertine", Group.SERIF,
        _OPENTYPE / "linux-libertine/LinLibertine_R.otf", _OPENTYPE / "linux-libertine/LinLibertine_RB.otf",
    ),
    _liberation("Sans", Group.SANS),
    Face(
        "DejaVu Sans", Group.SANS,
        _TRUETYPE / "dejavu/DejaVuSans.ttf", _TRUETYPE / "dejavu/DejaVuSans-Bold.ttf", 0.88,
    ),
    _gyre("Heros", Group.SANS),
    Face(
        "Courier Prime", Group.TYPEWRITER,
        _OPENTYPE / "courier-prime/Courier Prime.otf", _OPENTYPE / "courier-prime/Courier Prime Bold.otf",
    ),
    _gyre("Cursor", Group.TYPEWRITER),
)  # fmt: skip


@cache
def drawn(face: Face, size: float, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The face for drawing, `size` in pixels; no ligatures, so that letters stand as they are written."""
    file = face.bold if bold else face.regular
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def width(text: str, face: Face, size: float, *, bold: bool = False) -> float:
    """How wide the text is when set in `size` points, in points."""
    return drawn(face, _MEASURED, bold=bold).getlength(text) * size / _MEASURED


@cache
def starts(text: str, face: Face, *, bold: bool = False) -> tuple[float, ...]:
    """Where each letter begins when the text is set at size 1, kerning counted."""
    return tuple(width(text[:end], face, 1.0, bold=bold) for end in range(len(text)))
