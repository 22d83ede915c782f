"""Paragraphs of other minutes, with the body and the day that stand by them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from models.vocabulary import DatePrecision
from pipeline.extract.dates.value import FoundDate, whole_year
from pipeline.extract.dnr.find import LABEL
from pipeline.extract.paragraphs.bodies import ABBREVIATION, full_name, nearest_body
from pipeline.extract.paragraphs.statute import FoundParagraph, ranges

_GAP = r"(?:[ \t]{0,3}|[ \t]*\n[ \t]*)"
_OVER_LINES = r"(?:[ \t]{0,3}|[ \t]*\n(?:[ \t]*\n)?[ \t]*)"
"""Between a sign and its number: a line's end, also where recognition put an empty line in it."""
_SIGNED = re.compile(
    rf"(?:§{{1,2}}|(?<!\d)(?<!\d\s)§\.){_OVER_LINES}(?P<numbers>\d{{1,4}}(?!\d)(?:/(?P<year>\d{{4}}|\d\d)(?![\d/])"
    rf"|(?:{_GAP}[-–—]{_GAP}(?:§[ ]?)?\d{{1,4}}(?![\d:/-])"
    rf"|(?:,|[ ]och|[ ]samt)[ ](?:§[ ]?)?\d{{1,4}}(?![\d:/-]|[ ][a-zåäö])){{0,20}}))"
)
_OF_YEAR = re.compile(
    rf"(?<![\w/.-])(?P<body>{ABBREVIATION})[ ]{{1,2}}(?P<number>\d{{1,3}})"
    rf"/(?P<rest>\d{{6}}|\d{{4}}|\d\d)(?![\d/:-])"
)
"""KF 74/07, Kf 12/2008, KF 108/150622: the number, and its year or day."""
_LOST_SIGN = re.compile(r"[ ]{1,2}(?P<number>\d{1,3})(?![\d%]|[:.,/-]\d|[ ]?(?:%|\(|\[|kl|kr|tkr|[-–]|:))")
"""What stands behind a date where the sign between the two was lost."""
_BODY_ENDS = re.compile(
    rf"(?:(?<![\w/.-]){ABBREVIATION}|fullmäktige|styrelsen|nämnden|utskottet)[,:]?\s{{1,2}}(?:den )?$"
)
_LABEL_ENDS = re.compile(rf"(?:{LABEL.pattern})[ ]*$", LABEL.flags)
_BODY_NUMBER = re.compile(
    rf"(?<![\w/.-])(?P<body>{ABBREVIATION})[ ](?P<number>\d{{1,3}})"
    rf"(?=[ ]*(?:[,;)\n]|\.(?!\d)|$|[Dd]nr|{ABBREVIATION}[ §]))"
)
"""Ks 1, AU 139: the sign left out."""
_SENTENCE_END = re.compile(r"\n\s*\n|(?<=[\wåäö)]{2})[.!?]\s+(?=[A-ZÅÄÖ])|\f|·|•|;")
_LONGEST = 140


def citations(content: str, found: Sequence[FoundDate]) -> Iterator[FoundParagraph]:
    """Every § that is printed sign first, and those whose sign is left out or lost."""
    days = [d for d in found if d.precision is DatePrecision.DAY and d.high is None and d.year_known]
    yield from _of_year(content, days)
    yield from _signed(content, days)
    yield from _lost_sign(content, days)
    for match in _BODY_NUMBER.finditer(content):
        yield FoundParagraph(
            match.start("number"), match.end("number"), int(match["number"]), None, "paragraph.body number",
            body=full_name(match["body"]),
        )  # fmt: skip


def sentence_start(content: str, position: int, longest: int = _LONGEST) -> int:
    """Where the sentence or list entry that holds `position` begins, at most `longest` letters before it."""
    low = max(0, position - longest)
    ends = [match.end() for match in _SENTENCE_END.finditer(content, low, position)]
    return max(ends, default=low)


def _signed(content: str, days: Sequence[FoundDate]) -> Iterator[FoundParagraph]:
    for match in _SIGNED.finditer(content):
        start = sentence_start(content, match.start())
        earlier = content.rfind("§", start, match.start())
        body = nearest_body(content[max(start, earlier + 1) : match.start()]) or _body_behind(
            content, match.end()
        )
        day = _day_by(content, days, match.span(), start)
        year = whole_year(match["year"], day.low.year if day else None) if match["year"] else None
        numbers = match["numbers"].split("/")[0]
        for low, high in ranges(numbers):
            yield FoundParagraph(
                match.start(), match.end(), low, high, "paragraph.sign", body, day.value if day else None,
                year or (day.low.year if day else None),
            )  # fmt: skip


def _body_behind(content: str, position: int) -> str | None:
    behind = re.match(r"[ ,(]{0,2}(?:i |av )?([A-ZÅÄÖa-zåäö]+)", content[position : position + 60])
    return nearest_body(behind[1]) if behind else None


def _day_by(
    content: str, days: Sequence[FoundDate], span: tuple[int, int], sentence: int
) -> FoundDate | None:
    """The day that a § is of: close before it, else right behind it, else earlier in its sentence."""
    start, end = span
    at = bisect_right(days, start, key=lambda day: day.end)
    last = days[at - 1] if at and days[at - 1].start >= sentence else None
    if last and re.fullmatch(r"[\s,(:]*", content[last.end : start]):
        return last
    following = bisect_left(days, end, key=lambda day: day.start)
    behind = days[following] if following < len(days) else None
    if behind and re.fullmatch(r"[\s,(]{0,3}(?:den |av den )?", content[end : behind.start]):
        return behind
    if last and "§" not in content[last.end : start] and start - last.end <= 60:
        return last
    return None


def _of_year(content: str, days: Sequence[FoundDate]) -> Iterator[FoundParagraph]:
    for match in _OF_YEAR.finditer(content):
        if _LABEL_ENDS.search(content[max(0, match.start() - 20) : match.start()]):
            continue
        rest = match["rest"]
        year = whole_year(rest[:2] if len(rest) == 6 else rest, None)
        if len(rest) == 6:
            day = _six_figures(rest)
            if day is None:
                continue
        else:
            near = _day_by(content, days, match.span(), sentence_start(content, match.start(), 30))
            day = near.value if near and near.low.year == year else None
        yield FoundParagraph(
            match.start(), match.end(), int(match["number"]), None, "paragraph.of year",
            full_name(match["body"]), day, year,
        )  # fmt: skip


def _six_figures(printed: str) -> str | None:
    try:
        return date(whole_year(printed[:2], None), int(printed[2:4]), int(printed[4:])).isoformat()
    except ValueError:
        return None


def _lost_sign(content: str, days: Sequence[FoundDate]) -> Iterator[FoundParagraph]:
    """Body, day, number; once that order has been seen, the day and number alone on a line near by."""
    seen = -10_000
    for day in days:
        match = _LOST_SIGN.match(content, day.end)
        if not match:
            continue
        start = sentence_start(content, day.start, 60)
        named = _BODY_ENDS.search(content, start, day.start)
        if not named and day.start - seen > 400:
            continue
        seen = day.start
        yield FoundParagraph(
            match.start("number"), match.end("number"), int(match["number"]), None, "paragraph.lost sign",
            nearest_body(content[start : day.start]) if named else None, day.value, day.low.year,
        )  # fmt: skip
