"""Pages set from blocks in a dozen faces, about a page of a letter each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from numpy.random import Generator

from benchmarks.reading.make.blocks import Block
from benchmarks.reading.make.faces import FACES, Face, Group
from benchmarks.reading.make.setting import Frame, Look, fill
from benchmarks.reading.make.sheet import A4, Sheet, Type

_GYRE = Path("/usr/share/texmf/fonts/opentype/public/tex-gyre")
_GARAMOND = Path("/usr/share/fonts/opentype/ebgaramond")
_TRUETYPE = Path("/usr/share/fonts/truetype")


def _face(name: str, group: Group, regular: Path, bold: str, scale: float = 1.0) -> Face:
    return Face(name, group, regular, regular.with_name(bold), scale)


MORE_FACES = (
    # Small letters on a large body: at 200 dpi t is read as c or r, f as t, ä as i.
    _face("EB Garamond", Group.SERIF, _GARAMOND / "EBGaramond12-Regular.otf", "EBGaramond12-Bold.otf"),
    _face("EB Garamond 8", Group.SERIF, _GARAMOND / "EBGaramond08-Regular.otf", "EBGaramond12-Bold.otf"),
    _face("Bonum", Group.SERIF, _GYRE / "texgyrebonum-regular.otf", "texgyrebonum-bold.otf", 0.92),
    _face("Termes", Group.SERIF, _GYRE / "texgyretermes-regular.otf", "texgyretermes-bold.otf"),
    _face("DejaVu Serif", Group.SERIF, _TRUETYPE / "dejavu/DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf", 0.88),
    _face("Adventor", Group.SANS, _GYRE / "texgyreadventor-regular.otf", "texgyreadventor-bold.otf", 0.94),
    _face(
        "Liberation Mono", Group.TYPEWRITER, _TRUETYPE / "liberation/LiberationMono-Regular.ttf",
        "LiberationMono-Bold.ttf",
    ),
)  # fmt: skip
ALL_FACES = (*FACES, *MORE_FACES)
"""The faces of the pages: those of the reading benchmark, and more."""
_SIZES = (9.5, 12.5)
_LEADINGS = (1.15, 1.5)


def set_text(blocks: Iterable[Block], face: Face, generator: Generator) -> Sheet:
    """One page of these blocks, until it is full, in a size and with margins of its own."""
    points = generator.uniform(*_SIZES) * face.scale
    leading = points / face.scale * generator.uniform(*_LEADINGS)
    typed = face.group is Group.TYPEWRITER
    body = Type(face, points)
    head = body if typed else Type(face, points * generator.uniform(1.0, 1.3), bold=True)
    look = Look(body, head, leading, justified=not typed and generator.random() < 0.4, gap=0.5 * leading)
    width, height = A4
    left, right = generator.uniform(56, 90), generator.uniform(50, 90)
    top, foot = generator.uniform(60, 90), generator.uniform(60, 160)
    sheet = Sheet(A4)
    fill(sheet, (Frame(left, width - right, top, height - foot),), look, blocks)
    return sheet
