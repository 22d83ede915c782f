"""The ways in which dates with a day and a year are written, the surest first."""

from __future__ import annotations

import re

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
    year_after,
)
from pipeline.extract.dates.moments import (
    days_of_month,
    days_of_two_months,
    figures,
    in_words,
    more_days,
    numbers,
    range_in_words,
    recent,
    stroke_range,
    to_other_month,
    two_dates,
    yearless,
)
from pipeline.extract.dates.value import Moment
from pipeline.extract.dates.words import ANY_MONTH

_WORD = r"[^\W_]{3,10}\b"
"""A month, perhaps damaged: only where a day stands before it and a year or "den" beside it."""
_ORDINAL = r"(?::?[ea]\b|\.)?"
_CLOSED = rf"(?!\d|[/:]\d|{DASH}\d|[.,]\d)"
_DATE_WORD = (
    r"(?:datum|dag|daterad|den|upprättad|reviderad|beslut|sammanträde|möte|dat|antagen|fastställd|KF|KS|AU)"
)
_SPOKEN_DAY = (
    r"(?:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\.?|den|till|senast|från"
    r"|(?:t|fr)\.[ ]?o\.[ ]?m\.)"
)


def _iso(suffix: str = "") -> str:
    """Year, month and day in figures, parted by dashes, around which stamps have blanks."""
    step = rf"{THIN}{DASH}{THIN}"
    return rf"(?P<year{suffix}>{YEAR}){step}(?P<month{suffix}>\d\d?){step}(?P<day{suffix}>\d\d?)"


def _form(name: str, pattern: str) -> tuple[str, re.Pattern[str]]:
    return name, re.compile(pattern, re.IGNORECASE)


