"""The ways in which dates with a day and a year are written, the surest first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.extract.dates.grammar import (
    BLANK,
    BREAK,
    DASH,
    DAY,
    FREE,
    THIN,
    TO,
    YEAR,
    Form,
    Match,
    year_after,
)
from pipeline.extract.dates.value import FoundDate, Moment
from pipeline.extract.dates.words import ANY_MONTH, month_number

_WORD = r"[^\W_]{3,10}\b"
"""A month, perhaps damaged: only where a day stands before it and a year or "den" beside it."""
_ORDINAL = r"(?::?[ea]\b|\.)?"
_CLOSED = rf"(?!\d|[/:]\d|{DASH}\d|[.,]\d)"
_DATE_WORD = (
    r"(?:datum|dag|daterad|den|upprättad|reviderad|beslut|sammanträde|möte|dat|antagen|fastställd|KF|KS|AU)"
)
_SPOKEN_DAY = (
    r"(?:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\.?|den|till|senast|från|t\.o\.m\.|fr\.o\.m\.)"
)


_RECENT = 12
"""A document seldom names a day by six figures that lies so many years back."""


def _iso(suffix: str = "") -> str:
    """Year, month and day in figures, parted by dashes, around which stamps have blanks."""
    step = rf"{THIN}{DASH}{THIN}"
    return rf"(?P<year{suffix}>{YEAR}){step}(?P<month{suffix}>\d\d?){step}(?P<day{suffix}>\d\d?)"


def _figures(match: Match, suffix: str = "") -> Moment:
    year, month, day = (f"{name}{suffix}" for name in ("year", "month", "day"))
    return Moment(match.year(year), match.number(month), match.number(day))


def _numbers(match: Match) -> Iterable[FoundDate]:
    return match.one(_figures(match))


def _recent(match: Match) -> Iterable[FoundDate]:
    """Six figures that nothing says to be a date, where their year is one shortly before the text's own."""
    moment = _figures(match)
    if match.reference is None or moment.year is None:
        return ()
    return match.one(moment) if 0 <= match.reference - moment.year <= _RECENT else ()


def _two_dates(match: Match) -> Iterable[FoundDate]:
    return match.one(_figures(match, "1"), _figures(match, "2"))


def _to_other_month(match: Match) -> Iterable[FoundDate]:
    low = _figures(match)
    year = None if low.year is None else low.year + (match.found["month2"] < match.found["month"])
    return match.one(low, Moment(year, match.number("month2"), match.number("day2")))


def _stroke_range(match: Match) -> Iterable[FoundDate]:
    """Two days with strokes ("1/4-30/6 1957"); a first month or year that isn't printed is the last one's."""
    last = Moment(match.year(), match.number("month2"), match.number("day2"))
    month = match.number("month1") or last.month
    if month is None or last.month is None:
        return ()
    year = match.year("year1")
    if year is None and last.year is not None:
        year = last.year - (month > last.month)
    return match.part(*match.found.span("whole"), Moment(year, month, match.number("day1")), last)


def _more_days(match: Match) -> Iterable[FoundDate]:
    low = _figures(match)
    return match.one(low, Moment(low.year, low.month, match.number("last")))


def _in_words(match: Match) -> Iterable[FoundDate]:
    month = month_number(match.found["month"])
    return match.one(Moment(match.year(), month, match.number("day"))) if month else ()


def _range_in_words(match: Match) -> Iterable[FoundDate]:
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


def _days_of_month(match: Match) -> Iterable[FoundDate]:
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


def _days_of_two_months(match: Match) -> Iterable[FoundDate]:
    """Two days that share a year ("29 mars och 3 april 2004")."""
    first, last = month_number(match.found["month1"]), month_number(match.found["month2"])
    if first and last:
        low = Moment(match.year(), first, match.number("day1"))
        yield from match.part(*match.found.span("first"), low)
        high = Moment(match.year(), last, match.number("day2"))
        yield from match.part(match.found.start("day2"), match.found.end(), high)


def _yearless(match: Match) -> Iterable[FoundDate]:
    group, day, month = ("whole", "day", "month") if match.text("day") else ("bare", "bare_day", "bare_month")
    number = month_number(match.found[month])
    moment = Moment(None, number, match.number(day))
    return match.part(*match.found.span(group), moment) if number else ()


