"""The first and last day of a date written in EDTF, so that dates of any precision can be compared."""

from __future__ import annotations

import re
from calendar import monthrange

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
"""EDTF's spring, summer, autumn and winter as months; a winter is counted to its year's end."""


def bounds(value: str | None) -> tuple[str, str] | None:
    """First and last day in ISO 8601 of a year, season, month, day or interval; None where unknown."""
    first, _, last = (value or "").partition("/")
    start, end = _single(first), _single(last or first)
    return (start[0], end[1]) if start and end else None


def _single(value: str) -> tuple[str, str] | None:
    found = _DATE.fullmatch(value)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    from_month, to_month = _SEASONS.get(month, (month, month)) if month else (1, 12)
    if not (1 <= from_month <= 12 and year and day <= monthrange(year, to_month)[1]):
        return None
    last = day or monthrange(year, to_month)[1]
    return f"{year:04}-{from_month:02}-{day or 1:02}", f"{year:04}-{to_month:02}-{last:02}"
