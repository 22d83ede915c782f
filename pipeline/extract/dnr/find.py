"""Where a text prints diarienummer: by their form alone, or behind a label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.swedish.dnr_labels import DNR_LABEL
from pipeline.extract.dnr.forms import (
    BARE_SHORT,
    BARE_YEAR,
    BLANK_FOR_DASH,
    CLASS_FIRST,
    COLUMN,
    DATE,
    ENCLOSED,
    MINISTRY,
    PLAN_FIRST,
    REGISTRY_FIRST,
    SHORT_YEAR,
    STATE,
    YEAR_FIRST,
    FoundDnr,
    is_registry,
)
from pipeline.extract.stretches import Stretches

LABEL = re.compile(rf"(?<!\w){DNR_LABEL}[ ]?[.:]{{0,2}}", re.IGNORECASE)
_NEXT_VALUE = re.compile(r"[ ]{0,2}(?:,|och|samt|&)[ ]{0,2}")
_CELL_NUMBER = re.compile(r"(?:(?<=\n)|(?<=  ))\d{1,6}(?=[ \t]*\n|[ \t]{2,}|[ \t]*$)")
_COLUMN_SLIP = 3
"""How many letters two cells of one column may lie apart."""
_LONGEST_NUMBER = 6
_LINES_BELOW = 3
"""How many lines under a label its value may stand, empty ones not counted."""


def find_dnrs(content: str) -> tuple[FoundDnr, ...]:
    """Every diarienummer of the text, in order and apart."""
    taken = Stretches()
    candidates = (*_in_columns(content), *_labelled(content), *_by_form(content))
    found = (dnr for dnr in candidates if taken.add(dnr.start, dnr.end))
    return tuple(sorted(found, key=lambda dnr: dnr.start))


def _labelled(content: str) -> Iterator[FoundDnr]:
    for label in LABEL.finditer(content):
        at = _after_blanks(content, label.end())
        values = tuple(_chain(content, at))
        yield from values or _below(content, label.end())


def _chain(content: str, at: int) -> Iterator[FoundDnr]:
    """The values that stand in a row from `at` on, parted by commas or "och"."""
    while value := _value_at(content, at):
        yield value
        following = _NEXT_VALUE.match(content, value.end)
        if not following:
            return
        at = following.end()


def _below(content: str, label_end: int) -> Iterator[FoundDnr]:
    """The value of a label that has none beside it: a column of one of the next lines."""
    line_end = content.find("\n", label_end)
    rest = content[label_end : line_end if line_end >= 0 else len(content)]
    if line_end < 0 or (rest.strip() and not rest.startswith(("  ", "\t"))):
        return
    seen = 0
    for line in re.finditer(r"[^\n\f]*", content[line_end + 1 : line_end + 400]):
        if seen == _LINES_BELOW or LABEL.search(line[0]):
            return
        seen += bool(line[0].strip())
        for cell in re.finditer(r"\S(?:[^ \t]|[ ](?![ ]))*", line[0]):
            value = _value_at(content, line_end + 1 + line.start() + cell.start())
            if value and (value.registry or _is_clear(value)):
                yield value
                return


def _in_columns(content: str) -> Iterator[FoundDnr]:
    """Numbers that a narrow column breaks behind the year; other columns may stand between."""
    for match in COLUMN.finditer(content):
        tail = _cell_below(content, match.start())
        if tail and is_registry(match["registry"]):
            yield FoundDnr(
                match.start(), match.end(), match["registry"], match["year"], tail[0], "dnr.column",
                tail=tail.span(),
            )  # fmt: skip


def _cell_below(content: str, position: int) -> re.Match[str] | None:
    """The number that alone fills the cell of the next line that begins where `position` does in its own."""
    line_end = content.find("\n", position)
    if line_end < 0:
        return None
    column = position - content.rfind("\n", 0, position) - 1
    low = line_end + 1 + max(0, column - _COLUMN_SLIP)
    high = low + 2 * _COLUMN_SLIP
    cell = _CELL_NUMBER.search(content, low, high + _LONGEST_NUMBER + 2)
    on_it = cell and cell.start() <= high and "\n" not in content[line_end + 1 : cell.start()]
    return cell if on_it else None


def _is_clear(value: FoundDnr) -> bool:
    """Whether two numbers far from their label are still no fraction, day or count of pages."""
    return value.year_first is not None and max(len(value.first), len(value.second)) >= 3


def _value_at(content: str, at: int) -> FoundDnr | None:
    """The value that begins at `at`, where a label says that one does."""
    if DATE.match(content, at):
        return None
    for pattern in (
        PLAN_FIRST,
        MINISTRY,
        REGISTRY_FIRST,
        BLANK_FOR_DASH,
        YEAR_FIRST,
        SHORT_YEAR,
        STATE,
        CLASS_FIRST,
        BARE_YEAR,
        BARE_SHORT,
    ):
        match = pattern.match(content, at)
        if match:
            return _read(match, "dnr.label", labelled=True, external=pattern in {MINISTRY, STATE})
    return None


def _by_form(content: str) -> Iterator[FoundDnr]:
    yield from _of_the_state(content)
    for pattern in (REGISTRY_FIRST, BLANK_FOR_DASH, YEAR_FIRST):
        for match in pattern.finditer(content):
            if not _is_date(match) and is_registry(match["registry"], known_only=_like_a_statute(match)):
                yield _read(match, "dnr.registry")
    for match in SHORT_YEAR.finditer(content):
        if is_registry(match["registry"], known_only=True) and _is_case(match):
            yield _read(match, "dnr.short year")
    for match in ENCLOSED.finditer(content):
        if not re.search(r"(?:direktiv|förordning|EU|EG)\W*$", content[: match.start()][-20:], re.IGNORECASE):
            yield _read(match, "dnr.enclosed")


def _of_the_state(content: str) -> Iterator[FoundDnr]:
    for match in MINISTRY.finditer(content):
        yield _read(match, "dnr.ministry", external=True)
    for match in STATE.finditer(content):
        if len(match["second"]) == 4:
            yield _read(match, "dnr.state", external=True)


def _is_date(match: re.Match[str]) -> bool:
    if DATE.match(match.string, match.start("year")):
        return True
    between = match.string[match.end("year") : match.start("number")]
    return "-" in between and len(match["number"]) <= 2 and 1 <= int(match["number"]) <= 12


def _like_a_statute(match: re.Match[str]) -> bool:
    """Whether a number is written as those of collections of statutes are ("SFS 2010:900")."""
    return (
        match.string[match.end("year") : match.end("year") + 2].strip().startswith(":")
        and match["gap"].isspace()
    )


def _is_case(match: re.Match[str]) -> bool:
    """Whether a body's abbreviation and two numbers are a case; in "KF 74/07" they are a § and its year."""
    first, second = match["first"], match["second"]
    if len(second) == 4 and second[:2] in {"19", "20"}:
        return match["gap"] == "-"
    return len(first) == 2 and 3 <= len(second) <= 5


def _read(match: re.Match[str], rule: str, *, labelled: bool = False, external: bool = False) -> FoundDnr:
    groups = match.groupdict()
    return FoundDnr(
        match.start(),
        match.end(),
        registry=groups.get("registry"),
        first=groups.get("year") or groups.get("first") or "",
        second=groups.get("number") or groups.get("second") or "",
        rule=rule,
        class_code=groups.get("class_code") or groups.get("code_behind"),
        document_no=groups.get("document_no"),
        labelled=labelled,
        external=external or _is_of_an_authority(groups),
    )


def _is_of_an_authority(groups: dict[str, str | None]) -> bool:
    """Whether a number has a form of the state's authorities: number-year ("6512-2022"), or a ministry's."""
    second = groups.get("second") or ""
    if groups.get("registry") in {"Ju", "Fi", "Fö"}:
        return True
    dash = (groups.get("sign") or "").strip() in {"-", "–"}
    return dash and not groups.get("registry") and len(second) == 4 and second[:2] in {"19", "20"}


def _after_blanks(content: str, at: int) -> int:
    blanks = re.compile(r"[ \t.:]*").match(content, at)
    return blanks.end() if blanks else at
