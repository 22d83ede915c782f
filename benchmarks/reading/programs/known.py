"""The programs by the names that --programs takes."""

from __future__ import annotations

from benchmarks.reading.programs.ocrmypdf import OcrMyPdf
from benchmarks.reading.programs.ours import Ours
from benchmarks.reading.programs.program import Program
from benchmarks.reading.programs.tesseract import Tesseract

_CLEAN = ("--deskew", "--clean", "--rotate-pages")

PROGRAMS: dict[str, Program] = {
    "ours": Ours(),
    "swe": Tesseract("tesseract swe", "swe"),
    "latin": Tesseract("tesseract Latin", "Latin"),
    "both": Tesseract("tesseract swe+Latin", "swe+Latin"),
    "ocrmypdf": OcrMyPdf("OCRmyPDF", "swe"),
    "ocrmypdf-clean": OcrMyPdf("OCRmyPDF clean", "swe", _CLEAN),
    "ocrmypdf-latin": OcrMyPdf("OCRmyPDF Latin", "Latin"),
    "ocrmypdf-clean-latin": OcrMyPdf("OCRmyPDF clean Latin", "Latin", _CLEAN),
}
DEFAULT = ("ours", "swe", "latin", "ocrmypdf", "ocrmypdf-clean")
QUICK = ("ours", "swe", "latin")
