"""The look of a municipality's minutes: typeface, size, margins, and how a PDF draws its columns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_TRUETYPE = Path("/usr/share/fonts/truetype")


class Files(NamedTuple):
    """The files of a typeface, and what makes its letters about as large as the others'."""

    regular: str
    bold: str
    scale: float


class Face(Enum):
    """A typeface."""

    SERIF = Files("liberation/LiberationSerif-Regular.ttf", "liberation/LiberationSerif-Bold.ttf", 1.0)
    SANS = Files("liberation/LiberationSans-Regular.ttf", "liberation/LiberationSans-Bold.ttf", 0.94)
    NARROW = Files(
        "liberation/LiberationSansNarrow-Regular.ttf", "liberation/LiberationSansNarrow-Bold.ttf", 1.0
    )
    DEJAVU = Files("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf", 0.86)
    TYPEWRITER = Files("liberation/LiberationMono-Regular.ttf", "liberation/LiberationMono-Regular.ttf", 0.94)

    @property
    def scale(self) -> float:
        """What a size is multiplied by."""
        return self.value.scale

    def font(self, *, bold: bool) -> str:
        """The name by which the PDF library knows the face."""
        return _registered(self, bold)


@cache
def _registered(face: Face, bold: bool) -> str:
    name = f"{face.name}{'-BOLD' if bold else ''}"
    pdfmetrics.registerFont(TTFont(name, str(_TRUETYPE / (face.value.bold if bold else face.value.regular))))
    return name


@dataclass(frozen=True, slots=True)
class House:
    """The look; margins in points (left, right, top, bottom).

    `by_column` says that the rows of a table are drawn column by column, `hyphens` that words are broken at
    the ends of lines, `justified` that lines are made as wide as the column.
    """

    face: Face
    size: float
    leading: float
    margins: tuple[float, float, float, float] = (70, 62, 104, 78)
    by_column: bool = False
    hyphens: bool = False
    justified: bool = False
    at_hyphens: bool = False
    """Lines end after a hyphen that is printed anyway, so that numbers and double names are torn apart."""
    first_line: float = 0.0
    """How far the first line of a paragraph stands in, in points."""
    gap: float = 0.5
    """The space after a paragraph, as a share of the leading."""