def _form(name: str, pattern: str) -> tuple[str, re.Pattern[str]]:
    return name, re.compile(pattern, re.IGNORECASE)


DAY_FORMS: tuple[Form, ...] = (
    Form(*_form("iso range", rf"{FREE}{_iso('1')}{TO}{_iso('2')}{_CLOSED}"), _two_dates),
    Form(
        *_form(
            "iso to month and day",
            rf"{FREE}{_iso()}(?:--|{BLANK}?[–—]{BLANK}?|{BLANK}{{1,2}}-{BLANK}{{1,2}})(?P<month2>\d\d)-(?P<day2>\d\d){_CLOSED}",
        ),
        _to_other_month,
    ),
    Form(*_form("iso days", rf"{FREE}{_iso()}{DASH}{{1,2}}(?P<last>\d\d?){_CLOSED}"), _more_days),
    Form(*_form("iso", rf"{FREE}{_iso()}{_CLOSED}"), _numbers),
    Form(
        *_form(
            "year first",
            rf"{FREE}(?P<year>{YEAR})(?P<sign>[./])(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?){_CLOSED}",
        ),
        _numbers,
    ),
    Form(
        *_form(
            "range in words",
            rf"{FREE}(?P<day1>{DAY}){_ORDINAL}(?:{BREAK}(?P<month1>{ANY_MONTH}|{_WORD})"
            rf"(?:{year_after('year1')})?)?{TO}(?:den{BREAK})?(?P<day2>{DAY}){_ORDINAL}"
            rf"{BREAK}(?P<month2>{ANY_MONTH}|{_WORD}){year_after('year2')}",
        ),
        _range_in_words,
    ),
    Form(
        *_form(
            "days of two months",
            rf"{FREE}(?P<first>(?P<day1>{DAY}){_ORDINAL}{BREAK}(?P<month1>{ANY_MONTH}))"
            rf"{BREAK}(?:och|samt|resp\.?|respektive){BREAK}(?:den{BREAK})?(?P<day2>{DAY}){_ORDINAL}"
            rf"{BREAK}(?P<month2>{ANY_MONTH}){year_after('year')}",
        ),
        _days_of_two_months,
    ),
    Form(
        *_form(
            "days of one month",
            rf"{FREE}(?P<days>{DAY}{_ORDINAL}(?:,{BREAK}{DAY}{_ORDINAL}){{0,6}}){BREAK}(?:och|samt|&){BREAK}"
            rf"(?:den{BREAK})?(?P<day>{DAY}){_ORDINAL}{BREAK}(?P<month>{ANY_MONTH}){year_after('year')}",
        ),
        _days_of_month,
    ),
    Form(
        *_form(
            "in words",
            rf"{FREE}(?P<day>{DAY}){_ORDINAL}{BREAK}(?P<month>{ANY_MONTH}|{_WORD}){year_after('year')}",
        ),
        _in_words,
    ),
    Form(
        *_form(
            "in words, short year",
            rf"{FREE}(?P<day>{DAY}){_ORDINAL}{BREAK}(?P<month>{ANY_MONTH}){BLANK}(?P<year>\d\d)"
            rf"(?={BLANK}*(?:[,;)]|§|\.?{BLANK}*$))",
        ),
        _in_words,
    ),
    Form(
        *_form(
            "year before day",
            rf"{FREE}(?P<year>{YEAR}),?{BLANK}(?:den{BREAK})(?P<day>{DAY}){_ORDINAL}{BREAK}"
            rf"(?P<month>{ANY_MONTH}|{_WORD})",
        ),
        _in_words,
    ),
    Form(
        *_form(
            "day/month to day/month year",
            rf"{FREE}(?P<whole>(?P<day1>{DAY})(?:/(?P<month1>\d\d?)(?:{BLANK}(?P<year1>{YEAR}))?)?{TO}"
            rf"(?P<day2>{DAY})/(?P<month2>\d\d?){BLANK}{{0,2}}{DASH}?{BLANK}?(?P<year>{YEAR})){_CLOSED}",
        ),
        _stroke_range,
    ),
    Form(
        *_form(
            "day/month year",
            rf"{FREE}(?P<day>{DAY})(?P<sign>/)(?P<month>\d\d?)"
            rf"(?:{BLANK}{{0,2}}{DASH}?{BLANK}?(?P<year>{YEAR})|/(?P<year_long>{YEAR})"
            rf"|{BLANK}{{0,2}}[-–'’´`]{BLANK}?(?P<year_short>\d\d)){_CLOSED}",
        ),
        lambda match: match.one(
            Moment(match.year() or match.number("year_long"), match.number("month"), match.number("day"))
        ),
    ),
    Form(
        *_form(
            "day.month.year",
            rf"{FREE}(?P<day>{DAY})\.{BLANK}?(?P<month>\d\d?)\.{BLANK}?(?P<year>{YEAR}){_CLOSED}",
        ),
        _numbers,
    ),
    Form(
        *_form(
            "day-month-year",
            rf"{FREE}(?P<day>{DAY})(?P<sign>{DASH})(?P<month>\d\d?)(?P=sign)(?P<year>{YEAR}){_CLOSED}",
        ),
        _numbers,
    ),
    Form(
        *_form(
            "six figures with dashes",
            rf"(?<![\w/:.§]|[-–])(?P<year>\d\d)-(?P<month>\d\d)-{THIN}(?P<day>\d\d){_CLOSED}(?!\w)",
        ),
        _numbers,
    ),
    Form(
        *_form(
            "eight figures",
            rf"{FREE}(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![\w/]|{DASH}\d|[.:]\d)",
        ),
        _numbers,
    ),
    Form(
        *_form(
            "six figures",
            rf"(?:(?:\b{_DATE_WORD}\b[:.,]?{BREAK}|\b(?:KF|KS|AU|KSAU){BLANK}(?:§{BLANK}?)?\d{{1,3}}/))"
            rf"(?P<whole>(?P<year>\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d))(?![\w/]|{DASH}\d|[.:]\d|{BLANK}\d)",
        ),
        lambda match: match.part(*match.found.span("whole"), _figures(match)),
    ),
    Form(
        *_form(
            "six figures alone",
            rf"{FREE}(?<!{BLANK}[-–—=])(?<!\d{BLANK})(?<!nr{BLANK})(?<!nr\.{BLANK})(?P<year>\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)"
            rf"(?![\w/%+]|{DASH}\d|[.:,]\d|{BLANK}(?:\d|kr|m²|st\b|{DASH}))",
        ),
        _recent,
    ),
)
"""Forms that print a day and its year."""

