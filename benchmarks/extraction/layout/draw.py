"""Pages become a PDF with a text layer, or a PDF of scans."""

from __future__ import annotations

import time
from io import BytesIO

import numpy as np
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from benchmarks.extraction.layout.sheet import HEIGHT, WIDTH, Sheet
from benchmarks.reading.damage.print import Print, turned
from benchmarks.reading.make.draw import Grey
from samples.make.draw import as_images

SCAN_DPI = 300
_MADE = time.gmtime(0)
_SKEW = 0.6
"""How crooked a page may lie, in degrees."""
_NOISE = 6.0
"""How far the shades of a scan stray, of 255."""


def as_pdf(sheets: list[Sheet], title: str) -> bytes:
    """A PDF; the same sheets always give the same bytes."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    canvas.setTitle(title)
    for sheet in sheets:
        canvas.setLineWidth(0.6)
        for x0, x1, y in sheet.rules:
            canvas.line(x0, HEIGHT - y, x1, HEIGHT - y)
        for run in sheet.runs:
            canvas.setFont(run.type.font, run.type.size)
            x = run.x
            if run.blank:
                for word in run.text.split():
                    canvas.drawString(x, HEIGHT - run.y, word)
                    x += run.type.width(word + " ") + run.blank
            else:
                canvas.drawString(x, HEIGHT - run.y, run.text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scanned(pdf: bytes, seed: int) -> bytes:
    """The PDF as it comes from a scanner: grey images at 300 dpi, a little crooked, grainy and pale."""
    generator = np.random.default_rng(seed)
    pages: list[Image.Image] = []
    for pixels in as_images(pdf, SCAN_DPI):
        page = _worn(pixels, generator)
        pages.append(Image.fromarray(page))
    out = BytesIO()
    # Without a date of its own the file would hold the time at which it was made.
    dated = {"creationDate": _MADE, "modDate": _MADE}
    pages[0].save(
        out, "PDF", save_all=True, append_images=pages[1:], resolution=SCAN_DPI, quality=80, **dated
    )
    return out.getvalue()


def _worn(pixels: Grey, generator: np.random.Generator) -> Grey:
    page = Print(pixels, (SCAN_DPI, SCAN_DPI), np.full_like(pixels, 255))
    page = page.with_pixels(turned(page.pixels, generator.uniform(-_SKEW, _SKEW)))
    noise = generator.standard_normal(pixels.shape, dtype=np.float32) * _NOISE
    return page.with_pixels(page.pixels * np.float32(0.88) + 20 + noise).pixels
