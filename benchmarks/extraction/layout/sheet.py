"""Pages with every run of print at its place, in points from the top left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfmetrics

from benchmarks.extraction.layout.hyphens import pieces

WIDTH, HEIGHT = 595.0, 842.0


@dataclass(frozen=True, slots=True)
class Type:
    """A font of the PDF library at a size in points."""

    font: str
    size: float

    def width(self, text: str) -> float:
        """How wide the text is, in points."""
        return pdfmetrics.stringWidth(text, self.font, self.size)


@dataclass(frozen=True, slots=True)
class Run:
    """Print on one line: `x` its left end, `y` its base line, `blank` what is added between its words."""

    x: float
    y: float
    text: str
    type: Type
    blank: float = 0.0


@dataclass(slots=True)
class Sheet:
    """One page; `rules` are (x0, x1, y). Runs stand in the order in which they are drawn."""

    runs: list[Run] = field(default_factory=list[Run])
    rules: list[tuple[float, float, float]] = field(default_factory=list[tuple[float, float, float]])


@dataclass(frozen=True, slots=True)
class Breaks:
    """Where a word may be broken: by a hyphen that is added, after one that is there."""

    added: bool = False
    there: bool = False

    def parts(self, word: str) -> list[tuple[str, str]]:
        """Ways to break the word, the longest beginning first."""
        ways: list[tuple[str, str]] = []
        if self.there and "-" in word.strip("-"):
            ends = [at + 1 for at in range(1, len(word) - 1) if word[at] == "-"]
            ways += [(word[:end], word[end:]) for end in reversed(ends)]
        if self.added:
            found = pieces(word)
            ways += [
                ("".join(found[:count]) + "-", "".join(found[count:]))
                for count in range(len(found) - 1, 0, -1)
            ]
        return ways


NOWHERE = Breaks()


def wrap(
    text: str, wide: float, type_: Type, *, first: float = 0.0, breaks: Breaks = NOWHERE
) -> Iterator[str]:
    """Lines no wider than `wide`, the first shorter by `first`; a longer word has a line of its own."""
    room = wide - first
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if type_.width(longer) <= room or not line:
            line = longer
            continue
        begun, line = _broken(line, word, room, type_, breaks)
        yield begun
        room = wide
    yield line


def _broken(line: str, word: str, room: float, type_: Type, breaks: Breaks) -> tuple[str, str]:
    for begun, rest in breaks.parts(word):
        if type_.width(f"{line} {begun}") <= room:
            return f"{line} {begun}", rest
    return line, word
