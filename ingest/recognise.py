"""From images of pages to their words, each at its place on the page as given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.halves import on_paper, with_more
from ingest.layout import lay_out
from ingest.ocr.aside import read_pale
from ingest.ocr.capitals import with_likely_letters
from ingest.ocr.crooked import part_crooked
from ingest.ocr.evidence import known_letters, lies, reads_well
from ingest.ocr.hanging import without_hanging
from ingest.ocr.missed import leaves_print
from ingest.ocr.opinion import reconsidered
from ingest.ocr.sections import with_sections
from ingest.ocr.small import looked_at
from ingest.ocr.specks import without_specks
from ingest.ocr.stray import without_stray
from ingest.ocr.tesseract import Layout, OcrEngine, Reading
from ingest.picture import Picture
from ingest.prepare.lines import dark_parts
from ingest.prepare.page import Prepared, is_blank, prepare
from ingest.prepare.sheet import Sheet
from models.errors import JusteratError
from models.page import Engine, Word
from models.swedish.lexicon import Lexicon

_OTHER_LAYOUTS = (Layout.BLOCK, Layout.SCATTERED)
"""Tried in turn on a sheet that reads badly or in part: its layout may be misjudged, as tables' often is."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The words of a page image in reading order, boxes in its pixels, and what was done to read them.

    `aside` is what a stamp says that lies over the page; `fault` says why there are no words where the engine
    gave up.
    """

    words: tuple[Word, ...]
    engine: Engine | None
    rotation: float = 0.0
    steps: tuple[str, ...] = ()
    aside: str = ""
    fault: JusteratError | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Page:
    """A page image on its way: what was made of it, and the reading of each of its sheets so far."""

    picture: Picture
    prepared: Prepared
    readings: tuple[Reading, ...]

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        return self.prepared.sheets


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Reads page images with the first of `models`, and asks the others where that is in doubt."""

    engine: OcrEngine
    models: tuple[str, ...]
    lexicon: Lexicon

    def read(self, pictures: Sequence[Picture]) -> tuple[Recognised, ...]:
        """The words on each of `pictures`, which are read together; raises only `ProgramMissing`."""
        written = [not is_blank(picture.pixels) for picture in pictures]
        prepared = [(one, prepare(one)) for one, wanted in zip(pictures, written, strict=True) if wanted]
        first = iter(self._read([sheet for _, page in prepared for sheet in page.sheets]))
        pages = [_Page(one, page, tuple(next(first) for _ in page.sheets)) for one, page in prepared]
        done = iter(self._reconsidered([self._bettered(page) for page in pages]))
        return tuple(
            self._placed(next(done)) if wanted else Recognised((), None, steps=(*picture.steps, "blank"))
            for picture, wanted in zip(pictures, written, strict=True)
        )

    def _read(self, sheets: Sequence[Sheet], layout: Layout = Layout.PAGE) -> tuple[Reading, ...]:
        return self.engine.read([sheet.picture for sheet in sheets], self.models[0], layout)

    def _read_block(self, sheet: Sheet) -> Reading:
        return self._read((sheet,), Layout.BLOCK)[0]

    def _bettered(self, page: _Page) -> _Page:
        """A page that reads badly by the way, of those tried, by which most words are known."""
        if not all(reading.fault or self._reads_well(reading) for reading in page.readings):
            for quarters in self._other_ways(page):
                turned = prepare(page.picture, quarters)
                other = _Page(page.picture, turned, self._read(turned.sheets))
                page = max(page, other, key=lambda one: self._known(one.readings))
        readings = zip(page.sheets, page.readings, strict=True)
        return replace(page, readings=tuple(self._laid_out_otherwise(*one) for one in readings))

    def _other_ways(self, page: _Page) -> tuple[int, ...]:
        """The quarters by which the page may have to be turned, other than those by which it is."""
        stands = round(page.sheets[0].rotation / 90)
        if any(lies(reading.words) for reading in page.readings):
            return (stands + 1) % 4, (stands + 3) % 4
        quarters = self.engine.turn(page.sheets[0].picture)
        return ((stands + quarters) % 4,) if quarters else ()

    def _laid_out_otherwise(self, sheet: Sheet, reading: Reading) -> Reading:
        """The best reading of a sheet by other ideas of its layout, where that at hand isn't good."""
        for layout in _OTHER_LAYOUTS:
            if reading.fault or self._is_done(sheet, reading):
                break
            (other,) = self._read((sheet,), layout)
            reading = max(reading, other, key=lambda one: self._known((one,)))
        return reading

    def _is_done(self, sheet: Sheet, reading: Reading) -> bool:
        return self._reads_well(reading) and not leaves_print(sheet.pixels, reading.words)

    def _reconsidered(self, pages: Sequence[_Page]) -> list[_Page]:
        """The pages after the other models were asked about the words in doubt, on all pages together."""
        pictures = [sheet.picture for page in pages for sheet in page.sheets]
        readings: Sequence[Reading] = [reading for page in pages for reading in page.readings]
        for model in self.models[1:]:
            readings = reconsidered(pictures, readings, self.engine, model, self.lexicon)
        rest = iter(readings)
        return [replace(page, readings=tuple(next(rest) for _ in page.sheets)) for page in pages]

    def _placed(self, page: _Page) -> Recognised:
        """The words laid out while their lines are level, then each put back where it stands on paper."""
        size = (page.picture.width, page.picture.height)
        sheet = page.sheets[0]
        told = [
            (one, *part_crooked(with_likely_letters(_tidied(one, reading, self.lexicon), self.lexicon)))
            for one, reading in zip(page.sheets, page.readings, strict=True)
        ]
        halves = [tuple(on_paper(one, with_sections(lay_out(own)), size)) for one, own, _ in told]
        words = tuple(word for half in halves for word in half)
        aside = " ".join(stamp for _, _, stamp in told if stamp)
        if page.prepared.pale:
            more, pale = read_pale(page.prepared.pale, words, size, self._read_block, self.lexicon)
            words = with_more(page.sheets, halves, more, size) if more else words
            aside = " ".join(filter(None, (aside, pale)))
        fault = next((reading.fault for reading in page.readings if reading.fault), None)
        return Recognised(words, self.engine.name, sheet.rotation, sheet.steps, aside, fault)

    def _reads_well(self, reading: Reading) -> bool:
        return reads_well(reading.words, self.lexicon)

    def _known(self, readings: Sequence[Reading]) -> int:
        return sum(known_letters(reading.words, self.lexicon) for reading in readings)


def _tidied(sheet: Sheet, reading: Reading, lexicon: Lexicon) -> Sequence[Word]:
    """The words without what dirt was read as, and with what only the image tells."""
    words = without_specks(reading.words)
    if sheet.is_specked:
        words = without_stray(without_hanging(words, dark_parts(sheet.pixels) > 0), lexicon)
    return looked_at(words, sheet.pixels)
