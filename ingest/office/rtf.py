"""RTF: cut into its body, its heads and feet and its notes, each of which striprtf reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from striprtf.striprtf import rtf_to_text

from ingest.office.sheets import GAP, Sheets, Written, table_lines
from models.errors import InputDamaged, InputTooLarge
from models.settings import ReadingSettings

_STEPS = ("rtf: changes accepted, pages by breaks",)
_TOKEN = re.compile(
    r"\\bin(\d{1,9}) ?|\\([a-z]{1,32})(-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\[^a-z]|[{}]|[^\\{}]+|\\"
)
_PAGE, _BEGIN, _END, _CELL = "\f", "\x1d", "\x1e", "\x1f"
_MARKS = {
    "page": r"\'0c", "trowd": r"\'1d", "row": r"\'1e", "cell": r"\'1f", "nestcell": r"\tab ",
    "nestrow": r"\line ", "deleted": r"\*", "v": r"\*", "pntext": "",
}  # fmt: skip
"""What striprtf leaves out or gives as something else, in words that it does as they should be done."""
_ASIDE = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "head"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "foot"),
    "footnote": "note",
    "shptxt": "box",
}
"""Groups that are no part of the running text, and where they are set."""
_CUT = frozenset(
    {"fldinst", "pict", "object", "nonshppict", "themedata", "colorschememapping", "datastore",
     "latentstyles", "annotation", "atnid", "atnauthor", "stylesheet",
     "listtable", "listoverridetable", "info",
     "shprslt", "fonttbl", "colortbl"}
)  # fmt: skip
_ROW = re.compile(rf"{_BEGIN}([^{_END}]*){_END}")
_BOUND_HYPHENS = str.maketrans({"\xad": None, "\u2011": "-"})


@dataclass(slots=True)
class _Pieces:
    """The file as striprtf is to read it: the body, and what stands aside, with its kind and its page."""

    body: list[str] = field(default_factory=list[str])
    aside: list[tuple[str, int, list[str]]] = field(default_factory=list[tuple[str, int, list[str]]])
    fonts: dict[str, str] = field(default_factory=dict[str, str])
    """The character set of each font."""
    code_page: str = "1252"
    _to: list[str] | None = None
    _above: list[list[str] | None] = field(default_factory=list[list[str] | None])
    _page: int = 0
    _font: str = ""

    def take(self, rtf: str) -> None:
        """Cut the file up."""
        at, self._to = 0, self.body
        while found := _TOKEN.match(rtf, at):
            at = found.end() + int(found[1] or 0)
            if found[2]:
                self._word(found[2], found[3] or "", found[0])
            elif found[1] is None:
                self._sign(found[0])

    def _sign(self, sign: str) -> None:
        if sign == "}" and self._above:
            self._to = self._above.pop()
        if self._to is not None:
            self._to.append(sign)
        if sign == "{":
            self._above.append(self._to)

    def _word(self, word: str, value: str, token: str) -> None:
        if word in _CUT:
            self._to = None
        elif word in _ASIDE:
            self._to = []
            self.aside.append((_ASIDE[word], self._page, self._to))
        self._note(word, value)
        if self._to is not None and word not in _ASIDE:
            self._to.append(_MARKS[word] if word in _MARKS and value != "0" else token)

    def _note(self, word: str, value: str) -> None:
        """Keep what all pieces need to be read."""
        match word:
            case "ansicpg":
                self.code_page = value
            case "f":
                self._font = value
            case "fcharset":
                self.fonts[self._font] = value
            case "page" if self._to is self.body:
                self._page += 1
            case _:
                pass

    def text(self, piece: list[str]) -> str:
        """What a piece says."""
        fonts = "".join(
            f"{{\\f{font}\\fcharset{kind} x;}}" for font, kind in self.fonts.items() if font and kind
        )
        begin = f"{{\\rtf1\\ansi\\ansicpg{self.code_page or 1252}{{\\fonttbl{fonts}}}"
        end = "}" * (1 if piece is not self.body else 0)
        text = rtf_to_text(f"{begin}{{{''.join(piece)}{end}}}", errors="replace")
        # Signs beyond the first 65,536 come as two halves.
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return whole.translate(_BOUND_HYPHENS).replace("\t", GAP)


def read(file: Path, name: str, settings: ReadingSettings) -> Written:
    """The document as text; an `InputError` where it breaks the rules of RTF or is too large."""
    if file.stat().st_size > settings.max_inner_bytes:
        limit = f"{settings.max_inner_bytes:,}"
        raise InputTooLarge(f"{name} has more bytes than the limit of {limit} for text (max_inner_bytes).")
    pieces = _Pieces()
    pieces.take(file.read_text("cp1252", "replace"))
    try:
        return Written(_pages(pieces), _STEPS)
    except (ValueError, TypeError, IndexError, OverflowError, LookupError) as error:
        raise InputDamaged(f"{name} breaks the rules of RTF; open and save it anew.") from error


def _pages(pieces: _Pieces) -> tuple[str, ...]:
    sheets, notes = Sheets(), 0
    for number, page in enumerate(pieces.text(pieces.body).split(_PAGE)):
        if number:
            sheets.turn()
        for kind, _, piece in (one for one in pieces.aside if one[1] == number):
            lines = list(_lines(pieces.text(piece).strip()))
            notes += kind == "note"
            _set_aside(sheets, kind, lines, notes)
        sheets.add(_lines(page))
        boxes = [piece for kind, at, piece in pieces.aside if (kind, at) == ("box", number)]
        for box in boxes:
            sheets.add(_lines(pieces.text(box).strip()), apart=True)
    return sheets.pages()


def _set_aside(sheets: Sheets, kind: str, lines: list[str], number: int) -> None:
    match kind:
        case "head":
            sheets.head(lines)
        case "foot":
            sheets.foot(lines)
        case "note":
            first, *rest = lines or [""]
            sheets.note([f"{number}) {first.strip()}", *rest])
        case _:
            pass


def _lines(text: str) -> Iterator[str]:
    """The text's lines, rows of tables that follow one another set as one table."""
    end, rows = 0, list[list[list[str]]]()
    for found in _ROW.finditer(text):
        between = text[end : found.start()]
        if between.strip():
            yield from table_lines(rows)
            yield from _plain(between)
            rows = []
        rows.append(_cells(found[1]))
        end = found.end()
    yield from table_lines(rows)
    yield from _plain(text[end:])


def _cells(row: str) -> list[list[str]]:
    cells = [
        [line for line in cell.split("\n") if line.strip()] for cell in row.replace(_BEGIN, "").split(_CELL)
    ]
    return cells[:-1] if cells and not cells[-1] else cells


def _plain(text: str) -> list[str]:
    return text.replace(_BEGIN, "").replace(_CELL, GAP).replace(_END, "\n").split("\n")
