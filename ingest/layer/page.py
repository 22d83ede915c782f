"""A PDF page as read: by its layer, from its image, or from both, each where it reads better."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pypdfium2

from ingest import pdf
from ingest.choose import Choice, Reason, choose, known_share, worth
from ingest.layer.read import Layer, read_layer
from ingest.layout import lay_out
from ingest.picture import Picture
from models.finding import Severity
from models.geometry import Box
from models.page import Origin, Page, Unit, Word
from models.settings import ReadingSettings
from models.swedish.lexicon import lexicon

_SCAN = 0.5
"""Where so many of a layer's words were recognised, print that it leaves out means reading the page again."""
_MARGIN = 4.0
"""So many points around print on an image are read with it."""
_KNOWN_OF_IMAGE = 0.6
_LEAST_CONFIDENCE = 0.5
"""What an image beside a good layer gives is kept where it reads so well; a photograph gives no words."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A page of which `picture` must be recognised; `finish` makes the page of what was read, in its pixels.

    A page that could not be recognised is finished too: it has no words, and findings that say why.
    """

    picture: Picture
    finish: Callable[[Page], Page]


def begin(
    document: pypdfium2.PdfDocument, path: Path, number: int, settings: ReadingSettings
) -> Page | Unfinished:
    """Page `number` (from 1) of an open document, whose file is `path`, sizes in points; or what it lacks."""
    layer = read_layer(document, path, number)
    choice = judged(layer)
    steps = (f"layer: {choice.reason}", *layer.steps)
    width, height = round(layer.width, 2), round(layer.height, 2)
    page = Page(number, layer.words, Origin.TEXT_LAYER, width, height, Unit.POINT, steps=steps)
    if choice.taken and not layer.bare:
        return page
    drawn = pdf.drawn(document, path, number, settings)
    if choice.taken:
        drawn = _only(drawn, layer)
        return Unfinished(drawn, lambda read: _joined(page, _in_points(read, page, drawn.dpi), layer))
    return Unfinished(drawn, lambda read: _better(page, _in_points(read, page, drawn.dpi)))


def judged(layer: Layer) -> Choice:
    """The verdict on the layer; a scan's layer that leaves out print is no good one."""
    choice = choose(layer.text, layer.recognised, lexicon(), layer.image_share)
    if choice.taken and layer.bare and layer.recognised >= _SCAN:
        return Choice(Reason.BARE_PRINT)
    return choice


def _better(page: Page, read: Page) -> Page:
    """The page as read from its image, or its layer where that gives more."""
    if page.words and (not read.words or _worth(page) >= _worth(read)):
        steps = (*page.steps, "layer kept: it reads better")
        return replace(page, steps=steps, findings=read.findings)
    return replace(read, steps=(*page.steps, *read.steps))


def _joined(page: Page, read: Page, layer: Layer) -> Page:
    """The page with the words of its images among those of its layer."""
    new = [word for word in read.words if not _stands_among(word, page.words)]
    if not _reads_well(new):
        # The page's own words are there: what its image may hold besides is worth a remark, no more.
        remarks = tuple(replace(finding, severity=Severity.WARNING) for finding in read.findings)
        return replace(page, steps=(*page.steps, "image within the page holds no text"), findings=remarks)
    words = lay_out([*page.words, *new]) if layer.upright else _after(page.words, lay_out(new))
    steps = (*page.steps, "image within the page read", *read.steps)
    return replace(page, words=words, dpi=read.dpi, engine=read.engine, steps=steps, findings=read.findings)


def _after(words: Sequence[Word], block: Sequence[Word]) -> tuple[Word, ...]:
    """`block` as the last of the page: where writing runs in several directions, places tell no order."""
    return (*words, replace(block[0], gap="\n\n" + block[0].gap), *block[1:])


def _only(picture: Picture, layer: Layer) -> Picture:
    """The page's image with all blank but the print that no word of the layer stands for."""
    scale = picture.dpi / pdf.POINTS_AN_INCH
    pixels = np.full_like(picture.pixels, 255)
    for place in layer.bare:
        part = _slices(place, _MARGIN, scale)
        pixels[part] = picture.pixels[part]
    for word in layer.words:
        if word.box:
            pixels[_slices(word.box, 0.0, scale)] = 255
    return Picture(pixels, picture.dpi, picture.steps)


def _slices(box: Box, margin: float, scale: float) -> tuple[slice, slice]:
    x0, y0 = (max(0, round((edge - margin) * scale)) for edge in (box.x0, box.y0))
    x1, y1 = (max(0, round((edge + margin) * scale)) for edge in (box.x1, box.y1))
    return slice(y0, y1), slice(x0, x1)


def _stands_among(word: Word, others: Iterable[Word]) -> bool:
    """Whether the middle of a word lies within one of `others`."""
    if word.box is None:
        return False
    across, down = (word.box.x0 + word.box.x1) / 2, word.box.middle
    boxes = (other.box for other in others if other.box)
    return any(box.x0 <= across <= box.x1 and box.y0 <= down <= box.y1 for box in boxes)


def _reads_well(words: Sequence[Word]) -> bool:
    if not words:
        return False
    sure = sum(word.confidence or 0.0 for word in words) / len(words)
    return sure >= _LEAST_CONFIDENCE and known_share([w.text for w in words], lexicon()) >= _KNOWN_OF_IMAGE


def _worth(page: Page) -> float:
    return worth([word.text for word in page.words], lexicon())


def _in_points(read: Page, page: Page, dpi: int) -> Page:
    """What was read with its boxes in points instead of pixels, and the size of the page."""
    scale = pdf.POINTS_AN_INCH / dpi
    words = (replace(word, box=_scaled(word.box, scale) if word.box else None) for word in read.words)
    return replace(read, words=tuple(words), width=page.width, height=page.height, unit=page.unit)


def _scaled(box: Box, by: float) -> Box:
    return Box(round(box.x0 * by, 2), round(box.y0 * by, 2), round(box.x1 * by, 2), round(box.y1 * by, 2))
