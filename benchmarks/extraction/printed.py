"""Documents of plain text printed line for line, to be scanned: what reading them from paper costs."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

from benchmarks.extraction.layout.draw import as_pdf, scanned
from benchmarks.extraction.layout.house import Face
from benchmarks.extraction.layout.sheet import HEIGHT, WIDTH, Run, Sheet, Type
from models.text import PAGE_BREAK

_EM = 0.6
"""How wide each letter of the font is, in its size."""
_LARGEST, _SMALLEST = 10.0, 5.5
_WIDEST = 120
"""A line of more letters is a paragraph, which no paper holds on one line."""
_EDGE = 30.0
_LEADING = 1.2


def printed(text: str) -> list[Sheet]:
    """The pages of the text, each on a sheet or, where it has too many lines, on several."""
    return [sheet for page in text.split(PAGE_BREAK) for sheet in _sheets(page.rstrip().split("\n"))]


def scan_of(path: Path, seed: int) -> bytes:
    """A PDF of scans of the text file's pages, at 300 dpi."""
    sheets = printed(path.read_text("utf-8", "replace"))
    return scanned(as_pdf(sheets, path.stem), seed)


def _wrapped(line: str) -> list[str]:
    """The line, parted between words where it is a whole paragraph."""
    if len(line) <= _WIDEST:
        return [line]
    indent = " " * min(len(line) - len(line.lstrip()), _WIDEST // 2)
    return wrap(line, _WIDEST, subsequent_indent=indent, break_on_hyphens=False, replace_whitespace=False)


def _sheets(lines: list[str]) -> list[Sheet]:
    lines = [part for line in lines for part in _wrapped(line)]
    widest = max((len(line.rstrip()) for line in lines), default=1) or 1
    size = max(_SMALLEST, min(_LARGEST, (WIDTH - 2 * _EDGE) / (_EM * widest)))
    step = _LEADING * size
    # Embedded: for a font that a PDF only names, each machine draws another one, here even a slanted one.
    type_ = Type(Face.TYPEWRITER.font(bold=False), size)
    room = int((HEIGHT - 2 * _EDGE) / step)
    return [_sheet(lines[at : at + room], type_, step) for at in range(0, len(lines) or 1, room)]


def _sheet(lines: list[str], type_: Type, step: float) -> Sheet:
    sheet = Sheet()
    for n, line in enumerate(lines, 1):
        at = 0
        for word in line.split(" "):
            if word:
                sheet.runs.append(Run(_EDGE + _EM * type_.size * at, _EDGE + n * step, word, type_))
            at += len(word) + 1
    return sheet
