"""Source blocks become pages: every run of print with its place, in points from the sheet's top left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from samples.make.fonts import Face, width
from samples.make.source import BREAK, Block, Document
from samples.make.style import STYLES, Style

PAGE_WIDTH, PAGE_HEIGHT = 595.0, 842.0
_COLUMN_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of print: `x` its left end, `y` its base line."""

    x: float
    y: float
    text: str
    face: Face
    size: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the sheet."""

    x0: float
    x1: float
    y: float


@dataclass(slots=True)
class Sheet:
    """One page; `signatures` are the left ends and base lines where somebody is to sign."""

    runs: list[Run] = field(default_factory=list[Run])
    rules: list[Rule] = field(default_factory=list[Rule])
    signatures: list[tuple[float, float]] = field(default_factory=list[tuple[float, float]])

    @property
    def text(self) -> str:
        """What is printed, line by line, columns parted by blanks."""
        lines: dict[float, list[Run]] = {}
        for run in self.runs:
            lines.setdefault(round(run.y, 1), []).append(run)
        return "\n".join(_joined(sorted(lines[y], key=lambda run: run.x)) for y in sorted(lines))


def _joined(runs: list[Run]) -> str:
    text = runs[0].text
    for before, run in pairwise(runs):
        gap = run.x - before.x - width(before.text, before.face, before.size)
        text += (" " if gap < _COLUMN_GAP else "   ") + run.text
    return text


def lay_out(document: Document) -> list[Sheet]:
    """The pages of one document, with heads and feet."""
    setter = _Setter(STYLES[document.about["form"]])
    for block in document.blocks:
        setter.put(block)
    furnish(setter.sheets, document)
    return setter.sheets


class _Setter:
    """Sets block after block, from the top of the first page on."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.sheets = [Sheet()]
        self.y = style.top
        self.left = style.left

    def put(self, block: Block) -> None:
        """Set one block."""
        text = block.breakable
        match block.name:
            case "page":
                self._turn()
            case "blank" | "rule" | "sign":
                self._line_of(block.name)
            case "lines" | "run":
                self._run_in(text)
            case "cover":
                self._cover(text)
            case "line":
                self._columns(text)
            case "entry":
                mark, _, rest = text.partition(" ")
                self._entry(mark, rest)
            case "text":
                self._lines(text, self.left, self.style.right - self.left)
                self.y += self.style.after
            case heading:
                self._heading(heading, text)

    def _line_of(self, name: str) -> None:
        """An empty line, a rule across the page, or a line to sign on."""
        style, sheet = self.style, self.sheets[-1]
        if name == "rule":
            sheet.rules.append(Rule(style.left, style.right, self.y + 4))
            self.y += 12
        elif name == "sign":
            sheet.rules.append(Rule(style.cover_left, style.cover_left + 190, self.y + 8))
            sheet.signatures.append((style.cover_left + 12, self.y + 5))
            self.y += style.leading + 6
        else:
            self.y += style.leading

    def _run_in(self, text: str) -> None:
        self.left = self.style.body_left
        if text:
            self._lines(text, self.left, self.style.right - self.left)

    def _turn(self) -> None:
        self.sheets.append(Sheet())
        self.y = self.style.top
        self.left = self.style.body_left

    def _room(self, height: float) -> None:
        if self.y + height > self.style.bottom:
            self._turn()

    def _write(self, x: float, text: str, face: Face, size: float) -> None:
        self.sheets[-1].runs.append(Run(x, self.y, text, face, size))

    def _cover(self, label: str) -> None:
        """A label in the left column; what follows stands right of it, the first line on the same row."""
        style = self.style
        self.y += style.cover_gap
        self._room(2 * style.leading)
        self._write(style.left, label, Face.SANS_BOLD, 8)
        self.left = style.cover_left

    def _heading(self, name: str, text: str) -> None:
        style = self.style
        self.left = style.body_left
        before, face, size, room = style.headings[name]
        if name == "item":
            number, _, rest = text.partition(" ")
            self.y += before
            self._room(room)
            self._write(style.left, f"§ {number}{'.' if style.typed else ''}", face, size)
            self._set(rest, style.item_left, style.right - style.item_left, face, size)
        elif name == "dnr":
            self._write(style.item_left, f"Dnr {text}", style.face, style.size)
            self.y += style.leading
        else:
            self.y += before
            self._room(room)
            wide = width(text, face, size)
            x = {"center": (PAGE_WIDTH - wide) / 2, "right": style.cover_left + 90, "typed": style.left}.get(
                name, self.left
            )
            self._set(text, x, max(style.right - x, wide + 1), face, size)
        self.y += style.heading_after if name in {"item", "typed", "title"} else 0

    def _entry(self, mark: str, text: str) -> None:
        self._room(self.style.leading)
        self._write(
            self.left, "–" if mark == "-" and not self.style.typed else mark, self.style.face, self.style.size
        )
        self._lines(text, self.left + 16, self.style.right - self.left - 16)

    def _columns(self, text: str) -> None:
        """One row of one to three columns; the longest decides where the next row begins."""
        columns = text.split(" || ")
        stops = self.style.columns(self.left, len(columns))
        self._room(self.style.leading)
        top, lowest = self.y, self.y
        for x, end, column in zip(stops, [*stops[1:], self.style.right], columns, strict=False):
            self.y = top
            self._lines(column, x, end - x - _COLUMN_GAP)
            lowest = max(lowest, self.y)
        self.y = lowest

    def _lines(self, text: str, x: float, wide: float) -> None:
        self._set(text, x, wide, self.style.face, self.style.size)

    def _set(self, text: str, x: float, wide: float, face: Face, size: float) -> None:
        for line in wrap(text, wide, face, size):
            self._room(self.style.leading)
            self._write(x, line, face, size)
            self.y += max(self.style.leading, size * 1.25)


def wrap(text: str, wide: float, face: Face, size: float) -> Iterator[str]:
    """Lines no wider than `wide`; a word is broken only at `BREAK`."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer.replace(BREAK, ""), face, size) <= wide or not line:
            line = longer
            continue
        head, tail = _broken(line, word, wide, face, size)
        yield head
        line = tail
    yield line.replace(BREAK, "")


def _broken(line: str, word: str, wide: float, face: Face, size: float) -> tuple[str, str]:
    pieces = word.split(BREAK)
    for count in range(len(pieces) - 1, 0, -1):
        head = f"{line} {''.join(pieces[:count])}-".replace(BREAK, "")
        if width(head, face, size) <= wide:
            return head, "".join(pieces[count:])
    return line.replace(BREAK, ""), word


def furnish(sheets: list[Sheet], document: Document) -> None:
    """Give every page its running head, page number and foot."""
    about = document.about
    for number, sheet in enumerate(sheets, 1):
        values = {
            **about,
            "number": str(number),
            "of": str(len(sheets)),
            "town": about["municipality"].upper(),
        }
        style = STYLES[about["form"]]
        for x, y, text, face, size, first_page in style.furniture:
            if first_page or number > 1:
                sheet.runs.append(Run(x, y, text.format(**values), face, size))
        sheet.rules += [Rule(style.left, style.right, y) for y in style.furniture_rules]
