"""PDFs of many pages: born digital, and volumes into which some scans are bound."""

from __future__ import annotations

from io import BytesIO
from itertools import cycle, islice

import numpy as np
from PIL import Image

from benchmarks.reading.damage.print import Print
from benchmarks.reading.damage.scanner import skew
from benchmarks.reading.make.draw import draw
from benchmarks.reading.make.forms import Form, faces_of, set_page
from samples import FOLDER
from samples.make.draw import as_pdf, joined
from samples.make.layout import lay_out
from samples.make.source import read_source

_SOURCES = ("granby-ks", "granby-volym", "granby-tjansteskrivelse", "granby-rapport-lost-letters")
SCAN_EVERY = 50
"""In a volume so many pages go to one scan, which stands in their middle."""
_SCANS = 5
_SCAN_DPI = 200


def born_digital(pages: int) -> bytes:
    """A PDF of so many pages with a text layer: those of the samples, over and over."""
    documents = (document for name in _SOURCES for document in read_source(FOLDER / "source" / f"{name}.txt"))
    sheets = [sheet for document in documents for sheet in lay_out(document)]
    return as_pdf(list(islice(cycle(sheets), pages)), "Granby kommun")


def volume(pages: int, seed: int) -> bytes:
    """The same with a scan in every fifty pages; every hundred of its pages costs the same."""
    half = SCAN_EVERY // 2
    before, after = born_digital(half), born_digital(SCAN_EVERY - half - 1)
    fifties = -(-pages // SCAN_EVERY)
    scans = cycle([_scan(seed, number) for number in range(min(fifties, _SCANS))])
    parts = [part for _ in range(fifties) for part in (before, next(scans), after)]
    return joined(parts)


def _scan(seed: int, number: int) -> bytes:
    generator = np.random.default_rng([seed, number])
    faces = faces_of(Form.REPORT)
    sheet = set_page(Form.REPORT, faces[number % len(faces)], generator)
    pixels = draw(sheet, _SCAN_DPI, generator)
    crooked = skew(Print(pixels, (_SCAN_DPI, _SCAN_DPI), np.full_like(pixels, 255)), generator)
    out = BytesIO()
    Image.fromarray(crooked.pixels).save(out, "PDF", resolution=_SCAN_DPI)
    return out.getvalue()
