"""OCRmyPDF: one PDF of all page images, read with as many jobs; its PDF output is part of what it costs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.reading.images import fit_for_pdf, images_of
from benchmarks.reading.meter import Bill, Job, metered
from benchmarks.reading.page import BenchPage
from benchmarks.reading.programs.program import Reading

_LIMIT = 6 * 3600.0
_READ = frozenset({0, 4, 10})
"""Exit codes after which the text is there: all well, or only the PDF or its conversion to PDF/A is not."""


@dataclass(frozen=True, slots=True)
class OcrMyPdf:
    """`ocrmypdf OPTIONS -l LANGUAGE --jobs N --sidecar TEXT IN.pdf OUT.pdf`; the text is the sidecar's.

    The PDF that it is given is made by img2pdf, which OCRmyPDF itself uses for images: without loss and with
    each image's own dpi. One file with many pages is what it spreads best over cores.
    """

    name: str
    language: str
    options: tuple[str, ...] = ()

    def version(self) -> str:
        """Which release it is, and how it was called."""
        return " ".join(("OCRmyPDF", version("ocrmypdf"), *self.options, "-l", self.language))

    def read(self, pages: Sequence[BenchPage], jobs: int, work: Path) -> Reading:
        """Bind all images into one PDF, which isn't counted, and read it."""
        images = [images_of(page, work / f"{number}") for number, page in enumerate(pages)]
        _bind([image for some in images for image in some], work)
        bill = self._run(jobs, work)
        texts = (work / "text.txt").read_text("utf-8").split("\f")
        needed = sum(map(len, images))
        if len(texts) < needed:
            raise RuntimeError(f"{self.name} gave the text of {len(texts)} pages out of {needed}")
        read: dict[str, str] = {}
        for page, some in zip(pages, images, strict=True):
            read[page.name] = "\n".join(texts[: len(some)])
            texts = texts[len(some) :]
        return Reading(read, bill)

    def _run(self, jobs: int, work: Path) -> Bill:
        command = [
            sys.executable, "-m", "ocrmypdf", "--quiet", *self.options, "-l", self.language,
            "--jobs", str(jobs), "--sidecar", str(work / "text.txt"),
            str(work / "in.pdf"), str(work / "out.pdf"),
        ]  # fmt: skip
        bill = metered(Job(commands=[command], jobs=1, limit=_LIMIT, log=work / "log"))
        if bill.costs[0].code not in _READ:
            said = (work / "log").read_text("utf-8", "replace")[-2000:]
            raise RuntimeError(f"{self.name} ended with {bill.costs[0].code}:\n{said}")
        return bill


def _bind(images: list[Path], work: Path) -> None:
    folder = work / "fit"
    folder.mkdir()
    fit = [fit_for_pdf(image, folder / f"{number}.png") for number, image in enumerate(images)]
    listing = work / "images"
    listing.write_bytes(b"".join(f"{path.resolve()}\0".encode() for path in fit))
    command = [sys.executable, "-m", "img2pdf", "--from-file", str(listing), "--output", str(work / "in.pdf")]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