DAY_FORMS: tuple[Form, ...] = (
    Form(*_form("iso range", rf"{FREE}{_iso('1')}{TO}{_iso('2')}{_CLOSED}"), two_dates),
    Form(
        *_form(
            "iso to month and day",
            rf"{FREE}{_iso()}(?:--|{BLANK}?[–—]{BLANK}?|{BLANK}{{1,2}}-{BLANK}{{1,2}})(?P<month2>\d\d)-(?P<day2>\d\d){_CLOSED}",
        ),
        to_other_month,
    ),
    Form(*_form("iso days", rf"{FREE}{_iso()}{DASH}{{1,2}}(?P<last>\d\d?){_CLOSED}"), more_days),
    Form(*_form("iso", rf"{FREE}{_iso()}{_CLOSED}"), numbers),
    Form(
        *_form(
            "year first",
            rf"{FREE}(?P<year>{YEAR})(?P<sign>[./])(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?){_CLOSED}",
        ),
        numbers,
    ),
    Form(
        *_form(
            "range in words",
            rf"{FREE}(?P<day1>{DAY}){_ORDINAL}(?:{BREAK}(?P<month1>{ANY_MONTH}|{_WORD})"
            rf"(?:{year_after('year1')})?)?{TO}(?:den{BREAK})?(?P<day2>{DAY}){_ORDINAL}"
            rf"{BREAK}(?P<month2>{ANY_MONTH}|{_WORD}){year_after('year2')}",
        ),
        range_in_words,
    ),
    Form(
        *_form(
            "days of two months",
            rf"{FREE}(?P<first>(?P<day1>{DAY}){_ORDINAL}{BREAK}(?P<month1>{ANY_MONTH}))"
            rf"{BREAK}(?:och|samt|resp\.?|respektive){BREAK}(?:den{BREAK})?(?P<day2>{DAY}){_ORDINAL}"
            rf"{BREAK}(?P<month2>{ANY_MONTH}){year_after('year')}",
        ),
        days_of_two_months,
    ),
    Form(
        *_form(
            "days of one month",
            rf"{FREE}(?P<days>{DAY}{_ORDINAL}(?:,{BREAK}{DAY}{_ORDINAL}){{0,6}}){BREAK}(?:och|samt|&){BREAK}"
            rf"(?:den{BREAK})?(?P<day>{DAY}){_ORDINAL}{BREAK}(?P<month>{ANY_MONTH}){year_after('year')}",
        ),
        days_of_month,
    ),
    Form(
        *_form(
            "in words",
            rf"{FREE}(?P<day>{DAY}){_ORDINAL}{BREAK}(?P<month>{ANY_MONTH}|{_WORD}){year_after('year')}",
        ),
        in_words,
    ),
    Form(
        *_form(
            "in words, short year",
            rf"{FREE}(?P<day>{DAY}){_ORDINAL}{BREAK}(?P<month>{ANY_MONTH}){BLANK}(?P<year>\d\d)"
            rf"(?={BLANK}*(?:[,;)]|§|\.?{BLANK}*$))",
        ),
        in_words,
    ),
    Form(
        *_form(
            "year before day",
            rf"{FREE}(?P<year>{YEAR}),?{BLANK}(?:den{BREAK})(?P<day>{DAY}){_ORDINAL}{BREAK}"
            rf"(?P<month>{ANY_MONTH}|{_WORD})",
        ),
        in_words,
    ),
    Form(
        *_form(
            "day/month to day/month year",
            rf"{FREE}(?P<whole>(?P<day1>{DAY})(?:/(?P<month1>\d\d?)(?:{BLANK}(?P<year1>{YEAR}))?)?{TO}"
            rf"(?P<day2>{DAY})/(?P<month2>\d\d?){BLANK}{{0,2}}{DASH}?{BLANK}?(?P<year>{YEAR})){_CLOSED}",
        ),
        stroke_range,
    ),
    Form(
        *_form(
            "day/month year",
            rf"{FREE}(?P<day>{DAY})(?P<sign>/)(?P<month>\d\d?)"
            rf"(?:{THIN}{DASH}?{BLANK}?(?P<year>{YEAR})|/(?P<year_long>{YEAR})"
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
        numbers,
    ),
    Form(
        *_form(
            "day-month-year",
            rf"{FREE}(?P<day>{DAY})(?P<sign>{DASH})(?P<month>\d\d?)(?P=sign)(?P<year>{YEAR}){_CLOSED}",
        ),
        numbers,
    ),
    Form(
        *_form(
            "six figures with dashes",
            rf"(?<![\w/:.§]|[-–])(?P<year>\d\d)-(?P<month>\d\d)-{THIN}(?P<day>\d\d){_CLOSED}(?!\w)",
        ),
        numbers,
    ),
    Form(
        *_form(
            "eight figures",
            rf"{FREE}(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![\w/]|{DASH}\d|[.:]\d)",
        ),
        numbers,
    ),
    Form(
        *_form(
            "six figures",
            rf"(?:(?:\b{_DATE_WORD}\b[:.,]?{BREAK}|\b(?:KF|KS|AU|KSAU){BLANK}(?:§{BLANK}?)?\d{{1,3}}/))"
            rf"(?P<whole>(?P<year>\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d))(?![\w/]|{DASH}\d|[.:]\d|{BLANK}\d)",
        ),
        lambda match: match.part(*match.found.span("whole"), figures(match)),
    ),
    Form(
        *_form(
            "six figures alone",
            rf"{FREE}(?<!{BLANK}[-–—=])(?<!\d{BLANK})(?<!nr{BLANK})(?<!nr\.{BLANK})(?P<year>\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)"
            rf"(?![\w/%+]|{DASH}\d|[.:,]\d|{BLANK}(?:\d|kr|m²|st\b|{DASH}))",
        ),
        recent,
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
        range_in_words,
    ),
    Form(
        *_form(
            "in words without year",
            rf"(?:\bden{BREAK}(?P<whole>(?P<day>{DAY}){_ORDINAL}{BREAK}(?P<month>{ANY_MONTH}|{_WORD}))"
            rf"|{FREE}(?P<bare>(?P<bare_day>{DAY}){_ORDINAL}{BLANK}(?P<bare_month>{ANY_MONTH})))",
        ),
        yearless,
    ),
    Form(
        *_form(
            "day/month to day/month",
            rf"\b(?:tiden|perioden|under|from|{_SPOKEN_DAY}){BREAK}"
            rf"(?P<whole>(?P<day1>{DAY})/(?P<month1>\d\d?){TO}(?P<day2>{DAY})/(?P<month2>\d\d?))(?![\w/%]|{DASH}\d)",
        ),
        stroke_range,
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
