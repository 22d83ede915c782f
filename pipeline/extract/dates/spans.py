"""The ways in which months, seasons, parts of years and years are written, the surest first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.extract.dates.grammar import BLANK, BREAK, DASH, FREE, THIN, TO, YEAR, Form, Match, year_after
from pipeline.extract.dates.value import FoundDate, Moment, whole_year
from pipeline.extract.dates.words import (
    ANY_MONTH,
    FULL_MONTH,
    HALVES,
    QUARTERS,
    SEASON,
    month_number,
    season_code,
)

_LONGEST = 60
"""Years further apart than this are two numbers, not a stretch of years."""
_NOT_COUNTED = (
    rf"(?![\w/]|{BLANK}?[/:]{BLANK}?\w|{DASH}\w|[.,]\d|{BLANK}?[%‰°]|{BLANK}{DASH}{BLANK}\d"
    rf"|{BLANK}{{1,3}}(?:0\d+|\d{{5,}})(?!\w))"
)
"""Behind a year: no sign that makes it part of a longer number, a share or a range."""
_UNITS = (
    r"(?:kr|kronor|[tmk]kr|mnkr|msek|sek|st|styck\w*|m[23²³]?|kvm|km|cm|mm|kvadrat\w*|kubik\w*|ton|kg|liter|hektar|ha|[km]?wh"
    r"|meter\w*|personer|invånare|platser|bostäder|lägenheter|hushåll|företag|elever|barn|medlemmar|röster|timmar"
    r"|anställda|besök\w*|arbetstillfällen|exemplar|gånger|dagar|år|euro|fastigheter|familjer|ungdomar|aktier"
    r"|deltagare|fordon|djur|volter?|watt|poäng|ord|tecken|sidor)\b"
)
_COUNTS = re.compile(
    r"(?:\b(?:ca|cirka|c:a|drygt|nära|närmare|ungefär|omkring|runt|minst|högst|maximalt|max|totalt|sammanlagt|varav|box|tel|telefon"
    r"|kl|klockan|nr|nummer|dnr|diarienummer|sid|sida|sidan|rum|artikel|mål|kapitel|kap|version|SOU|SFS|prop"
    r"|proposition\w*|Ds|direktiv|förordning|org|konto|faktura|ISO|bilaga|punkt|på|kronor"
    r"|summan|belopp\w*|SS-EN|SS|lag|\(EU\)|\(EG\))\b\.?:?"
    rf"|§|\d {FULL_MONTH}|[+±<>=€$]|\d[.,]|\d)\s{{0,2}}$",
    re.IGNORECASE,
)
"""Words before a number that make it a count, a time, an address or the name of something."""
_ROUND_COUNT = re.compile(
    r"\s{1,2}[a-zåäö]{3,}(?:ar|er|or|are|en|na)\b(?<!under)(?<!över)(?<!eller)(?<!efter)(?<!har)"
)


def _month_range(match: Match) -> Iterable[FoundDate]:
    first, last = month_number(match.found["month1"]), month_number(match.found["month2"])
    high_year = match.year("year2")
    if not first or not last or high_year is None:
        return ()
    low_year = match.year("year1") or high_year - (first > last)
    return match.one(Moment(low_year, first), Moment(high_year, last))


def _month(match: Match) -> Iterable[FoundDate]:
    month = month_number(match.found["month"])
    return match.part(*match.found.span("whole"), Moment(match.year(), month)) if month else ()


def _two_months(match: Match) -> Iterable[FoundDate]:
    """Two months that share a year ("april och maj 2016"), each a date of its own."""
    first, last = month_number(match.found["first"]), month_number(match.found["last"])
    yield from match.part(*match.found.span("first"), Moment(match.year(), first))
    yield from match.part(match.found.start("last"), match.found.end(), Moment(match.year(), last))


def _two_seasons(match: Match) -> Iterable[FoundDate]:
    """Two seasons that share a year ("våren och sommaren 2023"), each a date of its own."""
    first, last = season_code(match.found["first"]), season_code(match.found["last"])
    yield from match.part(*match.found.span("first"), Moment(match.year(), season=first))
    yield from match.part(match.found.start("last"), match.found.end(), Moment(match.year(), season=last))


def _iso_month(match: Match) -> Iterable[FoundDate]:
    return match.one(Moment(match.year(), match.number("month")))


def _season(match: Match) -> Iterable[FoundDate]:
    moment = Moment(match.year(), season=season_code(match.found["season"]))
    return match.part(*match.found.span("whole"), moment)


def _season_range(match: Match) -> Iterable[FoundDate]:
    low, high = season_code(match.found["season1"]), season_code(match.found["season2"])
    year = match.year("year2")
    first_year = match.year("year1") or year
    return match.one(Moment(first_year, season=low), Moment(year, season=high))


def _part_of_year(match: Match) -> Iterable[FoundDate]:
    year, half = match.year(), match.found["part"].casefold() == "halv"
    which = (HALVES if half else QUARTERS).get(match.found["which"].casefold())
    months = 6 if half else 3
    return match.one(Moment(year, months * (which - 1) + 1), Moment(year, months * which)) if which else ()


def _turn_of_year(match: Match) -> Iterable[FoundDate]:
    year = match.year()
    if year is None:
        return ()
    after = match.text("next")
    following = whole_year(after, year) if after else year + 1
    if following != year + 1:
        return ()
    return match.one(Moment(year, 12, 31), Moment(following, 1, 1))


def _turn_of_half_year(match: Match) -> Iterable[FoundDate]:
    return match.one(Moment(match.year(), 6, 30), Moment(match.year(), 7, 1))


def _years(match: Match) -> Iterable[FoundDate]:
    low = match.year("low")
    if low is None or _is_count(match):
        return ()
    high = whole_year(match.found["high"], low)
    return match.one(Moment(low), Moment(high)) if low < high <= low + _LONGEST else ()


def _year(match: Match) -> Iterable[FoundDate]:
    return () if _is_count(match) else match.one(Moment(match.year()))


def _term(match: Match) -> Iterable[FoundDate]:
    low = match.year("low")
    if low is None:
        return ()
    high = whole_year(match.found["high"], low)
    return (
        match.part(*match.found.span("whole"), Moment(low), Moment(high))
        if low < high <= low + _LONGEST
        else ()
    )


def _is_count(match: Match) -> bool:
    """Whether the words about a number of four figures make it something else than a year."""
    found = match.found
    start, end = found.span()
    before, after = found.string[max(0, start - 25) : start], found.string[end : end + 40]
    if _COUNTS.search(before) or re.match(rf"[\s{{1,3}}](?:000\b|{_UNITS})", after, re.IGNORECASE):
        return True
    return found[0].endswith(("00", "50")) and _ROUND_COUNT.match(after) is not None


def _form(name: str, pattern: str) -> tuple[str, re.Pattern[str]]:
    return name, re.compile(pattern, re.IGNORECASE)


_START = r"(?:under|i|till|från|inför|sedan|efter|före|av|för|innan|senast|mot|kring|på|om|de[nt])"

SPAN_FORMS: tuple[Form, ...] = (
    Form(
        *_form(
            "months",
            rf"\b(?P<month1>{ANY_MONTH})(?:{year_after('year1')})?(?:{TO}|{BLANK}?/{BLANK}?)"
            rf"(?P<month2>{ANY_MONTH}){year_after('year2')}",
        ),
        _month_range,
    ),
    Form(
        *_form(
            "two months",
            rf"\b(?P<first>{ANY_MONTH}){BREAK}(?:och|samt){BREAK}(?P<last>{ANY_MONTH}){year_after('year')}",
        ),
        _two_months,
    ),
    Form(
        *_form(
            "two seasons",
            rf"\b(?P<first>{SEASON}){BREAK}(?:och|samt){BREAK}(?P<last>{SEASON}){year_after('year')}",
        ),
        _two_seasons,
    ),
    Form(
        *_form(
            "month", rf"(?<!\d )\b(?P<whole>(?P<month>{ANY_MONTH}|[^\W\d_]{{6,10}}\b){year_after('year')})"
        ),
        _month,
    ),
    Form(
        *_form(
            "years of a term",
            rf"(?:\b(?:läsår|mandatperiod|period|år|verksamhetsår|under|räkenskapsår|budgetår)(?:et|en|erna)?s?{BREAK})"
            rf"(?P<whole>(?P<low>{YEAR})(?:{THIN}{DASH}{THIN}|/)(?P<high>{YEAR}|\d\d)){_NOT_COUNTED}",
        ),
        _term,
    ),
    Form(
        *_form(
            "iso month", rf"{FREE}(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\w/]|{DASH}|[.:,]\d)"
        ),
        _iso_month,
    ),
    Form(
        *_form(
            "seasons",
            rf"\b(?P<season1>{SEASON})(?:{year_after('year1')})?{THIN}(?:/|{DASH}){THIN}(?P<season2>{SEASON})"
            rf"{year_after('year2')}",
        ),
        _season_range,
    ),
    Form(*_form("season", rf"\b(?P<whole>(?P<season>{SEASON}){year_after('year')})"), _season),
    Form(
        *_form(
            "part of year",
            rf"\b(?P<which>första|andra|tredje|fjärde|sista){BREAK}(?P<part>halv|kvartal)"
            rf"(?:året|et|et)?{BREAK}(?:av{BREAK})?(?:år{BREAK})?(?P<year>{YEAR}){_NOT_COUNTED}",
        ),
        _part_of_year,
    ),
    Form(
        *_form(
            "turn of year",
            rf"\bårsskiftet{BREAK}(?P<year>{YEAR}){THIN}(?:/|{DASH}){THIN}(?P<next>{YEAR}|\d\d)(?!\w)",
        ),
        _turn_of_year,
    ),
    Form(
        *_form("turn of half-year", rf"\bhalvårsskiftet{BREAK}(?P<year>{YEAR}){_NOT_COUNTED}"),
        _turn_of_half_year,
    ),
    Form(
        *_form(
            "years",
            rf"(?:\bmellan{BREAK}(?:åren{BREAK})?(?P<low>{YEAR}){BREAK}och{BREAK}(?P<high>{YEAR}){_NOT_COUNTED})",
        ),
        _years,
    ),
    Form(
        *_form(
            "years with a dash", rf"{FREE}(?P<low>{YEAR}){TO}(?:år{BREAK})?(?P<high>{YEAR}){_NOT_COUNTED}"
        ),
        _years,
    ),
    Form(*_form("year", rf"(?<![\w/:.§,-])(?<![–—]\b)(?P<year>(?:1[89]|20)\d\d){_NOT_COUNTED}"), _year),
)
"""Forms that print a year without a day."""

YEARLESS_SPANS: tuple[Form, ...] = (
    Form(
        *_form(
            "months without year",
            rf"\b(?P<month1>{FULL_MONTH}){THIN}{DASH}{THIN}(?P<month2>{FULL_MONTH})\b",
        ),
        lambda match: match.one(
            Moment(None, month_number(match.found["month1"])),
            Moment(None, month_number(match.found["month2"])),
        ),
    ),
    Form(
        *_form(
            "month without year",
            rf"\b(?:{_START}|(?:t|fr)\.[ ]?o\.[ ]?m\.?|månadsskiftet){BREAK}"
            rf"(?P<whole>(?P<month>{FULL_MONTH}))\b",
        ),
        _month,
    ),
    Form(
        *_form(
            "season without year",
            rf"\b(?:under|till|från|inför|sedan){BREAK}(?P<whole>(?P<season>våren|sommaren|hösten|vintern))\b",
        ),
        _season,
    ),
)
"""Forms that print neither day nor year; the document's own year is taken for them."""