YEARLESS_FORMS: tuple[Form, ...] = (
    Form(
        *_form(
            "range in words without year",
            rf"{FREE}(?P<day1>{DAY}){_ORDINAL}(?:{BREAK}(?P<month1>{ANY_MONTH}))?{TO}(?P<day2>{DAY}){_ORDINAL}"
            rf"{BREAK}(?P<month2>{ANY_MONTH})",
        ),
        _range_in_words,
    ),
    Form(
        *_form(
            "in words without year",
            rf"(?:\bden{BREAK}(?P<whole>(?P<day>{DAY}){_ORDINAL}{BREAK}(?P<month>{ANY_MONTH}|{_WORD}))"
            rf"|{FREE}(?P<bare>(?P<bare_day>{DAY}){_ORDINAL}{BLANK}(?P<bare_month>{ANY_MONTH})))",
        ),
        _yearless,
    ),
    Form(
        *_form(
            "day/month to day/month",
            rf"\b(?:tiden|perioden|under|from|fr\.o\.m\.|{_SPOKEN_DAY}){BREAK}"
            rf"(?P<whole>(?P<day1>{DAY})/(?P<month1>\d\d?){TO}(?P<day2>{DAY})/(?P<month2>\d\d?))(?![\w/%]|{DASH}\d)",
        ),
        _stroke_range,
    ),
    Form(
        *_form(
            "day/month",
            rf"\b{_SPOKEN_DAY}{BREAK}(?:den{BREAK})?(?P<whole>(?P<day>{DAY})/(?P<month>\d\d?))(?![\w/%]|{DASH}\d)"
            rf"(?!{BLANK}(?:\d|av\b|del))",
        ),
        lambda match: match.part(
            *match.found.span("whole"), Moment(None, match.number("month"), match.number("day"))
        ),
    ),
)
"""Forms that print a day without its year."""
