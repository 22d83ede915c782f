"""Numbers and bullets of lists, which a DOCX file tells how to count and nowhere spells out.

Minutes count their § so, which makes these the most important words of many a document.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ingest.office.numerals import numeral
from ingest.office.xml import Element, attribute, child, children, number

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
BULLET = "•"


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level counts: `text` with %1 for the number of the first level; no `gap` where none follows."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restarts: bool = True
    figures: bool = False
    gap: bool = True
    style: str = ""


@dataclass(slots=True)
class _Scheme:
    """A way to number, with how far it has counted; several lists can share it."""

    levels: dict[int, _Level]
    reached: dict[int, int] = field(default_factory=dict[int, int])


@dataclass(frozen=True, slots=True)
class _List:
    scheme: _Scheme
    starts: dict[int, int]


class Numbers:
    """The lists of one document, counted as they are met; `list_of` gives the list of a style."""

    def __init__(self, root: Element | None, list_of: Callable[[str], str]) -> None:
        abstract = {attribute(one, "abstractNumId"): one for one in children(root, "abstractNum")}
        named = {attribute(one, "numId"): one for one in children(root, "num")}
        self._schemes: dict[str, _Scheme] = {}
        self._lists: dict[str, _List] = {}
        self._begun: set[tuple[str, int]] = set()
        for list_id, one in named.items():
            key = attribute(child(one, "abstractNumId"), "val")
            linked = attribute(child(abstract.get(key), "numStyleLink"), "val")
            if linked and list_of(linked) in named:
                key = attribute(child(named[list_of(linked)], "abstractNumId"), "val")
            scheme = self._schemes.setdefault(key, _Scheme(_levels(abstract.get(key))))
            self._lists[list_id] = _List(scheme, _starts(one))

    def label(self, list_id: str, level: int | None, style: str) -> str:
        """What stands before the next paragraph in this list, blank included; empty where nothing does."""
        listed = self._lists.get(list_id)
        if listed is None:
            return ""
        at = level if level is not None else _level_of(listed.scheme, style)
        form = listed.scheme.levels.get(at)
        if form is None:
            return ""
        self._count(list_id, listed, at, form)
        text = _bullet(form.text) if form.form == "bullet" else _filled(listed.scheme, form)
        return text + " " * (form.gap and bool(text))

    def _count(self, list_id: str, listed: _List, at: int, form: _Level) -> None:
        reached = listed.scheme.reached
        if at in listed.starts and (list_id, at) not in self._begun:
            self._begun.add((list_id, at))
            reached[at] = listed.starts[at]
        else:
            reached[at] = reached.get(at, form.start - 1) + 1
        for deeper in range(at + 1, _LEVELS):
            if listed.scheme.levels.get(deeper, form).restarts:
                reached.pop(deeper, None)


def _filled(scheme: _Scheme, form: _Level) -> str:
    """The level's text with the numbers of all levels that it names."""

    def value(place: re.Match[str]) -> str:
        named = int(place[1]) - 1
        level = scheme.levels.get(named, form)
        reached = scheme.reached.get(named, level.start)
        return "" if level.form == "none" else numeral(reached, "decimal" if form.figures else level.form)

    return _PLACE.sub(value, form.text).strip()


def _bullet(text: str) -> str:
    """The bullet as it can be read: most are signs of a font that has its own."""
    sign = text.strip()[:3]
    odd = any("\ue000" <= character <= "\uf8ff" for character in sign)
    return BULLET if odd or sign in {"o", "§", "Ø", "ü", "·", "v", "q"} else sign


def _level_of(scheme: _Scheme, style: str) -> int:
    """The level to which a style belongs, the first where none says."""
    return next((at for at, level in scheme.levels.items() if style and level.style == style), 0)


def _levels(abstract: Element | None) -> dict[int, _Level]:
    return {number(attribute(one, "ilvl")): _level(one) for one in children(abstract, "lvl")}


def _level(one: Element) -> _Level:
    return _Level(
        form=attribute(child(one, "numFmt"), "val", "decimal"),
        text=attribute(child(one, "lvlText"), "val"),
        start=number(attribute(child(one, "start"), "val"), 1),
        restarts=attribute(child(one, "lvlRestart"), "val") != "0",
        figures=child(one, "isLgl") is not None,
        gap=attribute(child(one, "suff"), "val") != "nothing",
        style=attribute(child(one, "pStyle"), "val"),
    )


def _starts(one: Element) -> dict[int, int]:
    """Where the list begins to count, by level, where that is told for it alone."""
    overrides = children(one, "lvlOverride")
    told = ((attribute(each, "ilvl"), child(each, "startOverride")) for each in overrides)
    return {number(level): number(attribute(start, "val"), 1) for level, start in told if start is not None}
