"""Where a text prints personal numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from models.swedish.personal.digits import Digits
from models.swedish.personal.forms import LOOSE, SHAPES, Form, as_digits, plain
from models.swedish.personal.labels import Label, label_of

_CHECKSUM_SINCE = 1970
"""Documents from before may hold numbers of nine digits: the checksum came in 1967, and slowly."""
_NUMBERS_SINCE = 1947
_CHAIN = 40
"""A number so near behind one with a label is in the same list or column."""
_MOBILE = "070"
"""Telephones begin so, and so would those born in January to September 2007."""
_TELLING = frozenset({Form.DASHED, Form.PARTED})


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number at `content[start:end]`, which is kept nowhere; `labelled` tells that a word names it."""

    start: int
    end: int
    labelled: bool


def find_personal_numbers(content: str, year: int | None = None) -> tuple[PersonalNumber, ...]:
    """Every personal number of the text, in order and apart; `year` is the document's."""
    taken: set[int] = set()
    found = [one for one in _by_form(content, year) if _take(taken, one)]
    found += _by_label(content, sorted(found, key=lambda one: one.start), taken)
    return tuple(sorted(found, key=lambda one: one.start))


def _take(taken: set[int], one: PersonalNumber) -> bool:
    """Take the characters of the number where all are free; whether they were."""
    if not taken.isdisjoint(range(one.start, one.end)):
        return False
    taken.update(range(one.start, one.end))
    return True


def personal_spans(content: str, year: int | None = None) -> tuple[tuple[int, int], ...]:
    """The same as (start, end)."""
    return tuple((one.start, one.end) for one in find_personal_numbers(content, year))


def _by_form(content: str, year: int | None) -> Iterator[PersonalNumber]:
    """Those whose checksum is right, or which are old enough to have none."""
    for shape in SHAPES:
        for match in shape.pattern.finditer(content):
            digits = Digits(plain(match["date"]), plain(match["tail"]))
            if not digits.is_day:
                continue
            label = label_of(content, *match.span())
            if label in {Label.PERSONAL, Label.BORN}:
                sure = digits.adds_up
            else:
                sure = _is_sure(shape.form, digits, label, year)
            if sure:
                yield PersonalNumber(*match.span(), label in {Label.PERSONAL, Label.BORN})


def _is_sure(form: Form, digits: Digits, label: Label, year: int | None) -> bool:
    """Whether a number that no word calls personal is one all the same."""
    if form is Form.NINE:
        return label is Label.NONE and year is not None and _NUMBERS_SINCE <= year < _CHECKSUM_SINCE
    if not digits.adds_up:
        return False
    if form in _TELLING:
        may_be_other = label is Label.MATTER and digits.is_recent(year)
        return not may_be_other and not (label is Label.TELEPHONE and digits.date.startswith("0"))
    if label is not Label.NONE or (digits.tells_time and digits.is_recent(year)):
        return False
    return not digits.date.startswith("0" if form is Form.SPACED else _MOBILE)


def _by_label(content: str, sure: list[PersonalNumber], taken: set[int]) -> Iterator[PersonalNumber]:
    """Those that are damaged or without checksum, where a word or a list says what they are."""
    ends = [one.end for one in sure]
    before: PersonalNumber | None = None
    for match in LOOSE.finditer(content):
        start, end = match.span("whole")
        at = bisect_left(ends, start + 1)
        if at and (before is None or sure[at - 1].end > before.end):
            before = sure[at - 1]
        label = label_of(content, start, end)
        if label is Label.NONE and before and _goes_on(content, before, start):
            label = Label.BORN
        one = PersonalNumber(start, end, labelled=True)
        if _is_named(match, label) and _take(taken, one):
            before = one
            yield one


def _goes_on(content: str, before: PersonalNumber, start: int) -> bool:
    """Whether what begins at `start` is the next of a list whose last number is `before`."""
    between = content[before.end : start]
    return before.labelled and len(between) <= _CHAIN and not re.search(r"[0-9]|\n\s*\n", between)


def _is_named(match: re.Match[str], label: Label) -> bool:
    """Whether what was read can be the number that a label names; a mere day of birth is none."""
    read = as_digits(match["date"] + match["tail"])
    if read is None or label not in {Label.PERSONAL, Label.BORN}:
        return False
    digits = Digits(read[: len(match["date"])], read[len(match["date"]) :])
    if digits.is_of_an_organisation:
        return False
    if digits.is_day:
        return bool(match["sign"]) or len(digits.tail) == 4 or label is Label.PERSONAL
    return label is Label.PERSONAL and bool(match["sign"].strip()) and int(digits.date[-4]) < 2
