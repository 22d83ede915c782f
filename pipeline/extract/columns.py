"""The lists of those present on a front page, column by column, where columns stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from models.outline import Line, LineRole, Part
from models.swedish.names import NAME_WORD
from models.swedish.parties import PRINTED
from models.swedish.roles import goes_before, is_role
from models.vocabulary import Capacity
from pipeline.extract.column_labels import (
    Header,
    ends_lists,
    goes_on,
    header_of,
    headers_at,
    is_of_guests,
    is_of_substitutes,
    region_at,
    skip,
)
from pipeline.extract.footnotes import is_note
from pipeline.extract.presence import present_paragraph

_LABEL_GOES_ON = re.compile(r"[a-zåäö]\w*(?:[ ]*:|(?=[ ]{2,}))[ ]*")
"""The rest of a label that is broken over two lines ("Tjänstgörande / ersättare:")."""
_PARTED = re.compile(r"(?::[ ]*|[ ]{3,})\Z")
"""How the end of a label looks that a name follows on its line."""
_PRESENT = re.compile(r"närvarande(?::|[ ]{3,})", re.IGNORECASE)
_CHAIR = re.compile(rf"ordförande(?::[ ]*|[ ]{{3,}})(?=(?-i:{NAME_WORD}[ ]))", re.IGNORECASE)
_OTHERS = re.compile(r"övriga[ :]*(?:[ ]{3,}|$)", re.IGNORECASE)
"""A label that the next line may go on with."""
_OFFICES = 4
"""So many lines the chair and the vice chairs take before the other members."""
_GAP = re.compile(r"[ \t]{2,}")
_BOUNDARY = re.compile(rf"[ ](?={NAME_WORD})")
_CLOSED = re.compile(rf"(?:{PRINTED}|§§?[ ]*\d[\d ,–-]*(?:(?:och|samt)[ ][\d –-]*)?)$")
_NAMED = re.compile(rf"{NAME_WORD}[ ]")
_TWO_NAMES = re.compile(rf"{NAME_WORD}[ ]{NAME_WORD}")
_SHIFT = 2
"""How far a squeezed column may begin from where it begins on other lines, in characters."""
_BEFORE = 3
"""How far before its head a cell may begin, in characters."""
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

    `guests`: of those neither members nor officials; `presence`: a column beside tells who was there.
    """

    capacity: Capacity
    region: Capacity
    cells: list[Cell] = field(default_factory=list[Cell])
    guests: bool = False
    presence: bool = False


@dataclass(frozen=True, slots=True)
class Zone:
    """Columns that stand side by side, from a row of headers to the next; `lines` are the lines in them."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


@dataclass(slots=True)
class _Draft:
    """A zone whose end was not yet seen: its heads, and the rows under them."""

    region: Capacity
    heads: tuple[Header, ...]
    guests: bool
    lines: list[Line]
    rows: list[Line] = field(default_factory=list[Line])

    def holds(self, line: Line) -> bool:
        """Whether a line that begins with a head stands in one of the columns, whose head it then changes."""
        if len(self.heads) < 2:
            return False
        inner = header_of(line.text) is not None and line.indent > self.heads[0].at + _BEFORE
        return inner or (line.indent >= self.heads[0].at > 0)


def zones(part: Part) -> tuple[Zone, ...]:
    """The lists of those present, in the order of the paper."""
    found: list[_Draft] = []
    region: Capacity | None = None
    front = list(_front(part))
    broken = False
    for n, (line, below) in enumerate(zip_longest(front, front[1:])):
        if broken and (cut := goes_on(line.text)):
            found[-1].lines.append(line)
            found[-1].rows.append(_from(line, cut))
            broken = False
            continue
        broken = _OTHERS.match(line.text) is not None
        if region is None and _is_chair(front[n : n + _OFFICES]):
            region = Capacity.LEDAMOT
            found.append(_of_chair(line))
            continue
        opened = None if found and region and found[-1].holds(line) else _opened(line, region, below)
        rest = _LABEL_GOES_ON.match(line.text) if found and region is not None else None
        if rest is not None and is_of_substitutes(rest[0]):
            found[-1].lines.append(line)
            found[-1].rows.append(_from(line, rest.end()))
        elif opened is not None:
            region = opened.region
            found.append(opened)
        elif region is not None and ends_lists(line.text):
            region = None
        elif region is not None and len(found[-1].lines) < _LONGEST_LIST:
            found[-1].lines.append(line)
            found[-1].rows.append(line)
    return tuple(_filled(draft) for draft in found)


def _from(line: Line, at: int) -> Line:
    """The line without its first letters, where it stands."""
    return replace(line, start=line.start + at, text=line.text[at:], indent=line.indent + at)


def _is_chair(lines: list[Line]) -> bool:
    """Whether the lines begin with the chair's label and name, and go on with the members under theirs."""
    if not _CHAIR.match(lines[0].text):
        return False
    following = (headers_at(line.text, 0)[0] for line in lines[1:])
    members = any(heads and heads[0].capacity is Capacity.LEDAMOT for heads in following)
    return members or any(_PRESENT.match(line.text) for line in lines[1:])


def _of_chair(line: Line) -> _Draft:
    """The zone of the chair, who has a label of his or her own before the other members."""
    label = _CHAIR.match(line.text)
    end = label.end() if label else 0
    draft = _Draft(
        Capacity.LEDAMOT, (Header(Capacity.LEDAMOT, line.indent + end),), guests=False, lines=[line]
    )
    draft.rows.append(_from(line, end))
    return draft


