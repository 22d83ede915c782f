"""Numbers in digits as accounts print them, in groups of three and with decimals or öre."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_NUMBER = re.compile(
    r"(?<![\w§])(?<![§#] )(?<!\d[.,:/])"
    r"(?P<whole>\d{1,3}(?:[ \u00a0\u2009\u202f.'’]\d{3}){1,4}(?!\d)|\d{1,3}(?:,\d{3}){1,4}(?!\d)"
    r"|\d{1,12}(?!\d))"
    r"(?:(?P<mark>[.,:])(?P<part>\d{1,2})(?!\d))?"
)
_MINUS = re.compile(r"(?:^|[\s(])[-−–]$")
_INSIDE = re.compile(r"[^\W\d_][-−–]$|\d[-−–]\d+[-−–]$|\d\d\d\d-$")
"""What stands before the last numbers of a dnr or a date."""
_YEARS = range(1600, 2100)
_MOST = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `text[start:end]`: `whole` with its groups as printed, one or two digits after `mark`."""

    start: int
    end: int
    whole: str
    mark: str
    part: str
    negative: bool = False

    @property
    def is_like_year(self) -> bool:
        """Whether it may as well be a year."""
        return len(self.whole) == 4 and not self.part and int(self.whole) in _YEARS

    @property
    def is_account(self) -> bool:
        """Whether it is kronor and öre as in accounts: "1 250:50"."""
        return not self.whole.isdecimal() and self.mark == ":" and len(self.part) == 2

    def times(self, factor: Decimal) -> Decimal | None:
        """The number so many times; None where its groups and decimals can't be told apart."""
        digits = "".join(sign for sign in self.whole if sign.isdecimal())
        groups = self.whole.count(",") + self.whole.count(".")
        if "," in self.whole and groups == 1 and factor >= 10**6 and not self.part:
            value = Decimal(self.whole.replace(",", "."))
        elif (
            (groups == 1 and factor >= (1000 if "," in self.whole else 10**6))
            or (len(digits) > 1 and digits[0] == "0")
            or (self.mark == ":" and len(self.part) == 1)
        ):
            return None
        else:
            value = Decimal(f"{digits}.{self.part or 0}")
        value *= -factor if self.negative else factor
        return value if abs(value) < _MOST else None


def numbers_in(text: str) -> Iterator[Number]:
    """The numbers in order; those inside of dnr, dates and phone numbers are left out."""
    for found in _NUMBER.finditer(text):
        before = text[max(0, found.start() - 12) : found.start()]
        if not _INSIDE.search(before):
            minus = bool(_MINUS.search(before)) and before.strip(" -−–") != ""
            start = found.start() - minus
            yield Number(start, found.end(), found["whole"], found["mark"] or "", found["part"] or "", minus)
