"""Pages become a born-digital PDF, and PDFs become images."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from samples.make.fonts import Face
from samples.make.layout import PAGE_HEIGHT, PAGE_WIDTH, Sheet

Grey = NDArray[np.uint8]
"""A page image, rows by columns, 0 black to 255 white."""


def as_pdf(sheets: list[Sheet], title: str) -> bytes:
    """A PDF with a text layer; the same sheets always give the same bytes."""
    for face in Face:
        if face.value.suffix == ".ttf" and face.name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(face.name, str(face.value)))
    out = BytesIO()
    canvas = Canvas(out, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1)
    canvas.setTitle(title)
    canvas.setAuthor("Granby kommun")
    for sheet in sheets:
        canvas.setLineWidth(0.6)
        for rule in sheet.rules:
            canvas.line(rule.x0, PAGE_HEIGHT - rule.y, rule.x1, PAGE_HEIGHT - rule.y)
        for run in sheet.runs:
            canvas.setFont(run.face.name, run.size)
            canvas.drawString(run.x, PAGE_HEIGHT - run.y, run.text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def as_images(pdf: bytes, dpi: int) -> list[Grey]:
    """Each page of the PDF as drawn at so many dots an inch."""
    with pdfium.PdfDocument(pdf) as document:
        return [
            np.asarray(page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")) for page in document
        ]


def joined(pdfs: list[bytes]) -> bytes:
    """One PDF of all pages of these, in order."""
    out = BytesIO()
    with pdfium.PdfDocument.new() as whole:
        for pdf in pdfs:
            with pdfium.PdfDocument(pdf) as part:
                whole.import_pages(part)
        whole.save(out)
    return out.getvalue()
