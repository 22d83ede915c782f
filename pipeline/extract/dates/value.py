"""A date as it was found: what it says as EDTF, and its first and last day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date

from models.vocabulary import DatePrecision

_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_LEAP_YEAR = 2000
_TYPICAL_YEAR = 2010
"""The year by which two digits are read in a text that prints no whole year."""
_FUTURE = 20
"""How many years ahead of its own time a document's two-digit years may lie."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, season (EDTF codes 21 to 24) or year; `year` is None where none is printed."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None

    @property
    def possible(self) -> bool:
        """Whether the calendar has it."""
        if self.year is not None and not 1 <= self.year <= 9998:
            return False
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.season is not None and self.season not in _SEASON_MONTHS:
            return False
        if self.day is None:
            return True
        return self.month is not None and 1 <= self.day <= _days(self.year or _LEAP_YEAR, self.month)

    @property
    def precision(self) -> DatePrecision:
        """How closely it is known."""
        if self.day is not None:
            return DatePrecision.DAY
        if self.season is not None:
            return DatePrecision.SEASON
        return DatePrecision.MONTH if self.month is not None else DatePrecision.YEAR

    @property
    def edtf(self) -> str:
        """As EDTF level 1; XXXX stands for a year that isn't printed."""
        parts = [f"{self.year:04}" if self.year is not None else "XXXX"]
        parts += [f"{part:02}" for part in (self.season or self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def first(self) -> date | None:
        """Its first day; winter begins in December of its year."""
        if self.year is None:
            return None
        month = _SEASON_MONTHS[self.season][0] if self.season else self.month or 1
        return date(self.year, month, self.day or 1)

    @property
    def last(self) -> date | None:
        """Its last day."""
        if self.year is None:
            return None
        month = _SEASON_MONTHS[self.season][1] if self.season else self.month or 12
        year = self.year + 1 if self.season == 24 else self.year
        return date(year, month, self.day or _days(year, month))


@dataclass(frozen=True, slots=True)
class FoundDate:
    """`content[start:end]` says `low`, or the stretch from `low` to `high`."""

    start: int
    end: int
    low: Moment
    high: Moment | None
    rule: str

    @property
    def value(self) -> str:
        """The date as EDTF."""
        return self.low.edtf if self.high is None else f"{self.low.edtf}/{self.high.edtf}"

    @property
    def first(self) -> date | None:
        """The first day, where the year is known."""
        return self.low.first

    @property
    def last(self) -> date | None:
        """The last day, where the year is known."""
        return (self.high or self.low).last

    @property
    def precision(self) -> DatePrecision:
        """How closely it is known."""
        return self.low.precision

    @property
    def year_known(self) -> bool:
        """Whether its year is printed."""
        return self.low.year is not None

    def in_year(self, year: int) -> FoundDate:
        """The same date in a year that it doesn't print; a stretch may run over New Year."""
        low, high = replace(self.low, year=year), self.high
        if high is not None:
            high = replace(high, year=year)
            if high.first and low.first and high.first < low.first:
                high = replace(high, year=year + 1)
        return replace(self, low=low, high=high)


def whole_year(digits: str, reference: int | None) -> int:
    """The year that two or four digits name; two are taken close to `reference`, a year of the same text."""
    if len(digits) == 4:
        return int(digits)
    latest = (reference or _TYPICAL_YEAR) + _FUTURE
    return latest - (latest - int(digits)) % 100


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