def _front(part: Part) -> Iterator[Line]:
    """The lines before the first item, without what pages repeat, running text tells or marks mean."""
    end = part.items[0].sign.start if part.items else len(part.text.content)
    told = {line.start for line in present_paragraph(part)}
    body = (line for line in part.lines if line.start < end and line.role is LineRole.BODY)
    return (line for line in body if line.start not in told and not is_note(line.text))


def _opened(line: Line, region: Capacity | None, below: Line | None) -> _Draft | None:
    """The zone that the line opens with heads of columns, or with a label before the first name."""
    label = region_at(line.text)
    at = skip(line.text, label[1]) if label else 0
    heads, end = headers_at(line.text, at)
    rest = line.text[end:]
    if label is not None:
        region = label[0]
        if heads and _heads_names(line, label, at, heads, below):
            heads = (Header(region, 0), *heads)
    elif heads and (region is not None or not rest or _PARTED.search(line.text, 0, end)):
        region = region or heads[0].capacity
    else:
        return None
    if rest and (len(heads) > 1 or not (re.match(NAME_WORD, rest) or is_role(rest.split()[0]))):
        return None
    shifted = tuple(replace(head, at=head.at + line.indent) for head in heads or (Header(region, at),))
    draft = _Draft(region, shifted, is_of_guests(line.text), [line])
    if rest:
        draft.rows.append(_from(line, end))
    return draft


def _heads_names(
    line: Line, label: tuple[Capacity, int], at: int, heads: tuple[Header, ...], below: Line | None
) -> bool:
    """Whether the label is itself the head of a column, for the names below begin under it."""
    members = any(head.capacity is Capacity.LEDAMOT for head in heads)
    if below is None or at - label[1] < 2 or (members and label[0] is Capacity.LEDAMOT):
        return False
    return below.indent <= line.indent + _SHIFT and _TWO_NAMES.match(below.text) is not None


def _filled(draft: _Draft) -> Zone:
    """The zone with each cell in its column; a head inside a column changes what those below it are."""
    first = [Column(head.capacity, draft.region, [], draft.guests, head.presence) for head in draft.heads]
    if len(first) == 1:
        first[0].cells += [cell for line in draft.rows for cell in _abreast(list(cells_of(line)))]
        return Zone((first[0],), tuple(draft.lines))
    stacks = [[column] for column in first]
    rows = [(line.indent - line.start, list(cells_of(line))) for line in draft.rows]
    starts = _starts(draft.heads, rows)
    for shift, cells in rows:
        for cell, at in _assigned(cells, shift, starts):
            head = header_of(cell.text)
            if head is None:
                stacks[at][-1].cells.append(cell)
            else:
                stacks[at].append(Column(head, draft.region, [], is_of_guests(cell.text)))
    return Zone(tuple(column for stack in stacks for column in stack), tuple(draft.lines))


def _abreast(cells: list[Cell]) -> Iterator[Cell]:
    """The cells of a list that goes on from left to right, parted also where one blank parts two people."""
    for cell in cells:
        yield from _squeezed(cell, _NOWHERE) if len(cells) > 1 else [cell]


def _starts(heads: tuple[Header, ...], rows: list[tuple[int, list[Cell]]]) -> list[int]:
    """Where each column begins, by the rows in which each holds a name, else by its head."""
    full: list[list[int]] = []
    for shift, cells in rows:
        named = [cell.start + shift for cell in cells if _NAMED.match(cell.text)]
        if len(named) == len(heads):
            full.append(named)
    return [min(at) for at in zip(*full, strict=True)] if full else [head.at for head in heads]


def _assigned(cells: list[Cell], shift: int, starts: list[int]) -> Iterator[tuple[Cell, int]]:
    """Each cell of a row with its column: in order where each column holds a name, else by its place."""
    alone = len(cells) == 1
    cells = [piece for cell in cells for piece in _cut(cell, shift, starts, alone=alone)]
    named = [bool(_NAMED.match(cell.text)) for cell in cells]
    in_order = sum(named) == len(starts)
    at = -1
    for cell, opens in zip(cells, named, strict=True):
        if in_order:
            at = min(at + (opens or at < 0), len(starts) - 1)
        else:
            reached = [n for n, start in enumerate(starts) if n and cell.start + shift >= _least(start)]
            at = max(at, reached[-1] if reached else 0)
        yield cell, at


def _least(start: int) -> int:
    """The first place at which a cell belongs to a column that begins at `start`; no column is so narrow."""
    return max(start - _BEFORE, 12)


def cells_of(line: Line) -> Iterator[Cell]:
    """The stretches of the line that two or more blanks part."""
    at = 0
    for gap in [*_GAP.finditer(line.text), None]:
        end = gap.start() if gap else len(line.text)
        if end > at and not (at == 0 and gap and line.text[:end].strip(".").isdigit()):
            yield Cell(line.start + at, line.start + end, line.text[at:end], line.start)
        at = gap.end() if gap else end


def _cut(cell: Cell, shift: int, starts: list[int], *, alone: bool) -> Iterator[Cell]:
    """A cell cut where each next column begins; one that is `alone` in its line may have lost its place."""
    for start in starts[1:]:
        right = start - cell.start - shift
        if right <= 0 or (not alone and right >= len(cell.text)):
            continue
        pieces = _squeezed(cell, right)
        if len(pieces) > 1:
            yield pieces[0]
            cell = pieces[1]
    yield cell


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
