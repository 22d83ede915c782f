"""Sections of laws: their number stands before the sign, or behind a chapter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.dates.words import ANY_MONTH


@dataclass(frozen=True, slots=True)
class FoundParagraph:
    """A § as found in `content[start:end]`; `number_to` ends a range, `year` is printed behind a stroke."""

    start: int
    end: int
    number: int
    number_to: int | None
    rule: str
    body: str | None = None
    date: str | None = None
    year: int | None = None
    statute: str | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Its start and end."""
        return self.start, self.end


_GAP = r"(?:[ \t]{0,3}|[ \t]*\n[ \t]*)"
_ONE = r"\d{1,3}(?:[ ]?[a-z](?![\wåäö]))?"
_MANY = rf"{_ONE}(?:{_GAP}(?:[-–—]|,|och|samt|eller){_GAP}{_ONE}){{0,12}}"
_LAW = (
    r"(?:(?:den[ ])?(?:[\wåäöÅÄÖ]+-[ ]och[ ])?[\wåäöÅÄÖ-]*"
    r"(?:lag(?:en|ens)?|förordning(?:en|ens)?|balk(?:en|ens)?|ordning(?:en)?|form(?:en)"
    r"|stadga[nr]?(?:na)?|reglemente[t]?"
    r"|kungörelse[n]?|föreskrift(?:er)?(?:na)?|avtal(?:et)?)\b(?:[ ]\(\d{4}:\d+\))?"
    r"(?:(?:(?<=lagen)|(?<=lag)|(?<=\)))[ ]om[ ](?!att\b)[\wåäö-]+(?:(?:,|[ ]och|[ ]samt)?[ ]"
    r"(?!(?:om|av|i|till|ska|skall|får|är|har|enligt|gäller|och|samt|för|på|med|som|att)\b)[\wåäö-]+){0,3})?"
    r"|\b(?:KL|FL|PBL|MB|OSL|SoL|LSS|LVU|LOU|RF|TF|ÄPBL|SFB|SekrL|AL)\b)"
)
_DETAIL = (
    r"(?:[ ,]{1,2}(?:(?:första|andra|tredje|fjärde)[ ]stycket|\d[ ]?(?:st|p|mom|punkten|stycket)\b\.?"
    r"|(?:st|p|mom)\.?[ ]?\d))*"
)
_CHAPTER = rf"(?:\d{{1,2}}(?:[ ]?[a-z])?{_GAP}kap\.?{_GAP})?"
_NUMBERED = rf"(?<![\w/.:§-])(?<!§ ){_CHAPTER}(?P<numbers>{_MANY}){_GAP}§{{1,2}}"
_BEFORE_SIGN = re.compile(rf"{_NUMBERED}(?![ ]?\d){_DETAIL}")
_WITH_DETAIL = re.compile(
    rf"{_NUMBERED}[ ]\d{{1,2}}(?:[ ]?[-–][ ]?\d{{1,2}})?(?![\d/])(?:[ ]?(?:st|p|mom|punkten|stycket)\b\.?)?"
)
_AFTER_CHAPTER = re.compile(rf"\bkap\.?{_GAP}(?:\d{{1,2}}{_GAP})?§{{1,2}}{_GAP}(?P<numbers>{_MANY})")
_OF_A_LAW = re.compile(rf"§{{1,2}}{_GAP}(?P<numbers>{_MANY}){_DETAIL}(?=[ ,]{{1,2}}(?:i[ ]|av[ ])?{_LAW})")
_MONTH_ENDS = re.compile(rf"{ANY_MONTH}[ ]$", re.IGNORECASE)
"""A month before a number: the number is the short year of a day, not a section."""
_NAME_BEHIND = re.compile(rf"[ ,\n]{{0,3}}(?:i[ ]|av[ ]|enligt[ ])?(?P<law>{_LAW})")
_NAME_BEFORE = re.compile(rf"(?P<law>{_LAW})[ ,:(]{{1,2}}$")


def statutes(content: str) -> Iterator[FoundParagraph]:
    """Every section of a law, one for each number or range; a span may come twice."""
    for pattern in (_BEFORE_SIGN, _WITH_DETAIL, _AFTER_CHAPTER, _OF_A_LAW):
        for match in pattern.finditer(content):
            if _MONTH_ENDS.search(content, max(0, match.start() - 12), match.start()):
                continue
            law = _law_at(content, match)
            for low, high in ranges(match["numbers"]):
                yield FoundParagraph(match.start(), match.end(), low, high, "paragraph.statute", statute=law)


def ranges(printed: str) -> Iterator[tuple[int, int | None]]:
    """The numbers and ranges of numbers of an enumeration ("1-4, 7 och 9 a")."""
    for found in re.finditer(r"(\d+)(?:\s?[a-z]\b)?(?:\s*[-–—]\s*(?:§\s?)?(\d+))?", printed):
        low, high = int(found[1]), int(found[2]) if found[2] else None
        yield low, high if high is not None and high > low else None


def _law_at(content: str, match: re.Match[str]) -> str | None:
    """The law's name as printed: behind the section, else before it."""
    behind = _NAME_BEHIND.match(content, match.end())
    if behind:
        return " ".join(behind["law"].split())
    before = _NAME_BEFORE.search(content[max(0, match.start() - 90) : match.start()])
    return " ".join(before["law"].split()) if before else None
