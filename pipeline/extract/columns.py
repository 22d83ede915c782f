"""The lists of those present on a front page, column by column, where columns stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from models.outline import Line, LineRole, Part
from models.swedish.marks import loose
from models.swedish.names import NAME_WORD
from models.swedish.parties import PRINTED
from models.swedish.roles import goes_before, is_role
from models.vocabulary import Capacity
from pipeline.extract.presence import present_paragraph

_SUBSTITUTES = r"(?:ersättarna|ersättare[n]?|suppleant(?:er|erna|en)?)"
_HEADERS: tuple[tuple[str, Capacity], ...] = (
    (rf"(?:ej|icke)[ -]+tj(?:änstgörande|g\.?)[ ]+{_SUBSTITUTES}", Capacity.ERSATTARE),
    (r"(?:ej|icke)[ -]+tj(?:änstgörande|g\b\.?)", Capacity.ERSATTARE),
    (rf"(?:närvarande|övriga)[ ]+{_SUBSTITUTES}", Capacity.ERSATTARE),
    (rf"tj(?:änstgörande|g\.?)[ ]+{_SUBSTITUTES}", Capacity.TJANSTGORANDE_ERSATTARE),
    (
        r"(?:(?:närvarande|beslutande|ordinarie|tjänstgörande)[ ]+)?(?:ledamöterna|ledamöter|ledamoten)",
        Capacity.LEDAMOT,
    ),
    (r"(?-i:T)j(?:änstgörande|g\.?)(?=[ ]{2,})", Capacity.TJANSTGORANDE_ERSATTARE),
    (_SUBSTITUTES, Capacity.ERSATTARE),
    (
        r"(?:(?:närvarande|föredragande|deltagande)[ ]+)?(?:tjänstepersoner|tjänstemän|tjänsteman"
        r"|tjänsteperson)",
        Capacity.TJANSTEPERSON,
    ),
    (r"övriga|gäster|inbjudna", Capacity.OVRIG),
    (r"samt|dessutom|vidare", Capacity.OVRIG),
)
_REGIONS: tuple[tuple[str, Capacity], ...] = (
    (r"beslut(?:ande|-(?=[ ]{2}))", Capacity.LEDAMOT),
    (
        r"(?:övriga|dessutom|även|vidare)[ ]+(?:närvarande|när-(?=[ ]{2})|deltagande|deltagare)",
        Capacity.OVRIG,
    ),
    (r"närvarorätt|(?:ej|icke)[ ]+beslutande", Capacity.OVRIG),
    (r"närvarande(?:[ ]+(?:beslutande|var))?|närvaro(?:lista|förteckning)?", Capacity.LEDAMOT),
)
_END = re.compile(
    loose(
        r"(?:ut(?:ses?|sedd\w*)[ ]+att|(?:till[ ]+)?att[ ]+justera"
        r"|(?:plats[ ]+och[ ]+tid|tid[ ]+och[ ]+plats)|justering"
        r"|justera(?:re|nde)|underskrifter|sekreterare\b(?![ ]*,)|protokolljusterare|paragraf|omfattning"
        r"|anslag"
        r"|frånvarande|(?:ej|icke)[ ]+närvarande"
        r"|innehåll|organ\b|datum\b|§[ ]*\d+[ ]+\w|val[ ]+av|ordförande[ ]*(?::|[ ]{2})|dagordning"
        r"|föredragningslista)"
    ),
    re.IGNORECASE,
)
_GUESTS = re.compile(loose(r"(?:övriga|gäster|inbjudna)[ :]*"), re.IGNORECASE)
_HEADER = re.compile(
    "|".join(f"(?P<h{n}>{loose(form)})" for n, (form, _) in enumerate(_HEADERS)), re.IGNORECASE
)
_REGION = re.compile(
    "|".join(f"(?P<r{n}>{loose(form)})" for n, (form, _) in enumerate(_REGIONS)) + r"(?=[ :]|$)",
    re.IGNORECASE,
)
_LABEL_GOES_ON = re.compile(r"[a-zåäö]\w*(?:[ ]*:|(?=[ ]{2,}))[ ]*")
"""The rest of a label that is broken over two lines ("Tjänstgörande / ersättare:")."""
_GAP = re.compile(r"[ \t]{2,}")
_AFTER_LABEL = re.compile(r"[ \t:]*")
_BOUNDARY = re.compile(rf"[ ](?={NAME_WORD})")
_CLOSED = re.compile(rf"(?:{PRINTED}|§§?[ ]*\d[\d ,–-]*(?:(?:och|samt)[ ][\d –-]*)?)$")
_TWO_NAMES = re.compile(rf"{NAME_WORD}[ ]{NAME_WORD}")
_SHIFT = 2
"""How far a squeezed column may begin from where it begins on other lines, in characters."""
_NOWHERE = 10**6
_LONGEST_LIST = 220
"""A list of more lines has lost its end; what follows is no list."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of one line that stands in one column; `start`, `end` in the part's `text.content`.

    `row` is where its line begins: cells of one line have it in common.
    """

    start: int
    end: int
    text: str
    row: int


@dataclass(slots=True)
class Column:
    """The cells of one column from above; `capacity` by its header, `region` by the label beside it.

    `guests` says that the header names those who are neither members nor officials.
    """

    capacity: Capacity
    region: Capacity
    cells: list[Cell] = field(default_factory=list[Cell])
    guests: bool = False


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
        rest = _LABEL_GOES_ON.match(line.text) if found and region is not None else None
        if rest is not None and _is_substitutes(rest[0]):
            found[-1].lines.append(line)
            _add(found[-1], replace(line, start=line.start + rest.end(), text=line.text[rest.end() :]))
        elif opened is not None:
            region, zone = opened
            found.append(zone)
        elif region is not None and line.text[0].isupper() and _END.match(line.text):
            region = None
        elif region is not None and len(found[-1].lines) < _LONGEST_LIST:
            found[-1].lines.append(line)
            _add(found[-1], line)
    return tuple(found)


def _is_substitutes(text: str) -> bool:
    return re.fullmatch(loose(_SUBSTITUTES), text.strip(" :"), re.IGNORECASE) is not None


def _front(part: Part) -> Iterator[Line]:
    """The lines before the first item, without what every page repeats and what is told in running text."""
    end = part.items[0].sign.start if part.items else len(part.text.content)
    told = {line.start for line in present_paragraph(part)}
    body = (line for line in part.lines if line.start < end and line.role is LineRole.BODY)
    return (line for line in body if line.start not in told)


def _opened(line: Line, region: Capacity | None) -> tuple[Capacity, Zone] | None:
    """The zone that the line opens with headers, or with a label before the first name, and its region."""
    label = _REGION.match(line.text)
    at = _AFTER_LABEL.match(line.text, label.end()) if label else None
    headers, end = _headers(line.text, at.end() if at else 0)
    rest = line.text[end:]
    if label is not None:
        region = next(capacity for n, (_, capacity) in enumerate(_REGIONS) if label[f"r{n}"])
    elif headers and (region is not None or not rest or ":" in line.text[:end]):
        region = region or headers[0][0]
    else:
        return None
    if rest and (len(headers) > 1 or not re.match(NAME_WORD, rest)):
        return None
    cells = [Cell(line.start + end, line.end, rest, line.start)] if rest else []
    guests = bool(_GUESTS.fullmatch(line.text))
    named = [capacity for capacity, _ in headers] or [region]
    columns = [Column(capacity, region, [], guests) for capacity in named]
    columns[0].cells += cells
    right = line.indent + headers[-1][1] if len(headers) > 1 else _NOWHERE
    return region, Zone(columns, right, [line])


def _headers(text: str, at: int) -> tuple[list[tuple[Capacity, int]], int]:
    """The headers that follow one another from `at`, with their positions, and where they end."""
    found: list[tuple[Capacity, int]] = []
    while header := _HEADER.match(text, at):
        capacity = next(c for n, (_, c) in enumerate(_HEADERS) if header[f"h{n}"])
        gap = _AFTER_LABEL.match(text, header.end())
        end = gap.end() if gap else header.end()
        if end == header.end() < len(text):
            break
        found.append((capacity, at))
        at = end
    return found, at


def _add(zone: Zone, line: Line) -> None:
    """Put the line's cells where they belong."""
    cells = list(cells_of(line))
    if len(zone.columns) == 1:
        zone.columns[0].cells += cells
        return
    if len(cells) == 1:
        cells = _squeezed(cells[0], zone.right - line.indent)
    if len(cells) == 1:
        at_right = line.indent >= max(zone.right - 4, 12)
        zone.columns[-1 if at_right else 0].cells += cells
        return
    zone.right = min(zone.right, line.indent + cells[-1].start - line.start)
    at = -1
    for cell in cells:
        begins = at < 0 or re.match(rf"{NAME_WORD}[ ]", cell.text) is not None
        at = min(at + begins, len(zone.columns) - 1)
        zone.columns[at].cells.append(cell)


def cells_of(line: Line) -> Iterator[Cell]:
    """The stretches of the line that two or more blanks part."""
    at = 0
    for gap in [*_GAP.finditer(line.text), None]:
        end = gap.start() if gap else len(line.text)
        if end > at:
            yield Cell(line.start + at, line.start + end, line.text[at:end], line.start)
        at = gap.end() if gap else end


def _squeezed(cell: Cell, right: int) -> list[Cell]:
    """The cell cut where the next column begins after one blank: a name after a party, a § or a role.

    A name that begins where that column begins on other lines, `right` in the cell, needs no such sign.
    """
    for gap in _BOUNDARY.finditer(cell.text):
        before = cell.text[: gap.start()]
        last = before.split()[-1] if before.split() else ""
        closed = _CLOSED.search(before) or ("," in before and (is_role(last) or goes_before(last)))
        fits = abs(gap.end() - right) <= _SHIFT and _TWO_NAMES.match(before)
        if (closed or (fits and _TWO_NAMES.match(cell.text, gap.end()))) and not last.endswith(","):
            middle = cell.start + gap.start()
            return [
                Cell(cell.start, middle, before, cell.row),
                Cell(middle + 1, cell.end, cell.text[gap.end() :], cell.row),
            ]
    return [cell]
