"""What the text layer of a PDF page holds: its words in reading order, and what speaks against them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2

from ingest.choose import worth
from ingest.layer.glyphs import Glyphs, Look, glyphs_of
from ingest.layer.pictures import Cover, Pictures, cover_of, is_covered, pictures_of
from ingest.layer.plumber import plumbed_words
from ingest.layer.seen import Sight, sight_of, union
from ingest.layer.sheet import Rectangles, Sheet, sheet_of
from ingest.layer.spacing import with_words_whole
from ingest.layer.turned import lay_out_turned
from ingest.layer.words import Drawn, displayed, twice_drawn, words_of
from models.geometry import Box
from models.page import Word
from models.swedish.lexicon import Lexicon, lexicon

_TWICE = 0.02
_LEAST_TWICE = 4
_SCATTERED = 0.4
_LEAST_SCATTERED = 20
"""So many words of a single letter, and such a share, mean that the order of drawing tells no words."""
_MOST_WITHOUT_CODE = 0.02
_SAME_PLACE = 0.35
"""A word that stands nearer to its like than this share of its type size is the same word drawn again."""
_OVERLAP = 0.3
_LEAST_IMAGE = 0.02
"""An image of a smaller share of the page holds a logo or a signature, no text to be read."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The words of a page's layer in reading order, in points, and what else the page holds.

    `image_share` is the share of the page that images cover, `recognised` that of the words which lie under
    images or aren't drawn, so that they were recognised from the image and not written; `bare` are the places
    on images where print stands that no word covers; `upright` tells that all is written to the right;
    `steps` tell how the words were taken.
    """

    words: tuple[Word, ...]
    width: float
    height: float
    image_share: float = 0.0
    recognised: float = 0.0
    bare: tuple[Box, ...] = ()
    upright: bool = True
    steps: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The layer as it reads."""
        return "".join(word.gap + word.text for word in self.words)


def read_layer(document: pypdfium2.PdfDocument, path: Path, number: int) -> Layer:
    """The layer of page `number` (from 1) of an open document, whose file is `path`."""
    page = document[number - 1]
    try:
        sheet = sheet_of(page)
        pictures = pictures_of(page, sheet)
        glyphs = glyphs_of(page, sheet)
        words, steps = _taken(glyphs, sheet, path, number)
        return _layer(page, sheet, pictures, words, steps)
    finally:
        page.close()


def _taken(
    glyphs: Glyphs, sheet: Sheet, path: Path, number: int
) -> tuple[tuple[Drawn, ...], tuple[str, ...]]:
    """The words, by pdfplumber where the characters are odd and it makes more of them."""
    words = with_words_whole(words_of(glyphs, sheet), lexicon())
    oddity = _oddity(glyphs, words, sheet)
    if oddity:
        again = with_words_whole(plumbed_words(path, number, sheet), lexicon())
        if _worth(again, lexicon()) > _worth(words, lexicon()):
            return again, (f"words by pdfplumber: {oddity}",)
    return words, ()


def _oddity(glyphs: Glyphs, words: Sequence[Drawn], sheet: Sheet) -> str | None:
    """What is odd about the characters as PDFium gives them; None where nothing is."""
    count = len(glyphs.text)
    if twice_drawn(glyphs, sheet) > max(_LEAST_TWICE, _TWICE * count):
        return "characters stand twice"
    single = sum(len(one.word.text) == 1 and one.word.text.isalpha() for one in words)
    if single > max(_LEAST_SCATTERED, _SCATTERED * len(words)):
        return "characters stand in no order"
    if glyphs.text.count("\ufffd") > _MOST_WITHOUT_CODE * count:
        return "characters without a code"
    return None


def _worth(words: Sequence[Drawn], known: Lexicon) -> float:
    return worth([one.word.text for one in words], known)


