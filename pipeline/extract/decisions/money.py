"""Sums of money in a text: numbers with a unit, with the marks of old accounts, or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from models.swedish.money import Unit, pattern, unit_of
from models.swedish.numerals import is_numeral, numeral
from models.vocabulary import AmountBound, Currency
from pipeline.extract.decisions.numbers import Number, numbers_in

_MARK = re.compile(r":[ ]?[-–—=]{1,2}(?![\w-])|,[-–—]{1,2}(?![\w-])")
"""What stands for "and no öre": "500:-", "500,-"."""
_STRETCH = re.compile(r"[ ]?[-–—][ ]?|[ ](?:till|à)[ ]")
_BESIDE = re.compile(r"[ ](?:eller|resp(?:\.|ektive)?|till|och)[ ]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_VAGUE = frozenset({"några", "par", "flera", "många", "åtskilliga", "någon"})
"""Words after which a number in words tells no exact sum: "några tusen kronor"."""
_PLAIN = Unit(Decimal(1), Currency.SEK)
_MORE = re.compile(r"[ ]?(?:[-–]\d|mil[jl]|mdr|bill|tusen|m[ndr]?\b|bn\b)", re.IGNORECASE)
"""What makes more of a number that stands after its unit: "SEK 320 million"."""
_FAR = 90
"""So far before its unit a number in words may begin."""
_WIDE = 100
"""How many times its first number the second of a stretch may be: in "1-2 000" the first lacks its zeros."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money in `text[start:end]`, up to `value_to` where it is a stretch."""

    start: int
    end: int
    value: Decimal
    currency: Currency
    value_to: Decimal | None = None
    bound: AmountBound | None = None
    per: str | None = None


def sums_in(text: str) -> tuple[Sum, ...]:
    """The sums in the order of the text, apart."""
    found = sorted([*_in_digits(text), *_in_words(text)], key=lambda one: (one.start, -one.end))
    return tuple(_with_ore(text, list(_apart(found))))


def _apart(found: Sequence[Sum]) -> Iterator[Sum]:
    end = 0
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


def _in_digits(text: str) -> Iterator[Sum]:
    """Sums whose numbers are in digits; a number without a unit may share that of the next."""
    waiting: Number | None = None
    free = 0
    for number in numbers_in(text):
        found = _with_unit(text, number, free)
        if found is None:
            waiting = number
            continue
        unit, one = found
        first = _first(waiting, number, unit)
        waiting, free = None, one.end
        if first and _STRETCH.fullmatch(text, first.end, number.start) and not _is_change(text, first):
            near = Decimal(0) < first.value < one.value <= first.value * _WIDE
            yield replace(one, start=first.start, value=first.value, value_to=one.value) if near else one
            continue
        if first and _BESIDE.fullmatch(text, first.end, number.start):
            both = text[first.end : number.start] == " och " and _is_between(text, first)
            if both and first.value < one.value:
                yield replace(one, start=first.start, value=first.value, value_to=one.value)
                continue
            if text[first.end : number.start] != " och ":
                yield first
        yield one


def _is_change(text: str, first: Sum) -> bool:
    """Whether a "till" leads from an old sum to a new one: "från 200 till 300 kr"."""
    return text.endswith("från ", 0, first.start)


def _is_between(text: str, first: Sum) -> bool:
    return text.endswith("mellan ", 0, first.start)


def _first(waiting: Number | None, number: Number, unit: Unit) -> Sum | None:
    """The number just before, in the unit of the one after it."""
    if waiting is None or waiting.is_like_year or number.start - waiting.end > len(" respektive "):
        return None
    value = waiting.times(unit.factor)
    return None if value is None else Sum(waiting.start, waiting.end, value, unit.currency)


def _with_unit(text: str, number: Number, free: int) -> tuple[Unit, Sum] | None:
    """The number as a sum, with its unit; one before it begins at `free` at least."""
    mark = None if number.part else _MARK.match(text, number.end)
    end = mark.end() if mark else number.end
    start = number.start
    after = _after().match(text, end)
    unit = unit_of(after["unit"]) if after else None
    if after and unit:
        start -= text[start - 1 : start] == "(" and text[end : end + 1] == ")"
        end = after.end("unit")
    else:
        before = _ahead().search(text, max(free, start - 16), start)
        unit = unit_of(before["unit"]) if before else None
        if before and unit and (mark or not number.is_like_year) and not _MORE.match(text, end):
            start = before.start("unit")
        elif (mark and not number.is_like_year) or (mark and ":" in mark[0]) or number.is_account:
            unit = _PLAIN
        else:
            return None
    value = number.times(unit.factor)
    return None if value is None else (unit, Sum(start, end, value, unit.currency))


@cache
def _after() -> re.Pattern[str]:
    """A unit after a number, which may stand in brackets or be told again in words: "500 (femhundra) kr"."""
    return re.compile(rf"\)?(?:[ ]\([^()\d]{{1,60}}\))?[ \u00a0]?(?P<unit>{pattern()})(?!\w)", re.IGNORECASE)


@cache
def _ahead() -> re.Pattern[str]:
    """A unit before a number; "i kr" heads a table, and "EUR.1" is a form."""
    return re.compile(
        rf"(?<!\w)(?<!\bi )(?!krona\b)(?P<unit>{pattern()})(?:(?<!(?-i:[A-Z]{{3}}))[.:]{{1,2}})?[ ]?$",
        re.IGNORECASE,
    )


@cache
def _money() -> re.Pattern[str]:
    return re.compile(r"(?<=[ )])(?P<unit>kronor|krona|kr|öre|riksdaler|rdr|euro)(?!\w)", re.IGNORECASE)


def _in_words(text: str) -> Iterator[Sum]:
    """Sums whose numbers are written out."""
    for found in _money().finditer(text):
        unit = unit_of(found["unit"])
        low = max(0, found.start() - _FAR)
        words = list(_WORD.finditer(text, low, found.start()))
        run = _run(text, words, found.start())
        value = numeral(text[run[0].start() : run[-1].end()]) if run else None
        if not run or value is None or unit is None or (found[0][0].isupper() and not found[0].isupper()):
            continue
        before = words[len(words) - len(run) - 1][0].casefold() if len(run) < len(words) else ""
        digit = text[max(0, run[0].start() - 3) : run[0].start()].rstrip(" (")[-1:].isdecimal()
        if before not in _VAGUE and not digit:
            yield Sum(run[0].start(), found.end(), value * unit.factor, unit.currency)


def _run(text: str, words: list[re.Match[str]], end: int) -> list[re.Match[str]]:
    """The last words before `end` that are numbers or join them, with nothing but blanks between."""
    run: list[re.Match[str]] = []
    for word in reversed(words):
        between = text[word.end() : end].strip(" ")
        if between not in {"", ")"} or not (is_numeral(word[0]) or word[0].casefold() == "och"):
            break
        run.insert(0, word)
        end = word.start()
    while run and run[0][0].casefold() == "och":
        del run[0]
    return run


def _with_ore(text: str, sums: list[Sum]) -> Iterator[Sum]:
    """The sums, öre put to the kronor before them: "12 kronor 50 öre"."""
    kept: list[Sum] = []
    for one in sums:
        last = kept[-1] if kept else None
        joined = last and text[last.end : one.start] in {" ", " och "}
        whole = last and last.value == int(last.value) and last.value_to is None and last.value >= 0
        if (
            last
            and joined
            and whole
            and one.value_to is None
            and one.value < 1
            and last.currency == one.currency
        ):
            kept[-1] = replace(last, end=one.end, value=last.value + one.value)
        else:
            kept.append(one)
    yield from kept
