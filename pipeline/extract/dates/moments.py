"""What a match of a form of dates says: its days, with years and months that are printed once for two."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.extract.dates.grammar import Match
from pipeline.extract.dates.value import FoundDate, Moment
from pipeline.extract.dates.words import month_number

_RECENT = 12
"""A document seldom names a day by six figures that lies so many years back."""


def figures(match: Match, suffix: str = "") -> Moment:
    """Year, month and day of the groups with this suffix."""
    year, month, day = (f"{name}{suffix}" for name in ("year", "month", "day"))
    return Moment(match.year(year), match.number(month), match.number(day))


def numbers(match: Match) -> Iterable[FoundDate]:
    """A day in figures."""
    return match.one(figures(match))


def recent(match: Match) -> Iterable[FoundDate]:
    """Six figures that nothing says to be a date, where their year is one shortly before the text's own."""
    moment = figures(match)
    if match.reference is None or moment.year is None:
        return ()
    return match.one(moment) if 0 <= match.reference - moment.year <= _RECENT else ()


def two_dates(match: Match) -> Iterable[FoundDate]:
    """From one day in figures to another."""
    return match.one(figures(match, "1"), figures(match, "2"))


def to_other_month(match: Match) -> Iterable[FoundDate]:
    """From a day in figures to a month and day; a month that lies before is of the next year."""
    low = figures(match)
    year = None if low.year is None else low.year + (match.found["month2"] < match.found["month"])
    return match.one(low, Moment(year, match.number("month2"), match.number("day2")))


def stroke_range(match: Match) -> Iterable[FoundDate]:
    """Two days with strokes ("1/4-30/6 1957"); a first month or year that isn't printed is the last one's."""
    last = Moment(match.year(), match.number("month2"), match.number("day2"))
    month = match.number("month1") or last.month
    if month is None or last.month is None:
        return ()
    year = match.year("year1")
    if year is None and last.year is not None:
        year = last.year - (month > last.month)
    return match.part(*match.found.span("whole"), Moment(year, month, match.number("day1")), last)


def more_days(match: Match) -> Iterable[FoundDate]:
    """From a day in figures to another of the same month."""
    low = figures(match)
    return match.one(low, Moment(low.year, low.month, match.number("last")))


def in_words(match: Match) -> Iterable[FoundDate]:
    """A day whose month is a word."""
    month = month_number(match.found["month"])
    return match.one(Moment(match.year(), month, match.number("day"))) if month else ()


def range_in_words(match: Match) -> Iterable[FoundDate]:
    """From one day to another whose months are words; a year or month printed once is of both."""
    last_month = month_number(match.found["month2"])
    first_month = month_number(match.text("month1") or match.found["month2"])
    if not first_month or not last_month:
        return ()
    last_year = match.year("year2")
    first_year = match.year("year1")
    if first_year is None and last_year is not None:
        first_year = last_year - (first_month > last_month)
    if (first_year is None) != (last_year is None):
        return ()
    low = Moment(first_year, first_month, match.number("day1"))
    return match.one(low, Moment(last_year, last_month, match.number("day2")))


def days_of_month(match: Match) -> Iterable[FoundDate]:
    """Several days of one month ("den 3, 4 och 5 maj 2004"), each a date of its own."""
    month = month_number(match.found["month"])
    if not month:
        return
    at = match.found.start("days")
    for day in re.finditer(r"\d+", match.found["days"]):
        moment = Moment(match.year(), month, int(day[0]))
        yield from match.part(at + day.start(), at + day.end(), moment)
    last = Moment(match.year(), month, match.number("day"))
    yield from match.part(match.found.start("day"), match.found.end(), last)


def days_of_two_months(match: Match) -> Iterable[FoundDate]:
    """Two days that share a year ("29 mars och 3 april 2004")."""
    first, last = month_number(match.found["month1"]), month_number(match.found["month2"])
    if first and last:
        low = Moment(match.year(), first, match.number("day1"))
        yield from match.part(*match.found.span("first"), low)
        high = Moment(match.year(), last, match.number("day2"))
        yield from match.part(match.found.start("day2"), match.found.end(), high)


def yearless(match: Match) -> Iterable[FoundDate]:
    """A day whose month is a word, with "den" before it or beside its year."""
    group, day, month = ("whole", "day", "month") if match.text("day") else ("bare", "bare_day", "bare_month")
    number = month_number(match.found[month])
    moment = Moment(None, number, match.number(day))
    return match.part(*match.found.span(group), moment) if number else ()
