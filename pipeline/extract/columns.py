"""The lists of those present on a front page, column by column, where columns stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from models.outline import Line, LineRole, Part
from models.swedish.names import NAME_WORD
from models.swedish.parties import PRINTED
from models.swedish.roles import goes_before, is_role
from models.vocabulary import Capacity

_HEADERS: tuple[tuple[str, Capacity], ...] = (
    (r"(?:ej|icke)[ -]+tj(?:änstgörande|g\.?)[ ]+(?:ersättare|suppleanter)", Capacity.ERSATTARE),
    (r"(?:närvarande|övriga)[ ]+(?:ersättare|suppleanter)", Capacity.ERSATTARE),
    (r"tj(?:änstgörande|g\.?)[ ]+(?:ersättare|suppleanter)", Capacity.TJANSTGORANDE_ERSATTARE),
    (r"(?:(?:närvarande|beslutande|ordinarie|tjänstgörande)[ ]+)?ledamöter", Capacity.LEDAMOT),
    (r"ersättare|suppleanter", Capacity.ERSATTARE),
    (r"(?:närvarande[ ]+)?(?:tjänstepersoner|tjänstemän|tjänsteman|tjänsteperson)", Capacity.TJANSTEPERSON),
    (r"övriga|gäster|inbjudna", Capacity.OVRIG),
)
_REGIONS: tuple[tuple[str, Capacity], ...] = (
    (r"beslutande", Capacity.LEDAMOT),
    (r"närvarande(?:[ ]+(?:beslutande|var))?|närvaro(?:lista|förteckning)?", Capacity.LEDAMOT),
    (r"(?:övriga|dessutom|även|vidare)[ ]+(?:närvarande|deltagande|deltagare)", Capacity.OVRIG),
    (r"närvarorätt|ej[ ]+beslutande|icke[ ]+beslutande", Capacity.OVRIG),
)
_END = re.compile(
    r"(?:utses?[ ]+att|(?:till[ ]+)?att[ ]+justera|(?:plats[ ]+och[ ]+tid|tid[ ]+och[ ]+plats)|justering"
    r"|justera(?:re|nde)|underskrifter|sekreterare\b(?![ ]*,)|protokolljusterare|paragraf|omfattning|anslag"
    r"|innehåll|frånvarande|organ\b|datum\b|§[ ]*\d+[ ]+\w|val[ ]+av|ordförande[ ]*(?::|[ ]{2})|dagordning"
    r"|föredragningslista)",
    re.IGNORECASE,
)
_HEADER = re.compile("|".join(f"(?P<h{n}>{form})" for n, (form, _) in enumerate(_HEADERS)), re.IGNORECASE)
_REGION = re.compile(
    "|".join(f"(?P<r{n}>{form})" for n, (form, _) in enumerate(_REGIONS)) + r"(?=[ :]|$)", re.IGNORECASE
)
_GAP = re.compile(r"[ \t]{2,}")
_AFTER_LABEL = re.compile(r"[ \t:]*")
_BOUNDARY = re.compile(rf"[ ](?={NAME_WORD})")
_CLOSED = re.compile(rf"{PRINTED}$")
_NOWHERE = 10**6
_LONGEST_LIST = 220
"""A list of more lines has lost its end; what follows is no list."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of one line that stands in one column; `start`, `end` in the part's `text.content`."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Column:
    """The cells of one column from above, and as what those in it are present."""

    capacity: Capacity
    region: Capacity
    cells: list[Cell] = field(default_factory=list[Cell])


@dataclass(slots=True)
class Zone:
    """Columns that stand side by side, from a row of headers to the next; `lines` are the lines in them."""

    columns: list[Column]
    right: int
    lines: list[Line] = field(default_factory=list[Line])


def zones(part: Part) -> tuple[Zone, ...]:
    """The lists of those present, in the order of the paper."""
    found: list[Zone] = []
    region: Capacity | None = None
    for line in _front(part):
        opened = _opened(line, region)
        if opened is not None:
            region, zone = opened
            found.append(zone)
        elif region is not None and _END.match(line.text):
            region = None
        elif region is not None and len(found[-1].lines) < _LONGEST_LIST:
            _add(found[-1], line)
    return tuple(found)


def _front(part: Part) -> Iterator[Line]:
    """The lines before the first item, without what every page repeats."""
    end = part.items[0].sign.start if part.items else len(part.text.content)
    return (line for line in part.lines if line.start < end and line.role is LineRole.BODY)


def _opened(line: Line, region: Capacity | None) -> tuple[Capacity, Zone] | None:
    """The zone that the line opens with headers or a label before the first name, and its region."""
    label = _REGION.match(line.text)
    at = _AFTER_LABEL.match(line.text, label.end()) if label else None
    begin = at.end() if at else 0
    headers = tuple(_headers(line.text, begin))
    if label is not None:
        region = next(capacity for n, (_, capacity) in enumerate(_REGIONS) if label[f"r{n}"])
    elif headers:
        region = region or headers[0][0]
    if region is None or (label is None and not headers):
        return None
    if headers:
        right = line.indent + headers[-1][1] if len(headers) > 1 else _NOWHERE
        return region, Zone([Column(capacity, region) for capacity, _ in headers], right, [line])
    rest = line.text[begin:]
    if rest and not re.match(NAME_WORD, rest):
        return None
    cells = [Cell(line.start + begin, line.end, rest)] if rest else []
    return region, Zone([Column(region, region, cells)], _NOWHERE, [line])


def _headers(text: str, at: int) -> Iterator[tuple[Capacity, int]]:
    """The headers of which the rest of a line is made, with their positions; none where it holds more."""
    found: list[tuple[Capacity, int]] = []
    while at < len(text):
        header = _HEADER.match(text, at)
        if header is None:
            return
        found.append((next(c for n, (_, c) in enumerate(_HEADERS) if header[f"h{n}"]), at))
        gap = _AFTER_LABEL.match(text, header.end())
        at = gap.end() if gap else header.end()
    yield from found


def _add(zone: Zone, line: Line) -> None:
    """Put the line's cells where they belong."""
    zone.lines.append(line)
    cells = list(_cells(line))
    if len(zone.columns) == 1:
        zone.columns[0].cells += cells
        return
    if len(cells) == 1:
        cells = _squeezed(cells[0])
    if len(cells) == 1:
        at_right = line.indent >= max(zone.right - 4, 12)
        zone.columns[-1 if at_right else 0].cells += cells
        return
    zone.right = min(zone.right, line.indent + cells[-1].start - line.start)
    for n, cell in enumerate(cells):
        zone.columns[min(n, len(zone.columns) - 1)].cells.append(cell)


def _cells(line: Line) -> Iterator[Cell]:
    at = 0
    for gap in [*_GAP.finditer(line.text), None]:
        end = gap.start() if gap else len(line.text)
        if end > at:
            yield Cell(line.start + at, line.start + end, line.text[at:end])
        at = gap.end() if gap else end


def _squeezed(cell: Cell) -> list[Cell]:
    """The cell cut where the next column begins after one blank: a name after a party or a role."""
    for gap in _BOUNDARY.finditer(cell.text):
        before = cell.text[: gap.start()]
        last = before.split()[-1] if before.split() else ""
        closed = _CLOSED.search(before) or ("," in before and (is_role(last) or goes_before(last)))
        if closed and not last.endswith(","):
            middle = cell.start + gap.start()
            return [
                Cell(cell.start, middle, before),
                Cell(middle + 1, cell.end, cell.text[gap.end() :]),
            ]
    return [cell]
