"""The forms of a diarienummer, and what one match of a form says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.swedish.bodies import by_abbreviation
from pipeline.extract.dates.value import whole_year


@dataclass(frozen=True, slots=True)
class FoundDnr:
    """A number as found in `content[start:end]`.

    `first` and `second` are the two numbers in print order where it is not settled which of them is the
    year; otherwise `first` is the year and `year_first` True. `external` is set by forms that only other
    authorities use. `tail` is where the number goes on in the same column of the next line.
    """

    start: int
    end: int
    registry: str | None
    first: str
    second: str
    rule: str
    class_code: str | None = None
    document_no: str | None = None
    labelled: bool = False
    external: bool = False
    tail: tuple[int, int] | None = None

    @property
    def year_first(self) -> bool | None:
        """Whether the year stands first; None where the two numbers alone don't tell."""
        if _is_year(self.first):
            return True
        if _is_year(self.second):
            return False
        if len(self.first) != len(self.second) and max(len(self.first), len(self.second)) > 2:
            return len(self.second) > len(self.first)
        return None

    @property
    def zero_first(self) -> bool | None:
        """Whether only the first number begins with a zero, as years after 2000 do; None for both or none."""
        zeros = self.first.startswith("0"), self.second.startswith("0")
        return zeros[0] if zeros[0] != zeros[1] else None

    def reading(self, *, year_first: bool, near: int | None) -> tuple[int, int]:
        """Year and number, two-digit years taken close to the year `near`."""
        year, number = (self.first, self.second) if year_first else (self.second, self.first)
        return whole_year(year if len(year) == 4 else year[-2:].zfill(2), near), int(number)


_REGISTRY = r"(?P<registry>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NUMBER = r"(?P<number>\d{1,6})"
_DASH = r"[-–—]"
_SIGN = rf"(?:[ ]?[/:.][ ]?|[ ]?{_DASH}[ ]?|{_DASH}[ ]*\n[ ]*)"
_CLASS = r"(?:\d{2,3}(?:\.\d+)*|\d(?:\.\d+)+)"
_TAIL = rf"(?:[-–/.](?P<class_code>{_CLASS})(?!\d)|/(?P<document_no>\d{{1,3}})(?!\d))?"
_CODE_BEHIND = r"(?:,?[ ]{1,3}(?:Kod[ ]?)?(?P<code_behind>\d{2,3})(?![\w/:-]|[ ]?(?:kr|tkr|%)))?"
_END = r"(?![\d]|[/:]\d)(?!(?![A-ZÅÄÖ][a-zåäö])\w)"
_START = r"(?<![\w/.:–-])"

REGISTRY_FIRST = re.compile(
    rf"{_START}{_REGISTRY}(?P<gap>[ ]{{0,2}}|[-/.]){_YEAR}{_SIGN}{_NUMBER}(?!\d){_TAIL}{_END}"
)
"""KS 2013/246, KS-2015/318, KS/2017:84, VN-2023-00047, KU.2017.3, KS2018-0123, IFN 2018/00256-1.6.1."""
BLANK_FOR_DASH = re.compile(rf"{_START}{_REGISTRY}[ -]{_YEAR}[ ](?P<number>0\d{{3,5}}){_END}")
"""VN 2024 00036."""
YEAR_FIRST = re.compile(
    rf"{_START}{_YEAR}[/-]{_REGISTRY}[ ]?{_NUMBER}(?:[ /-](?P<class_code>\d{{2,3}}))?{_END}"
)
"""2011/KS 0206 001, 2013-KS0548/003, 2013-SB0020."""
SHORT_YEAR = re.compile(
    rf"{_START}{_REGISTRY}(?P<gap>[ ]{{0,2}}|-)(?P<first>\d{{1,6}})(?P<sign>[ ]?[/–-][ ]?)"
    rf"(?P<second>\d{{1,6}})(?!\d){_TAIL}{_END}"
)
"""KS 13/246, Ks 97/1155, KS 02-820, KS-612/2008."""
MINISTRY = re.compile(
    r"(?<![\w/.-])(?P<registry>(?:Fi|Ju|Fö|Ku|UD|SB|KN|LI|[AIMNSUL]))[ ]?"
    r"(?P<year>(?:19|20)\d\d)/(?P<number>\d{2,5})/(?P<class_code>[A-ZÅÄÖ][\w]{0,5})\b"
)
"""Fi 2015/01234/K: a ministry's own."""