def _layer(
    page: pypdfium2.PdfPage,
    sheet: Sheet,
    pictures: Pictures,
    words: tuple[Drawn, ...],
    steps: tuple[str, ...],
) -> Layer:
    cover = cover_of(pictures.images, sheet)
    once = _once(words)
    sight = sight_of(page, sheet) if _needs_sight(once, pictures, cover) else None
    shown = _shown(once, sight, sheet) if sight else once
    if len(once) < len(words):
        steps = (*steps, "words drawn twice taken once")
    if len(shown) < len(once):
        steps = (*steps, "words that nobody sees left out")
    return Layer(
        lay_out_turned(shown, sheet),
        sheet.width,
        sheet.height,
        float(np.mean(cover)),
        _recognised(shown, cover_of(pictures.over_text, sheet), sheet),
        tuple(_bare(sight, pictures, [_place(one, sheet) for one in shown], sheet)) if sight else (),
        all(one.direction == 0 for one in shown),
        steps,
    )


def _recognised(words: Sequence[Drawn], cover: Cover, sheet: Sheet) -> float:
    """The share of words that lie under images, which `cover` tells of, or aren't drawn."""
    has_images = bool(cover.any())
    count = sum(
        one.look == Look.UNSEEN or (has_images and is_covered(_place(one, sheet), cover, sheet))
        for one in words
    )
    return count / max(len(words), 1)


def _shown(words: Sequence[Drawn], sight: Sight, sheet: Sheet) -> list[Drawn]:
    """The words that the drawn page shows; one that may be hidden isn't seen where another stands."""
    plain = np.array([_edges(one, sheet) for one in words if one.look == Look.PLAIN]).reshape(-1, 4)
    return [
        one
        for one in words
        if sight.shows(_place(one, sheet), on_dark=one.look == Look.PALE) and not _is_under(one, plain, sheet)
    ]


def _is_under(one: Drawn, plain: Rectangles, sheet: Sheet) -> bool:
    """Whether a word that may be hidden stands over or under one of these."""
    if one.look == Look.PLAIN:
        return False
    x0, y0, x1, y1 = _edges(one, sheet)
    left, top, right, bottom = plain.T
    across = np.minimum(right, x1) - np.maximum(left, x0)
    down = np.minimum(bottom, y1) - np.maximum(top, y0)
    over = np.clip(across, 0, None) * np.clip(down, 0, None)
    return bool((over > _OVERLAP * (x1 - x0) * (y1 - y0)).any())


def _edges(one: Drawn, sheet: Sheet) -> tuple[float, float, float, float]:
    box = _place(one, sheet)
    return box.x0, box.y0, box.x1, box.y1


def _needs_sight(words: Sequence[Drawn], pictures: Pictures, cover: Cover) -> bool:
    """Whether the page must be drawn to know its words: some may be hidden, or images may hold print."""
    if not words:
        return False
    hidden = any(one.look != Look.PLAIN for one in words)
    return hidden or bool(pictures.bars) or pictures.has_forms or float(np.mean(cover)) >= _LEAST_IMAGE


def _once(words: Sequence[Drawn]) -> Sequence[Drawn]:
    """`words` without those that are drawn again right upon their like."""
    if not _some_coincide(words):
        return words
    met: dict[tuple[str, int], list[Drawn]] = {}
    kept: list[Drawn] = []
    for one in words:
        alike = met.setdefault((one.word.text, one.direction), [])
        if not any(_same_place(one, other) for other in alike):
            alike.append(one)
            kept.append(one)
    return kept


def _some_coincide(words: Sequence[Drawn]) -> bool:
    """Whether any two words may stand in one place: then they are neighbours in the order of places."""
    starts = np.array([(one.box.x0, one.box.y1, one.size) for one in words]).reshape(-1, 3)
    across, base, size = starts.T
    for rows in (np.round(base), np.floor(base)):
        order = np.lexsort((across, rows))
        near = np.maximum(np.abs(np.diff(across[order])), np.abs(np.diff(base[order])))
        if bool((near < _SAME_PLACE * size[order][1:]).any()):
            return True
    return False


def _same_place(one: Drawn, other: Drawn) -> bool:
    near = _SAME_PLACE * one.size
    return abs(one.box.x0 - other.box.x0) < near and abs(one.box.y1 - other.box.y1) < near


def _place(one: Drawn, sheet: Sheet) -> Box:
    return displayed(one.box, one.direction, sheet)


def _bare(sight: Sight, pictures: Pictures, words: Sequence[Box], sheet: Sheet) -> list[Box]:
    least = _LEAST_IMAGE * sheet.width * sheet.height
    images = [image for image in union(pictures.images) if image.width * image.height >= least]
    return [found for image in images if (found := sight.print_beside(image, words))]
