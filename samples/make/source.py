"""The source text of a sample: what is printed, and marks in it that say what is true.

A file holds one document or several, parted by a line of equals signs. Each begins with `name: value` lines
(kind, body, municipality, date, form), then an empty line, then the text. A line that begins with a full
stop is a directive (`.item 42 Heading`, `.head Beslut`, `.page`); a line that begins with "- " or "1. " is
an entry of a list; other lines run together to a paragraph until an empty line or a directive.

"kommun~fullmäktige" may be broken, with a hyphen, at the end of a line. A mark is `{name values|printed}`;
marks nest. The values may be left out where the print says it all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BREAK = "~"
_PART = re.compile(r"^={4,}\n", re.MULTILINE)
_ENTRY = re.compile(r"(?:-|\d+\.) ")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of print that means something."""

    name: str
    value: str
    content: tuple[Piece, ...]

    @property
    def printed(self) -> str:
        """The stretch as it stands on paper."""
        return printed(self.content)


Piece = str | Mark


@dataclass(frozen=True, slots=True)
class Block:
    """One directive, list entry or paragraph; `name` is "text" where there is no directive."""

    name: str
    content: tuple[Piece, ...]

    @property
    def printed(self) -> str:
        """The block as it stands on paper, on one line."""
        return printed(self.content)

    @property
    def breakable(self) -> str:
        """The same with `BREAK` where a line may be broken within a word."""
        return _bare(self.content)


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a source: its `name: value` lines and its blocks."""

    about: dict[str, str]
    blocks: tuple[Block, ...]


def printed(content: tuple[Piece, ...]) -> str:
    """The content without its marks and its places to break a word."""
    return _bare(content).replace(BREAK, "")


def _bare(content: tuple[Piece, ...]) -> str:
    return "".join(piece if isinstance(piece, str) else _bare(piece.content) for piece in content)


def marks(content: tuple[Piece, ...]) -> Iterator[Mark]:
    """Every mark, the outer before those in it."""
    for piece in content:
        if isinstance(piece, Mark):
            yield piece
            yield from marks(piece.content)


def read_source(path: Path) -> tuple[Document, ...]:
    """The documents of one source file."""
    return tuple(_document(part) for part in _PART.split(path.read_text("utf-8")))


def _document(part: str) -> Document:
    about, _, text = part.partition("\n\n")
    pairs = (line.partition(": ") for line in about.splitlines())
    return Document({name: value for name, _, value in pairs}, tuple(_blocks(text)))


def _blocks(text: str) -> Iterator[Block]:
    """Lines kept as they are come after `.lines`, `.cover` and `.recipients`, until an empty line."""
    gathered: list[str] = []
    keeps_lines = False
    for line in [*text.splitlines(), ""]:
        directive = line.startswith(".")
        if gathered and (directive or not line.strip() or _ENTRY.match(line)):
            yield Block("text", parse(" ".join(gathered)))
            gathered = []
        if directive:
            name, _, rest = line[1:].partition(" ")
            keeps_lines = name in {"lines", "cover", "recipients", "sign"}
            yield Block(name, parse(rest))
        elif not line.strip():
            keeps_lines = False
        elif keeps_lines:
            yield Block("line", parse(line))
        elif _ENTRY.match(line):
            yield Block("entry", parse(line))
        else:
            gathered.append(line)


def parse(text: str) -> tuple[Piece, ...]:
    """The text with its marks taken apart."""
    content, at = _content(text, 0)
    if at != len(text):
        message = f"a mark is closed that was never opened: {text}"
        raise ValueError(message)
    return content


def _content(text: str, at: int) -> tuple[tuple[Piece, ...], int]:
    pieces: list[Piece] = []
    while at < len(text) and text[at] != "}":
        if text[at] == "{":
            bar = text.index("|", at)
            name, _, value = text[at + 1 : bar].partition(" ")
            inner, at = _content(text, bar + 1)
            pieces.append(Mark(name, value, inner))
            at += 1
        else:
            end = min((n for n in (text.find("{", at), text.find("}", at)) if n >= 0), default=len(text))
            pieces.append(text[at:end])
            at = end
    return tuple(pieces), at