STATE = re.compile(
    rf"(?<![\w/.:-])(?P<class_code>[1-9]\d\d)(?P<sign>-)(?P<first>\d{{2,6}})-(?P<second>(?:19|20)\d\d|\d\d)"
    rf"(?:/\d{{1,4}})?{_END}(?!-\d)"
)
"""402-3117-2020, 131-54321-05/111: code, number and year of a state authority."""
COLUMN = re.compile(rf"{_START}{_REGISTRY}[ /-]{_YEAR}[/-](?=[ \t]*$|[ \t]{{2,}}\S)", re.MULTILINE)
"""UN-2024- in a narrow column, with the number below it."""

BARE_YEAR = re.compile(rf"{_YEAR}{_SIGN}{_NUMBER}(?!\d){_TAIL}{_CODE_BEHIND}{_END}")
"""2007/260, 2024-00001, 2017/000004 000, 2007.130.004: only behind a label."""
CLASS_FIRST = re.compile(
    rf"(?P<class_code>\d{{3}})[ ]?{_DASH}[ ]?(?P<first>\d{{1,6}})[ ]?/[ ]?"
    rf"(?P<second>(?:19|20)\d\d|\d\d){_END}"
)
"""040-207/2002, 013 – 430 / 05: only behind a label."""
PLAN_FIRST = re.compile(
    rf"(?P<class_code>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\.?[ ]?{_DASH}[ ]?"
    rf"(?P<number>\d{{1,6}})[ ]?[-/][ ]?{_YEAR}{_END}"
)
"""1.2.1.-188-2014, 3.1-22/2013: the filing plan's number first, only behind a label."""
BARE_SHORT = re.compile(
    rf"(?P<first>\d{{1,6}})(?P<sign>[ ]?[/–-][ ]?)(?P<second>\d{{1,6}})(?!\d)"
    rf"(?:/(?P<class_code>\d{{3}})(?!\d))?{_CODE_BEHIND}{_END}"
)
"""260/07, 13/246Till, 191/2013 Kod 623, 6512-2022, 86-0031/042: only behind a label."""
ENCLOSED = re.compile(
    rf"(?:(?<=\()|(?<=[ ]{{3}})|(?<=\t)|(?<=\n)){_YEAR}/(?P<number>\d{{2,6}})(?=\)|[ ]*$|[ ]{{3}}|\t)",
    re.MULTILINE,
)
"""2007/555 alone in brackets or in a column."""
DATE = re.compile(
    rf"\d{{4}}[ ]?{_DASH}[ ]?[01]?\d[ ]?{_DASH}[ ]?[0-3]?\d(?!\d)"
    r"|\d{1,2}/\d{1,2}(?:[ ]?[-–’'/][ ]?|[ ])(?:\d{4}|\d\d)(?!\d)"
)
"""What looks like a number and is a date."""

_NOT_REGISTRIES = frozenset({
    "SOU", "SFS", "NJA", "RÅ", "HFD", "PROP", "EU", "EG", "EEG", "ISO", "SS", "EN", "DS", "BFS",
    "AFS", "MÖD", "AD", "FS", "KFS", "RH", "SKV", "SKR", "SKL", "LEX", "SAMT", "NR", "KL", "SID",
    "TEL", "FAX", "MOB", "TFN", "VX", "BOX", "VA", "SÄR", "UTG", "VER", "ART", "REF", "ORG", "BIL",
    "DEN", "FRÅN", "TILL", "ÅR", "MKR", "TKR", "KR", "MOT", "BET", "RSKR", "DIR", "COM", "RPS",
    "SOSFS", "LSS", "SOL", "OSL", "PBL", "VEM", "HSLF", "FFS", "LVFS", "MSBFS", "RA", "SSA", "OCH",
    "ELLER", "FÖR", "MED", "VID", "PER", "HID", "DNR", "MÅL", "AB", "ABT", "ITN",
})  # fmt: skip
"""Abbreviations before a number that is a law, a report, a standard, a telephone or a plain word."""


def is_registry(word: str, *, known_only: bool = False) -> bool:
    """Whether `word` can be a registry: a body's abbreviation, in capitals or with one capital ("Ks")."""
    capitals = word.upper()
    if capitals in by_abbreviation():
        return True
    if known_only or capitals in _NOT_REGISTRIES:
        return False
    return word.isupper() or (len(word) <= 3 and word[1:].islower())


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in {"19", "20"}
