"""Pages of print that the tests draw for themselves: invented text, in faces that the set-up installs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ingest.picture import GreyImage

_FOLDER = Path("/usr/share/fonts/truetype")
SANS = "dejavu/DejaVuSans.ttf"
SERIF = "liberation/LiberationSerif-Regular.ttf"
BOLD = "dejavu/DejaVuSans-Bold.ttf"
MONO = "liberation/LiberationMono-Regular.ttf"
FACES = (SANS, SERIF, MONO)

TEXT = (
    "Kommunstyrelsen i Granby beslutar att bevilja bygdegårdsföreningen ett bidrag till ny värmepump, "
    "högst 48 500 kronor. Ordföranden yrkar bifall till förslaget. Ärendet har beretts av tekniska "
    "nämnden, som på sitt möte i våras fann att byggnadens tak först måste läggas om. Åke Öhrn frågar "
    "när arbetet kan påbörjas och får svaret att anbud begärs in under hösten. Därefter förklaras "
    "överläggningen avslutad. Paragrafen justeras omedelbart. Protokollet skickas till föreningen, "
    "ekonomiavdelningen och byggnadsnämnden."
)
PAPER, INK = 250, 25


def drawn(
    face: str = SERIF,
    dpi: int = 100,
    *,
    inches: tuple[float, float] = (6.0, 8.0),
    points: float = 11.0,
    ink: int = INK,
    paper: int = PAPER,
    text: str = TEXT,
) -> GreyImage:
    """A page full of running text, its margins three quarters of an inch."""
    width, height = round(inches[0] * dpi), round(inches[1] * dpi)
    margin = round(0.75 * dpi)
    image = Image.new("L", (width, height), paper)
    write(
        image,
        (margin, margin, width - margin, height - margin),
        face=face,
        points=points,
        dpi=dpi,
        ink=ink,
        text=text,
    )
    return frozen(image)


page = cache(drawn)
"""The same, drawn once for all tests; not to be written to."""


def face_file(face: str) -> str:
    """The file of a face."""
    return str(_FOLDER / face)


def write(
    image: Image.Image,
    area: tuple[int, int, int, int],
    *,
    dpi: int,
    face: str = SERIF,
    points: float = 11.0,
    ink: int = INK,
    text: str = TEXT,
) -> None:
    """Fills `area` (left, top, right, bottom) of the image with paragraphs of `text`, over and over."""
    font = ImageFont.truetype(face_file(face), round(points * dpi / 72))
    draw = ImageDraw.Draw(image)
    left, top, right, bottom = area
    step = round(1.25 * points * dpi / 72)
    lines = wrapped(font, text.split(), right - left)
    for y in range(top, bottom - step, step):
        draw.text((left, y), next(lines), fill=ink, font=font)


def wrapped(font: ImageFont.FreeTypeFont, words: Sequence[str], width: int) -> Iterator[str]:
    """Lines of at most `width` pixels, without end; every paragraph begins anew."""
    while True:
        line = ""
        for word in words:
            longer = f"{line} {word}".lstrip()
            if font.getlength(longer) > width:
                yield line
                longer = word
            line = longer
        yield line


def frozen(image: Image.Image) -> GreyImage:
    """The image as an array that nobody can write to, so that tests may share it."""
    pixels = np.array(image, dtype=np.uint8)
    pixels.flags.writeable = False
    return pixels


@cache
def spread(face: str = SERIF, dpi: int = 100) -> GreyImage:
    """Two pages of running text side by side; not to be written to."""
    width, height, margin = round(10 * dpi), round(6 * dpi), round(0.6 * dpi)
    image = Image.new("L", (width, height), PAPER)
    for left in (0, width // 2):
        area = (left + margin, margin, left + width // 2 - margin, height - margin)
        write(image, area, dpi=dpi, face=face)
    return frozen(image)
