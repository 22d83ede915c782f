"""The date of a document itself, found among all the dates in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from models.outline import Part
from models.vocabulary import DatePrecision, Kind
from pipeline.extract.context import MEETING_KINDS
from pipeline.extract.dates.mentions import RECEIVED, is_stamp, sentence_before
from pipeline.extract.dates.value import FoundDate
from pipeline.structure.opening import opening_of

_ADOPTED_KINDS = frozenset({Kind.STYRDOKUMENT, Kind.REGLEMENTE, Kind.TAXA, Kind.BUDGET, Kind.DETALJPLAN})
"""Documents whose date is that of their adoption."""
_LABEL = re.compile(
    r"(?:^|\s{2}|\n|\|)\s*(?:(?:sammanträdes|mötes|utskrifts|dokument|kallelse)?datum|dag|sammanträdesdag"
    r"|plats och (?:tid|datum)|tid och plats|tid|sammanträde|protokoll|kallelse)\b"
    r"[^\n]{0,40}(?:\n[^\n]{0,80}){0,2}$",
    re.IGNORECASE,
)
"""A label that the date under or beside it answers to, at most two lines above."""
_OTHER_LABEL = re.compile(
    r"(?:juster\w*|anslag\w*|uppsätt\w+|nedtag\w+|sätts upp|tas ned|undertecknat"
    r"|signera\w+|nästa|föregående)[^\n]*"
    r"(?:\n[^\n]{0,80}){0,1}$",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"(?:anta(?:gen|get|gna|gits)|antogs?|fastställ(?:d|t|da|ts|des)|beslutad|gäller fr)\b.{0,60}$"
    r"|\b(?:(?:kommun|stads|region|landstings)fullmäktige|kommunstyrelsen|KF|Kf|KS|Ks)(?:\s§\s?\d+,?|:)?\s{1,3}(?:den\s)?$",
    re.IGNORECASE | re.DOTALL,
)
_WRITTEN_OR_DECIDED = re.compile(
    r"\b(?:beslut\w*|tjänsteskrivelse|skrivelse|protokoll|yttrande|remiss\w*|sammanträde\w*|rapport|antog)\b",
    re.IGNORECASE,
)
"""Words by a date that lies before the document that names it."""
_HEAD = 1500
"""So many letters from the start of a letter, its head stands."""


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """A document's date as EDTF, or the window in which it was written, and the year it is read by."""

    value: str | None = None
    not_before: str | None = None
    not_after: str | None = None
    year: int | None = None


def document_date(part: Part, kind: Kind, found: Sequence[FoundDate]) -> DocumentDate:
    """The meeting's date of minutes, the day of adoption of rules, the day of writing of a letter."""
    content = part.text.content
    days = [d for d in found if d.precision is DatePrecision.DAY and d.high is None and d.first is not None]
    chosen = _choose(part, kind, days)
    if chosen is not None and chosen.first is not None:
        return DocumentDate(chosen.value, None, None, chosen.first.year)
    stamps = [d.first for d in days if d.first and is_stamp(content, d)]
    before = max((d.first for d in days if d.first and _is_past(content, d)), default=None)
    after = min(stamps, default=None)
    if before and after and before > after:
        before = None
    return DocumentDate(None, _iso(before), _iso(after), _year(content, found, after or before))


def _choose(part: Part, kind: Kind, days: Sequence[FoundDate]) -> FoundDate | None:
    content = part.text.content
    usable = [
        d
        for d in days
        if not is_stamp(content, d) and not RECEIVED.search(sentence_before(content, d.start, 40))
    ]
    if kind in MEETING_KINDS:
        return (
            _first(usable, _is_in_opening(part))
            or _first(usable, _is_labelled(content))
            or _most_frequent(content, usable)
            or _first(usable, _in_head)
        )
    if kind in _ADOPTED_KINDS:
        return _first(usable, _is_adopted(content)) or _first(usable, _stands_alone(content))
    head = [d for d in usable if _in_head(d)]
    return (
        _first(head, _is_labelled(content))
        or _first(head, _stands_alone(content))
        or _first(usable[-2:], _signs_off(content))
    )


def _first(days: Sequence[FoundDate], test: Callable[[FoundDate], bool]) -> FoundDate | None:
    return next((day for day in days if test(day)), None)


def _is_in_opening(part: Part) -> Callable[[FoundDate], bool]:
    opening = opening_of(part.lines)
    return lambda day: opening is not None and opening.start <= day.start < opening.end


def _is_labelled(content: str) -> Callable[[FoundDate], bool]:
    def test(day: FoundDate) -> bool:
        before = content[max(0, day.start - 160) : day.start]
        return _LABEL.search(before) is not None and _OTHER_LABEL.search(before) is None

    return test


def _most_frequent(content: str, days: Sequence[FoundDate]) -> FoundDate | None:
    """The date that stands again and again on lines of its own, as in a running head."""
    alone = _stands_alone(content)
    counted = Counter(day.value for day in days if alone(day))
    if not counted:
        return None
    value, times = counted.most_common(1)[0]
    return next(day for day in days if day.value == value) if times > 1 else None


def _in_head(day: FoundDate) -> bool:
    return day.start < _HEAD


def _stands_alone(content: str) -> Callable[[FoundDate], bool]:
    """Whether a date fills its line or column, but for a place before it ("Granby den 5 maj 2004")."""

    def test(day: FoundDate) -> bool:
        line = content[content.rfind("\n", 0, day.start) + 1 : day.start]
        before = re.split(r"\s{3,}|\t", line)[-1]
        rest = re.split(r"\n|\s{3,}|\t", content[day.end : day.end + 80])[0]
        return re.fullmatch(
            r"\s*(?:[A-ZÅÄÖ][\w-]+,?\s)?(?:\w+dagen\s)?(?:den\s)?", before
        ) is not None and not rest.strip(" .")

    return test


def _is_adopted(content: str) -> Callable[[FoundDate], bool]:
    def test(day: FoundDate) -> bool:
        return _ADOPTED.search(sentence_before(content, day.start, 90)) is not None

    return test


def _signs_off(content: str) -> Callable[[FoundDate], bool]:
    """Whether a date stands alone near the end of the document, over a signature."""
    alone = _stands_alone(content)
    return lambda day: day.start > len(content) - 600 and alone(day)


def _is_past(content: str, day: FoundDate) -> bool:
    return _WRITTEN_OR_DECIDED.search(sentence_before(content, day.start)) is not None


def _year(content: str, found: Sequence[FoundDate], near: date | None) -> int | None:
    """The year that a document without a date is taken to be of."""
    if near is not None:
        return near.year
    weights: Counter[int] = Counter()
    for day in found:
        if day.first is not None and day.last is not None and day.last.year == day.first.year:
            weights[day.first.year] += 3 if _ends_heading(content, day) else 1
    if not weights:
        return None
    return max(weights, key=lambda year: (weights[year], year))


def _ends_heading(content: str, day: FoundDate) -> bool:
    line_start = content.rfind("\n", 0, day.start) + 1
    line_end = content.find("\n", day.end)
    rest = content[day.end : line_end if line_end >= 0 else len(content)]
    return not rest.strip() and day.end - line_start < 60 and content[line_start : line_start + 1].isupper()


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
