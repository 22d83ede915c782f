"""Dates and times in the forms of their time, each marked with its EDTF value."""

from __future__ import annotations

import datetime
from datetime import timedelta

from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.marks import date, of_meeting

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_SHORT = ("jan.", "febr.", "mars", "april", "maj", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "dec.")
WEEKDAYS = ("måndagen", "tisdagen", "onsdagen", "torsdagen", "fredagen", "lördagen", "söndagen")
_SEASONS = {"våren": 21, "sommaren": 22, "hösten": 23, "vintern": 24}
_MEETING_DAYS = 5


def meeting_day(chance: Chance, year: int) -> datetime.date:
    """A weekday on which a meeting may be."""
    day = datetime.date(year, chance.number(1, 12), chance.number(1, 28))
    return day - timedelta(max(0, day.weekday() - _MEETING_DAYS + 1))


def next_meeting(chance: Chance, last: str) -> datetime.date | None:
    """The next meeting of the same year after that of this date (ISO); None where the year ends first."""
    day = after(chance, datetime.date.fromisoformat(last), 14, 45)
    return day if day.year == int(last[:4]) else None


def before(chance: Chance, day: datetime.date, most: int = 90) -> datetime.date:
    """A weekday before this one."""
    other = day - timedelta(chance.number(3, most))
    return other - timedelta(max(0, other.weekday() - _MEETING_DAYS + 1))


def after(chance: Chance, day: datetime.date, least: int = 4, most: int = 14) -> datetime.date:
    """A weekday after this one."""
    other = day + timedelta(chance.number(least, most))
    return other + timedelta(7 - other.weekday() if other.weekday() >= _MEETING_DAYS else 0)


def iso(day: datetime.date) -> str:
    """2014-10-13."""
    return date(day.isoformat(), day.isoformat())


def long(day: datetime.date) -> str:
    """13 oktober 2014, or with capital months as before 1906."""
    return date(day.isoformat(), _long(day))


def _long(day: datetime.date) -> str:
    month = MONTHS[day.month - 1]
    return f"{day.day} {month.capitalize() if day.year < 1906 else month} {day.year}"


def with_weekday(day: datetime.date) -> str:
    """Måndagen den 13 oktober 2014, the weekday outside of the mark."""
    return f"{WEEKDAYS[day.weekday()]} den {long(day)}"


def in_text(chance: Chance, day: datetime.date) -> str:
    """A date as running text has it, "den" and all."""
    value = day.isoformat()
    if day.year < 1906:
        forms = [f"den {long(day)}"] * 4 + [
            f"den {date(value, f'{day.day}:de {MONTHS[day.month - 1].capitalize()} {day.year}')}"
        ]
    elif day.year < 1970:
        short = f"{day.day} {_SHORT[day.month - 1]} {day.year}"
        forms = [f"den {long(day)}"] * 5 + [
            f"den {date(value, short)}",
            date(value, f"{day.day}/{day.month} {day.year}"),
        ]
    elif day.year < 1990:
        forms = [f"den {long(day)}"] * 3 + [
            iso(day),
            iso(day),
            date(value, f"{day.day}/{day.month} {day.year}"),
            _dashed(day),
        ]
    else:
        forms = [iso(day)] * 4 + [f"den {long(day)}"] * 3 + [long(day)]
        if day.year < 2012:
            forms += [_dashed(day), date(value, f"{day.day}/{day.month} {day.year}")]
    return chance.one(forms)


def _dashed(day: datetime.date) -> str:
    return date(day.isoformat(), f"{day.day}/{day.month} -{day.year % 100:02}")


def short_iso(day: datetime.date) -> str:
    """00-10-19, as in the nineties."""
    return date(day.isoformat(), f"{day.year % 100:02}-{day.month:02}-{day.day:02}")


def days_running(chance: Chance, day: datetime.date) -> str:
    """Two days of one month: "den 4-5 mars 1957"."""
    first = day.replace(day=chance.number(1, 24))
    last = first + timedelta(chance.number(1, 3))
    dash = "–" if day.year > 1990 and chance.happens(0.4) else "-"
    return "den " + date(
        f"{first}/{last}", f"{first.day}{dash}{last.day} {MONTHS[first.month - 1]} {first.year}"
    )


def month(chance: Chance, year: int) -> str:
    """April 2021."""
    number = chance.number(1, 12)
    return date(f"{year}-{number:02}", f"{MONTHS[number - 1]} {year}")


def months(chance: Chance, year: int) -> str:
    """September-oktober 2000."""
    first = chance.number(1, 10)
    last = first + chance.number(1, 2)
    printed = f"{MONTHS[first - 1]}-{MONTHS[last - 1]} {year}"
    return date(f"{year}-{first:02}/{year}-{last:02}", printed)


def season(chance: Chance, year: int) -> str:
    """Våren 1997."""
    name = chance.one(("våren", "hösten", "våren", "hösten", "sommaren"))
    return date(f"{year}-{_SEASONS[name]}", f"{name} {year}")


def clock(chance: Chance, year: int, hour: int) -> str:
    """From when until when, some hours on: "18.30-20.05", "18:30–20:05"."""
    sign = ":" if year > 2010 and chance.happens(0.4) else "."
    dash = chance.one(("-", " - ", "–")) if year > 1985 else chance.one(("-", " - "))
    first, last = (
        f"{h:02}{sign}{chance.one(('00', '15', '30', '45', '05', '20'))}"
        for h in (hour, hour + chance.number(1, 4))
    )
    start, end = first.replace(sign, ":"), last.replace(sign, ":")
    return f"{of_meeting('start', start, first)}{dash}{of_meeting('end', end, last)}"
