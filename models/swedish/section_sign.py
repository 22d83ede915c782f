"""The section sign, which the Swedish model can't write: it arrives as 8, S, $, 5, & or another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from models.swedish.months import MONTH
from models.text import Change

_SIGN = r"(?P<sign>Ss|sS|[$S§&]{1,2}(?![$S§&])|(?:8|5|88|55)(?= ))"
_HEAD_SIGN = r"(?P<sign>Ss|sS|[$S§&]{1,2}(?![$S§&])|(?:8|5|s|88|55)(?= ))"
_LAST_SIGN = r"(?P<sign>Ss|sS|[$S§&]{1,2}(?![$S§&])|88|55|8|5)"
_SURE_SIGN = r"(?P<sign>\$[$S§]?|S[$§]|§[$S]|SS|Ss|sS)"
_NUMBER = r"(?P<number>[1-9]\d{0,2})(?![\d:%]|,\d)"
_PARTY = r"[A-ZÅÄÖa-zåäö]{1,4}|-"
_TO = r"(?P<range>\s?[-–—]\s?\d{1,3}(?!\d))"
_RANGE = rf"{_TO}?"
_BODY = (
    r"(?:(?<=K)(?:FN|Fs|Ss|F|SAU|SPU|S|N|TN|fn|f|sau|s|n)|(?<=A)[Uu]|(?<=S)(?:AU|BN|N|OC|n|bn)|"
    r"(?<=B)(?:UN|N|un|n)|(?<=M)(?:BN|N|n)|(?<=T)[Nn]|(?<=V)[Nn]|(?<=F)N|(?<=P)U|(?<=R)N|(?<=U)N|"
    r"(?<=G)VN|(?<=I)FN|(?<=Ö)FN)"
)
"""The rest of a body's letters, of which the first is known."""
_ITEM = re.compile(rf"(?m)^[ \t]*{_HEAD_SIGN}[ \t]?{_NUMBER}{_RANGE}(?P<rest>[^\n]*)$")
_GLUED = re.compile(
    r"(?m)^[ \t]*(?P<sign>[58])(?P<number>[1-9]\d{0,2})(?=(?P<rest>\.?(?:[ \t]+[A-ZÅÄÖ\"”(][^\n]*|[ \t]*$)))"
)
"""A number whose first digit may be the sign ("845      Budget")."""
_GLUED_BEHIND_PARTY = re.compile(
    r"\((?:[A-ZÅÄÖ]{1,3}|-)\),? (?P<sign>[58])(?P<number>[1-9]\d)(?=[ \t]*(?:\n|$)|[ \t]+[A-ZÅÄÖ])"
)
"""The same behind a name and its party, where no other number stands."""
_BEFORE_DNR = re.compile(r"(?m)^[ \t]*(?P<sign>[$S§&sg58]) ?(?P<number>[1-9]\d{0,2})[ \t]+Dnr\b")
"""Before a number and the word Dnr, at a line's start, stands nothing but the sign."""
_NO_MONEY = r"(?! ?(?:kr|tkr|mkr|kronor|000)\b)"
_NO_NUMBER = r"(?=[.,;)]|\s+[^\W\d]|\s*$)"
_CLOSED = r"(?=[ ]*(?:[.;)\n]|$))"
_YEAR = r"(?:19|20)\d\d"
_ISO = r"(?:(?<=19\d\d)|(?<=20\d\d))-\d\d-\d\d"
_FULL_DATE = rf"\d{{1,4}}(?:{_ISO}| {MONTH} {_YEAR})"
_DATED = rf"\d{{1,4}}(?:{_ISO}| {MONTH}(?: {_YEAR})?)"
_KAP = r"\d\s+(?i:kap)\.?\s+\d{1,3}"
_ANY_SIGN = r"(?P<sign>[$S§&358]{1,2})"
_LINE_END = r"(?=[ \t]*$)"
_LAW_NAME = (
    r"(?=\s\w*(?:lag|lagen|balken|förordning|förordningen|stadga|stadgan|kungörelse|kungörelsen|reglementet"
    r"|instruktionen|föreskrifterna|ordningen)\b)"
)
_CONTEXTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[KASBPMTFVGRIUÖ](?<!\w.){_BODY}(?: [A-ZÅÄÖ][a-zåäö]+)?,? {_SIGN} ?{_NUMBER}{_RANGE}{_NO_MONEY}",
        rf"[KASBPMTFVGRIUÖ](?<!\w.){_BODY} (?P<sign>[85])(?P<number>[1-9]\d\d)(?P<range>){_CLOSED}",
        rf"[pP](?<!\w.)(?i:aragraf(?:er|erna)?):?\s+{_SIGN} ?{_NUMBER}{_RANGE}",
        rf"[§$S] ?\d{{1,3}}(?:\s?[-–]\s?\d{{1,3}})?(?: och| samt|,) {_SIGN} {_NUMBER}{_RANGE}{_NO_MONEY}",
        rf"{_FULL_DATE},? (?P<sign>[58$S&]) ?{_NUMBER}(?P<range>){_CLOSED}",
        rf"{_DATED}, (?P<sign>[58$S&]|S§|§S) ?{_NUMBER}(?P<range>)(?=, \w)",
        rf"{_KAP}(?: ?[a-z])?(?P<range>[-–]\d{{1,3}})?\s+{_LAST_SIGN}{_NO_NUMBER}",
        rf"(?m)\((?:{_PARTY})\),? (?P<sign>[$S§8]{{2}}) {_NUMBER}{_TO}(?=[ \t]*$|,| {{2}})",
        rf"(?m)\((?P<range>)[A-ZÅÄÖa-zåäö]{{1,3}}\)[,.] (?P<sign>[$S§&358]) {_NUMBER}(?=[ \t]*$| [A-ZÅÄÖ])",
        rf"(?:{MONTH} {_YEAR}|{_YEAR}-\d\d-\d\d),? (?P<sign>[58$S&§]{{2,3}}) {_NUMBER}{_TO}(?![\w:])",
        rf"{MONTH} {_YEAR},? (?P<sign>[58$S&]|[$&]{{2}}) {_NUMBER}(?P<range>){_CLOSED}",
        rf"[pP](?<!\w.)(?i:aragrafer):? (?P<sign>[58$S&§]{{2,3}}) {_NUMBER}{_TO}",
        rf"\d(?<=[a-zåäö,] .)\d{{0,2}}(?: [a-z])?(?P<range>[-–]\d{{1,3}})? (?P<sign>[S8&]){_LAW_NAME}",
        rf"(?m)ersätter [^\n]{{3,60}}\([A-ZÅÄÖ]{{1,3}}\),? {_ANY_SIGN} {_NUMBER}{_RANGE}{_LINE_END}",
    )
)
_OF_SURE_SIGNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?m)^(?P<sign>[8S5]\$|\$[8S5]) {_NUMBER}{_TO}{_LINE_END}",
        rf"(?:\b(?:enligt|och|samt|se|i|under|jfr)|[(,;]) {_SURE_SIGN} ?{_NUMBER}{_RANGE}{_NO_MONEY}",
        rf"{_KAP}(?P<range>)(?P<sign>\$)(?![\w$])",
        r"(?m)^\d{1,3}(?: [a-z])?(?P<range>) (?P<sign>\$)(?=\. [A-ZÅÄÖ])",
        rf"\d(?<!\w.)\d{{0,2}}(?: [a-z])?(?P<range>[-–]\d{{1,3}})? {_SURE_SIGN}{_LAW_NAME}",
    )
)
_SURE_SIGNS = ("$", "SS", "Ss", "sS", "§S", "S§")
"""A text without any of these has no sure sign."""
_BEHIND_WORDS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?m), (?<=[^\W\d_]{{4}}..)(?P<sign>[$S§&358]) {_NUMBER}(?P<range>){_LINE_END}",
        r"(?m)[ \n](?=[$S§&58]{2})(?:(?<=\n)|(?<=[^\W\d_]{4}.)|(?<=[^\s\d],.))"
        rf"(?P<sign>[$S§&58]{{2,3}}) {_NUMBER}{_TO}{_LINE_END}",
        r"(?m)\d(?<!\w.)\d{0,2} [a-hA-H](?P<range>) (?P<sign>[8$])"
        r"(?=[.,;] [^\W\d]| (?:första|andra|tredje|fjärde|och|eller|samt|i|gäller|får|ska|skall|avser)\b)",
        r"(?:och|samt|eller) \d{1,3}(?: [a-z])?(?P<range>[-–]\d{1,3})? "
        r"(?P<sign>(?:[8S]?\$[8$S]|[8S]\$)[8S$]?)(?=[ .,;)\n])",
    )
)
"""Where the sign stands behind a role or a name, at a line's end, or behind a letter: in lists of who took
part, and in laws. Other signs of the document must show that it has any."""
_TABLE_ROW = re.compile(r"(?m)^[ \t]*[1-9] \d{1,3} [^\W\d]")
_TITLE = re.compile(r"(?:/(?:(?:19|20)\d\d|\d\d)(?!\d))?(?:[\s.]*$|[ \t.]+[A-ZÅÄÖ\"”(cosvwxz]|[ \t]+Dnr\b)")
"""A title begins with a capital, or with a letter that looks like its capital."""
_APART = re.compile(r"[§$&] \d|\d §")
_TOUCHING = re.compile(r"§\d")
_SEVERAL = re.compile(r"\d(?: [a-z])?(?:,| och| samt| eller|\s?--?|\s?–)\s?\d{1,3}(?: [a-z])?\s\Z")
"""The end of what stands before a sign that is said of several numbers."""
_AMOUNT = re.compile(r"\s*(?:\d|kr\b|tkr\b|mkr\b|%|st\b|000)")
_STEP = 2
"""Numbers of neighbouring items rise by one, or by two where one of them could not be read."""
_LETTER_STEP = 5
"""Where a letter or & stands for the sign, and no figure, more of them may be missing between."""


