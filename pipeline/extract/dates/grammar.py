"""The signs that dates are written with, and what one match of a form says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline.extract.dates.value import FoundDate, Moment, whole_year

DASH = r"[-–—‐‑−]"
BLANK = r"[^\S\n\f]"
BREAK = rf"(?:{BLANK}{{1,3}}|{BLANK}*\n{BLANK}*)"
"""Between two words of a date: some blanks, or the end of a line."""
THIN = rf"(?:{BLANK}{{0,2}}|{BLANK}*\n{BLANK}*)"
"""The same where no blank need stand."""
TO = (
    rf"(?:{THIN}{DASH}{{1,2}}{THIN}"
    rf"|{BREAK}(?:t\.?{BLANK}?o\.?{BLANK}?m\.?|till(?:{BREAK}och{BREAK}med)?){BREAK})"
)
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:1[6-9]|20)\d\d"
FREE = r"(?<![\w/:.§-])(?<!§ )"
"""Before a date: no sign that would make its first digits part of a longer number."""


def year_after(name: str) -> str:
    """A year behind a day or month: in full, or its last two digits behind a dash or an apostrophe."""
    return (
        rf"(?:(?:,?{BREAK}(?:månad{BREAK})?(?:år{BREAK})?|{THIN}{DASH}{BLANK}?)(?P<{name}>{YEAR})(?![\w/])"
        rf"|{BREAK}?[-–'’´`](?P<{name}_short>\d\d)(?![\d:.]\d|\d))"
    )


@dataclass(frozen=True, slots=True)
class Match:
    """A match of a form, read with the year that its two-digit years lie near."""

    found: re.Match[str]
    rule: str
    reference: int | None

    def text(self, name: str) -> str | None:
        """The text of a group, or None."""
        return self.found.groupdict().get(name)

    def number(self, name: str) -> int | None:
        """The number in a group, or None."""
        text = self.text(name)
        return int(text) if text else None

    def year(self, name: str = "year") -> int | None:
        """The year in a group that holds two or four digits, or in its twin for two."""
        digits = self.text(name) or self.text(f"{name}_short")
        return whole_year(digits, self.reference) if digits else None

    def one(self, low: Moment, high: Moment | None = None) -> tuple[FoundDate, ...]:
        """The whole match as one date or stretch; nothing where the calendar doesn't have it."""
        return self.part(*self.found.span(), low, high)

    def part(self, start: int, end: int, low: Moment, high: Moment | None = None) -> tuple[FoundDate, ...]:
        """A part of the match as a date."""
        if not low.possible or (high is not None and not high.possible):
            return ()
        if high is not None and not _in_order(low, high):
            return ()
        return (FoundDate(start, end, low, high, self.rule),)


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing dates: its name, its pattern, and what a match says (nothing: no date after all)."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Match], Iterable[FoundDate]]

    def search(self, content: str, reference: int | None) -> Iterable[FoundDate]:
        """Every date of this form; behind a match that says nothing the search goes on at its next sign."""
        at = 0
        while found := self.pattern.search(content, at):
            dates = tuple(self.read(Match(found, f"date.{self.name}", reference)))
            yield from dates
            at = max(found.end(), found.start() + 1) if dates else found.start() + 1


def _in_order(low: Moment, high: Moment) -> bool:
    if low.first is not None and high.last is not None:
        return low.first <= high.last
    return True
