"""The forms of document: their texts, margins, running heads and feet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from numpy.random import Generator

from benchmarks.reading.make.blocks import page_text, typed
from benchmarks.reading.make.faces import FACES, Face, Group, width
from benchmarks.reading.make.fields import filled
from benchmarks.reading.make.setting import Frame, Look, fill, placed
from benchmarks.reading.make.sheet import A4, Sheet, Type, Word

Cell = tuple[float, str]
"""Where a piece of a running head begins, as a share of the width between the margins, and what it says."""


class Form(StrEnum):
    """A form of document."""

    MINUTES = "minutes"
    REPORT = "report"
    LETTER = "letter"
    TYPED = "typed"
    ATTENDANCE = "attendance"
    TABLE = "table"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True)
class Style:
    """What makes a form: margins in points (left, right, top, bottom), heads and feet as rows of cells."""

    texts: tuple[str, ...]
    groups: tuple[Group, ...]
    margins: tuple[float, float, float, float]
    head: tuple[tuple[Cell, ...], ...] = ()
    foot: tuple[tuple[Cell, ...], ...] = ()
    rule: bool = False
    justified: bool = False
    columns: int = 1
    leading: tuple[float, float] = (1.2, 1.32)
    size: tuple[float, float] = (10.0, 12.0)
    from_top: bool = False


_PRINT = (Group.SERIF, Group.SANS)
_MINUTES_HEAD: tuple[tuple[Cell, ...], ...] = (
    ((0, "GRANBY KOMMUN"), (0.45, "SAMMANTRÄDESPROTOKOLL"), (0.92, "{page}")),
    ((0, "Kommunstyrelsen"), (0.45, "<isodatum>")),
)
_MINUTES_FOOT: tuple[tuple[Cell, ...], ...] = (((0, "Justerandes sign"), (0.62, "Utdragsbestyrkande")),)

STYLES = {
    Form.MINUTES: Style(
        ("minutes", "minutes", "granby-ks", "granby-volym"), _PRINT, (68, 60, 108, 76), _MINUTES_HEAD,
        _MINUTES_FOOT, rule=True,
    ),
    Form.REPORT: Style(
        ("report", "report", "granby-rapport-lost-letters"), _PRINT, (76, 70, 72, 74),
        foot=(((0.48, "{page}"),),), justified=True,
    ),
    Form.LETTER: Style(
        ("letter", "letter", "granby-tjansteskrivelse"), _PRINT, (72, 72, 104, 84),
        (((0, "GRANBY KOMMUN"), (0.6, "YTTRANDE"), (0.92, "{page}")), ((0.6, "<isodatum>"),)),
        (((0, "Postadress: 555 80 Granby"), (0.4, "Besök: Torggatan 4"), (0.72, "Växel: 0555-120 00")),),
        size=(10.0, 11.5), from_top=True,
    ),
    Form.TYPED: Style(
        ("typed", "typed", "granby-1974"), (Group.TYPEWRITER,), (74, 50, 112, 64),
        (((0, "GRANBY KOMMUN"), (0.8, "Blad {page}")), ((0, "Kommunalnämnden"), (0.5, "<gammaltdatum>"))),
        leading=(1.0, 1.5), size=(11.6, 12.0),
    ),
    Form.ATTENDANCE: Style(
        ("attendance",), _PRINT, (68, 56, 108, 76), _MINUTES_HEAD, _MINUTES_FOOT, rule=True,
        leading=(1.3, 1.5), size=(10.0, 11.0), from_top=True,
    ),
    Form.TABLE: Style(
        ("table",), _PRINT, (66, 60, 80, 80), foot=(((0.48, "{page}"),),), leading=(1.35, 1.5),
        size=(9.5, 11.0), from_top=True,
    ),
    Form.COLUMNS: Style(
        ("prose",), (Group.SERIF,), (60, 60, 84, 76), (((0.3, "Granby hembygdsförenings årsskrift"),),),
        (((0.48, "{page}"),),), justified=True, columns=2, size=(9.6, 11.0),
    ),
}  # fmt: skip
_COLUMN_GAP = 24.0
_BODIES = (
    "Kommunstyrelsen",
    "Tekniska nämnden",
    "Socialnämnden",
    "Kommunfullmäktige",
    "Miljö- och byggnadsnämnden",
)


def faces_of(form: Form) -> tuple[Face, ...]:
    """The faces that documents of this form are set in."""
    return tuple(face for face in FACES if face.group in STYLES[form].groups)


def set_page(form: Form, face: Face, generator: Generator, size: tuple[float, float] = A4) -> Sheet:
    """A full page of the form; pages smaller than A4 are set smaller by as much, down to 9 points."""
    style = STYLES[form]
    scale = size[0] / A4[0]
    points = max(9.0, generator.uniform(*style.size) * min(1.0, scale)) * face.scale
    leading = points / face.scale * generator.uniform(*style.leading)
    look = Look(
        Type(face, points), Type(face, points * 1.08, bold=face.group is not Group.TYPEWRITER), leading,
        style.justified, 0.45 * leading,
    )  # fmt: skip
    if face.group is Group.TYPEWRITER:
        look = Look(look.text, look.text, leading, gap=0.6 * leading)
    left, right, top, bottom = (margin * scale for margin in style.margins)
    sheet = Sheet(size)
    _furnish(sheet, style.head, (left, right, top - 56 * scale), look, generator)
    if style.rule:
        sheet.rules.append((left, size[0] - right, top - 26 * scale))
    frames = _frames(size, (left, right, top, bottom), style.columns)
    blocks = page_text(style.texts, generator, from_top=style.from_top)
    if face.group is Group.TYPEWRITER:
        blocks = map(typed, blocks)
    fill(sheet, frames, look, blocks)
    _furnish(sheet, style.foot, (left, right, size[1] - bottom + 40 * scale), look, generator)
    return sheet


def _frames(
    size: tuple[float, float], margins: tuple[float, float, float, float], columns: int
) -> tuple[Frame, ...]:
    left, right, top, bottom = margins
    wide = (size[0] - left - right - _COLUMN_GAP * (columns - 1)) / columns
    starts = (left + n * (wide + _COLUMN_GAP) for n in range(columns))
    return tuple(Frame(start, start + wide, top, size[1] - bottom) for start in starts)


def _furnish(
    sheet: Sheet,
    rows: tuple[tuple[Cell, ...], ...],
    place: tuple[float, float, float],
    look: Look,
    generator: Generator,
) -> None:
    """Rows of a running head or foot, from the base line at `place` (left margin, right margin, y) down."""
    left, right, y = place
    wide = sheet.size[0] - left - right
    small = Type(look.text.face, max(8.5, look.text.size * 0.86))
    page = int(generator.integers(2, 60))
    number = str(page) if generator.random() < 0.5 else f"{page} ({page + int(generator.integers(0, 30))})"
    body = _BODIES[int(generator.integers(len(_BODIES)))]
    for row in rows:
        words: list[Word] = []
        for share, text in row:
            said = filled(text.replace("{page}", number).replace("Kommunstyrelsen", body), generator)
            x = min(left + share * wide, sheet.size[0] - 12 - width(said, small.face, small.size))
            words += placed(said, x, y, small)
        sheet.lines.append(tuple(words))
        y += small.size * 1.35