class _Item(NamedTuple):
    start: int
    sign: str
    number: int
    range: str
    rest: str

    @property
    def last(self) -> int:
        """The last number of its range, or its only one."""
        digits = re.search(r"\d+", self.range)
        return int(digits[0]) if digits else self.number


def section_sign(content: str) -> Iterator[Change]:
    """Signs that stand where only a section sign can: before an item's number, after a body or a chapter."""
    end = 0
    items = _items(content)
    spaced = bool(items) and _is_spaced(content)
    heads = [_head(content, item, spaced=spaced) for item in items]
    found = [*heads, *_before_dnr(content), *_glued(content, items), *_cited(content, _CONTEXTS)]
    if any(sign in content for sign in _SURE_SIGNS):
        found += _cited(content, _OF_SURE_SIGNS)
    if "§" in content or found:
        found += _cited(content, _BEHIND_WORDS)
        found += _behind_parties(content)
    for change in sorted(found, key=lambda change: change.start):
        if change.start >= end and content[change.start : change.end] != change.text:
            yield change
            end = change.end


def _items(content: str) -> list[_Item]:
    """Signs at a line's start, whose numbers rise from item to item; figures in a table do that too."""
    items = [_item(found) for found in _ITEM.finditer(content)]
    items = [item for item in items if _is_sure(item) or _TITLE.match(item.rest)]
    items = [item for item in items if not _AMOUNT.match(item.rest)]
    rows = sum(row[0].split()[0] not in {"5", "8"} for row in _TABLE_ROW.finditer(content))
    return [
        item
        for at, item in enumerate(items)
        if _is_sure(item) or (_rises(items, at) and (rows < len(items) or item.sign not in {"5", "8"}))
    ]


