"""Tesseract alone, a process a page and a thread a process, page segmentation as it chooses."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.reading.images import images_of
from benchmarks.reading.meter import Job, metered
from benchmarks.reading.page import BenchPage
from benchmarks.reading.programs.program import Reading

_LIMIT = 600.0
"""Seconds after which a page is given up: noise holds Tesseract for minutes."""


@dataclass(frozen=True, slots=True)
class Tesseract:
    """`tesseract IMAGE OUT -l MODEL`."""

    name: str
    model: str

    def version(self) -> str:
        """Which release it is, and which model."""
        said = subprocess.run(["tesseract", "--version"], capture_output=True, text=True, check=True)  # noqa: S607
        return f"{said.stdout.splitlines()[0]}, {self.model}"

    def read(self, pages: Sequence[BenchPage], jobs: int, work: Path) -> Reading:
        """Read every image of every page."""
        images = {page.name: images_of(page, work / f"{number}") for number, page in enumerate(pages)}
        outs: dict[str, list[Path]] = {page.name: [] for page in pages}
        commands: list[list[str]] = []
        for page in pages:
            for image in images[page.name]:
                out = work / f"read-{len(commands)}"
                outs[page.name].append(out.with_suffix(".txt"))
                commands.append(["tesseract", str(image), str(out), "-l", self.model])
        bill = metered(Job(commands=commands, jobs=jobs, limit=_LIMIT, log=work / "log"))
        # Pages may fail, but not all of them: then the model is missing or the program is.
        if all(cost.code != 0 for cost in bill.costs):
            raise RuntimeError(
                f"{self.name} read no page:\n{(work / 'log').read_text('utf-8', 'replace')[:2000]}"
            )
        return Reading({name: _text(files) for name, files in outs.items()}, bill)


def _text(files: list[Path]) -> str:
    return "\n".join(file.read_text("utf-8") for file in files if file.exists())
