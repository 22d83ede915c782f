"""The programs by the names that --programs takes."""

from __future__ import annotations

from benchmarks.reading.programs.ours import Ours
from benchmarks.reading.programs.program import Program
from benchmarks.reading.programs.tesseract import Tesseract

PROGRAMS: dict[str, Program] = {
    "ours": Ours(),
    "swe": Tesseract("tesseract swe", "swe"),
    "latin": Tesseract("tesseract Latin", "Latin"),
}
DEFAULT = ("ours", "swe", "latin")
