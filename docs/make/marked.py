"""A scanned page with the places of what was found drawn on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from ingest.pdf import render
from models.matter import Decision
from models.mention import BoxTuple, DateMention, Dnr, Paragraph, Person, Place
from models.record import Record
from models.settings import ReadingSettings

WIDTH = 1000
"""Pixels of the picture."""
_LEGEND = 46
_Colour = tuple[int, int, int]
_COLOURS: dict[str, _Colour] = {
    "beslut": (0, 132, 80),
    "person": (0, 90, 210),
    "datum": (215, 125, 0),
    "dnr": (150, 40, 190),
    "paragraf": (215, 20, 40),
}
"""Large things first, so that small ones lie on top."""
_FILL = 45
"""How strongly a box is filled, of 255."""
_GREYS = tuple(range(0, 256, 51))
_PADDING = 2


def marked_page(scan: Path, record: Record, number: int, to: Path) -> None:
    """Draw page `number` (from 1) with a box around each place, and what the colours mean under it."""
    page, scale = _drawn(scan, record, number)
    layer = Image.new("RGBA", page.size)
    draw = ImageDraw.Draw(layer)
    for name, boxes in _boxes(record, number):
        for box in boxes:
            x0, y0, x1, y1 = (value * scale for value in box)
            outline = (x0 - _PADDING, y0 - _PADDING, x1 + _PADDING, y1 + _PADDING)
            draw.rectangle(outline, fill=(*_COLOURS[name], _FILL), outline=(*_COLOURS[name], 255), width=2)
    picture = Image.alpha_composite(page, layer).convert("RGB")
    sheet = Image.new("RGB", (WIDTH, picture.height + _LEGEND), "white")
    sheet.paste(picture)
    _explain(ImageDraw.Draw(sheet), picture.height)
    sheet.quantize(palette=_palette(), dither=Image.Dither.NONE).save(to, optimize=True)


def _drawn(scan: Path, record: Record, number: int) -> tuple[Image.Image, float]:
    """The page as an image, and its pixels for each unit of the record's boxes."""
    (known,) = (page for page in record.pages if page.number == number)
    if known.width is None:
        message = f"page {number} has no size to draw by"
        raise ValueError(message)
    pixels = render(scan, number, ReadingSettings()).pixels
    size = (WIDTH, round(pixels.shape[0] * WIDTH / pixels.shape[1]))
    page = Image.fromarray(pixels).convert("RGBA").resize(size, Image.Resampling.LANCZOS)
    return page, WIDTH / known.width


def _boxes(record: Record, number: int) -> Iterator[tuple[str, list[BoxTuple]]]:
    for name in _COLOURS:
        yield name, [box for place in _places(record, name) if place.page == number for box in place.boxes]


def _places(record: Record, name: str) -> Iterator[Place]:
    found: dict[str, Sequence[Decision | Person | DateMention | Dnr | Paragraph]] = {
        "beslut": record.decisions,
        "person": record.people,
        "datum": record.dates,
        "dnr": record.dnr,
        "paragraf": record.paragraphs,
    }
    return (place for thing in found[name] for place in thing.places)


def _explain(draw: ImageDraw.ImageDraw, top: int) -> None:
    font = ImageFont.load_default(20)
    x = 40
    draw.line((0, top, WIDTH, top), fill=(200, 200, 200))
    for name, colour in reversed(_COLOURS.items()):
        draw.rectangle((x, top + 14, x + 26, top + 34), outline=colour, width=3)
        draw.text((x + 36, top + 11), name, font=font, fill=(30, 30, 30))
        x += 36 + round(draw.textlength(name, font=font)) + 50


def _palette() -> Image.Image:
    """Greys, each colour, and each colour laid over the greys: the few that the picture needs."""
    tints = (
        tuple(round((part * _FILL + grey * (255 - _FILL)) / 255) for part in colour)
        for colour in _COLOURS.values()
        for grey in _GREYS
    )
    colours = [(grey, grey, grey) for grey in _GREYS] + list(_COLOURS.values()) + list(tints)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in colours for part in colour])
    return palette
