"""Page images that wait to be recognised together, and the pages that come of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from ingest.ocr import probe
from ingest.ocr.tesseract import Tesseract
from ingest.picture import Picture
from ingest.recognise import Recognised, Recogniser
from models.errors import InputDamaged, JusteratError, TooMuchMemory
from models.finding import UNREAD, Finding, Severity
from models.geometry import Box
from models.page import Origin, Page, Unit
from models.settings import ReadingSettings
from models.swedish.lexicon import lexicon


def _as_it_is(page: Page) -> Page:
    return page


@dataclass(frozen=True, slots=True)
class Drawn:
    """The image of page `number`; `finish` makes of the page as recognised, in pixels, the page as given."""

    number: int
    picture: Picture
    finish: Callable[[Page], Page] = _as_it_is


def recognised(waiting: Sequence[Drawn], settings: ReadingSettings) -> dict[int, Page]:
    """The pages of these images by their numbers; `ProgramMissing` where nothing can be recognised."""
    found = _recognise([drawn.picture for drawn in waiting], settings) if waiting else ()
    return {drawn.number: _page(drawn, one) for drawn, one in zip(waiting, found, strict=True)}


def halved(number: int, picture: Picture) -> Drawn:
    """An image at half its resolution, for a second try; the page comes out in the first one's pixels."""
    height, width = (max(side // 2, 1) for side in picture.pixels.shape)
    small = cv2.resize(picture.pixels, (width, height), interpolation=cv2.INTER_AREA).astype(np.uint8)
    steps = (*picture.steps, "half resolution")

    def finish(page: Page) -> Page:
        whole = scaled(page, picture.width / width)
        return replace(whole, width=float(picture.width), height=float(picture.height), dpi=picture.dpi)

    return Drawn(number, Picture(small, max(picture.dpi // 2, 1), steps), finish)


def scaled(page: Page, by: float) -> Page:
    """The page with its boxes in another unit."""
    words = (replace(word, box=_scaled(word.box, by) if word.box else None) for word in page.words)
    return replace(page, words=tuple(words))


def unread(number: int, error: JusteratError) -> Page:
    """The page that stands for one that can't be read."""
    finding = Finding("page-unread", Severity.ERROR, error.sentence, number)
    return Page(number, (), Origin.OCR, findings=(finding,))


def too_much_memory() -> TooMuchMemory:
    """What is said of a page that doesn't fit."""
    return TooMuchMemory("This page needs too much memory (worker_mb); scan it again at less dpi.")


def _recognise(
    pictures: Sequence[Picture], settings: ReadingSettings
) -> tuple[Recognised | JusteratError, ...]:
    """What each picture says, or why it can't be told; one that fills the memory takes no other with it."""
    try:
        return _together(pictures, settings)
    except (MemoryError, cv2.error) as error:
        if len(pictures) > 1:
            return tuple(one for picture in pictures for one in _recognise((picture,), settings))
        starved = isinstance(error, MemoryError) or error.code == cv2.Error.StsNoMem
        message = "The image of this page can't be prepared; scan the page again."
        return (too_much_memory() if starved else InputDamaged(message),)


def _together(
    pictures: Sequence[Picture], settings: ReadingSettings
) -> tuple[Recognised | JusteratError, ...]:
    """All pictures with one start of the engine for each model; what isn't installed is told all at once."""
    probe.demand(settings.models)
    recogniser = Recogniser(Tesseract(settings), settings.models, lexicon())
    return tuple(
        found.fault if found.fault and not found.words else found for found in recogniser.read(pictures)
    )


def _page(drawn: Drawn, found: Recognised | JusteratError) -> Page:
    if isinstance(found, JusteratError):
        # A PDF page may have words of its own beside, or instead of, those of the image that can't be read.
        return drawn.finish(unread(drawn.number, found))
    picture = drawn.picture
    page = Page(
        drawn.number,
        found.words,
        Origin.OCR,
        float(picture.width),
        float(picture.height),
        Unit.PIXEL,
        picture.dpi,
        found.engine,
        found.rotation,
        found.steps,
        _remarks(drawn.number, found),
    )
    return drawn.finish(page)


def _remarks(number: int, found: Recognised) -> tuple[Finding, ...]:
    """What must be said of a page that was read: of a spread, one half may be missing."""
    remarks: list[Finding] = []
    if found.fault:
        remarks.append(Finding(UNREAD, Severity.ERROR, found.fault.sentence, number))
    if found.aside:
        message = f"A stamp lies over the page, which is not in the text; it reads: {found.aside}"
        remarks.append(Finding("stamp", Severity.INFO, message, number))
    return tuple(remarks)


def _scaled(box: Box, by: float) -> Box:
    return Box(round(box.x0 * by, 2), round(box.y0 * by, 2), round(box.x1 * by, 2), round(box.y1 * by, 2))
