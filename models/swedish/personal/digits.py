"""What the digits of a personal number say: a day of birth, a serial number, a checksum."""

from __future__ import annotations

import calendar
from dataclasses import dataclass

_COORDINATION = 60
"""So much is added to the day in a samordningsnummer."""
_ORGANISATION = 2
"""The third digit of an organisation number is at least this, so that it can't be a month's."""
_THIS_CENTURY = 30
"""Two digits up to this are read as a year of the 2000s where no document tells its own year."""
_AFTER = 1
_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Digits:
    """`date` of six or eight digits, `tail` of three or four."""

    date: str
    tail: str

    @property
    def adds_up(self) -> bool:
        """Whether the tenth digit is the checksum of the nine before it."""
        return len(self.tail) == 4 and luhn(self.date[-6:] + self.tail) == 0

    @property
    def is_day(self) -> bool:
        """Whether the calendar has the day of birth; day + 60 is that of a samordningsnummer."""
        month, day = int(self.date[-4:-2]), int(self.date[-2:])
        if day > _COORDINATION:
            day -= _COORDINATION
        year = int(self.date[:4]) if len(self.date) == 8 else 2000 + int(self.date[:2])
        if len(self.date) == 8 and not 1840 <= year <= 2100:
            return False
        return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]

    @property
    def is_of_an_organisation(self) -> bool:
        """Whether it is an organisation number, which has the same checksum."""
        return int(self.date[-4]) >= _ORGANISATION and self.adds_up

    @property
    def tells_time(self) -> bool:
        """Whether the last four digits could as well be hours and minutes."""
        return len(self.tail) == 4 and int(self.tail[:2]) < 24 and int(self.tail[2:]) < 60

    def is_recent(self, year: int | None) -> bool:
        """Whether the day lies so near the document's `year` that it may be that of a matter."""
        own = int(self.date[-6:-4])
        if year is None:
            return self.date[:2] == "20" if len(self.date) == 8 else own <= _THIS_CENTURY
        if len(self.date) == 8:
            return -_AFTER <= year - int(self.date[:4]) <= _BEFORE
        return (year - own + _AFTER) % 100 <= _BEFORE + _AFTER


def is_coordination(digits: str) -> bool:
    """Whether nine to twelve digits are a samordningsnummer: 60 is added to the day (SKV 707)."""
    tail = 4 if len(digits) % 2 == 0 else 3
    day = digits[-tail - 2 : -tail]
    return day.isdecimal() and int(day) > _COORDINATION


def luhn(digits: str) -> int:
    """What the weighted sum lacks to a multiple of ten, 0 for a number whose checksum is right."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return -total % 10