def _glued(content: str, items: Sequence[_Item]) -> Iterator[Change]:
    """Signs that were read as the first digit of an item's number, which fits between its neighbours."""
    glued: _Item | None = None
    for found in _GLUED.finditer(content):
        item = _item(found)
        at = bisect_left(items, item.start, key=lambda item: item.start)
        before = items[at - 1] if at else None
        if glued and (before is None or glued.start > before.start):
            before = glued
        if _fits(item, before, items[at] if at < len(items) else None):
            yield Change(item.start, item.start + 1, "§ ", "section sign", 0.88)
            glued = item


def _behind_parties(content: str) -> Iterator[Change]:
    for found in _GLUED_BEHIND_PARTY.finditer(content):
        yield Change(*found.span("sign"), "§ ", "section sign", 0.88)


def _before_dnr(content: str) -> Iterator[Change]:
    for found in _BEFORE_DNR.finditer(content):
        if found["sign"] not in "58" or content[found.end("sign")] == " ":
            yield Change(found.start("sign"), found.end("sign"), "§", "section sign", 0.95)


def _fits(item: _Item, before: _Item | None, after: _Item | None) -> bool:
    """Whether the item follows on the one before and leads to the one after; without one, the step is 1."""
    if before and after:
        return 0 < item.number - before.last <= _STEP and 0 < after.number - item.number <= _STEP
    return bool(before and item.number == before.last + 1) or bool(after and after.number == item.number + 1)


def _item(found: re.Match[str]) -> _Item:
    return _Item(
        found.start("sign"),
        found["sign"],
        int(found["number"]),
        found.groupdict().get("range") or "",
        found["rest"],
    )


def _is_sure(item: _Item) -> bool:
    """Whether its sign can hardly stand for anything else."""
    return "$" in item.sign or "§" in item.sign or item.sign in {"Ss", "sS"}


def _rises(items: Sequence[_Item], at: int) -> bool:
    """Whether the item before or after in the document has a number that fits."""
    number = items[at].number
    step = _STEP if items[at].sign[0] in "58" else _LETTER_STEP
    before = at > 0 and 0 < number - items[at - 1].last <= step
    after = at + 1 < len(items) and 0 < items[at + 1].number - items[at].last <= step
    return before or after


def _head(content: str, item: _Item, *, spaced: bool) -> Change:
    """The sign before an item's number; with the blank that was lost behind it where others have one."""
    confidence = 0.96 if _is_sure(item) else 0.9
    change = _change(content, item.start, item.sign, item.range, confidence)
    if "§" in item.sign or content[change.end].isspace() or not spaced:
        return change
    return replace(change, text=f"{change.text} ")


def _is_spaced(content: str) -> bool:
    """Whether more numbers of the document stand apart from their signs than touch them."""
    return len(_APART.findall(content)) > len(_TOUCHING.findall(content))


def _cited(content: str, contexts: Iterable[re.Pattern[str]]) -> Iterator[Change]:
    for pattern in contexts:
        for found in pattern.finditer(content):
            yield _change(content, found.start("sign"), found["sign"], found["range"] or "", 0.93)


def _change(content: str, start: int, sign: str, span: str, confidence: float) -> Change:
    """One sign, or two where two were read and stand before a range of numbers or behind several."""
    several = len(sign) > 1 and (span or sign == "§§" or _SEVERAL.search(content, max(start - 20, 0), start))
    return Change(start, start + len(sign), "§§" if several else "§", "section sign", confidence)
