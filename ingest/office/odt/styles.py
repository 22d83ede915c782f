"""The styles of an ODT document: what parts paragraphs, what begins a page, how lists count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.office.numerals import numeral
from ingest.office.xml import Element, attribute, bare, child, children, number

_LENGTH = re.compile(r"(-?[\d.]+)(cm|mm|in|pt|pc|px)?$")
_POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
_APART = 3.0
"""A space of so many points before or after parts paragraphs."""
_LONGEST_CHAIN = 20
_BREAKS = frozenset({"page", "even-page", "odd-page"})
BULLET = "•"


@dataclass(frozen=True, slots=True)
class Look:
    """What decides where a paragraph stands; `master` is the kind of page that it begins, if it does."""

    name: str = ""
    apart_before: bool = False
    apart_after: bool = False
    new_page: bool = False
    page_after: bool = False
    master: str = ""


class Styles:
    """The styles of one document, those of its text over those of its style sheet."""

    def __init__(self, *roots: Element) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, Element] = {}
        self.masters: dict[str, Element] = {}
        self.outline: Element | None = None
        self._default: Element | None = None
        for root in roots:
            for one in root.iter():
                self._keep(one)
        self._known: dict[str, Look] = {}

    def _keep(self, one: Element) -> None:
        name = attribute(one, "name")
        match bare(one):
            case "style":
                self._styles[attribute(one, "family"), name] = one
            case "list-style":
                self._lists[name] = one
            case "master-page":
                self.masters[name] = one
            case "outline-style":
                self.outline = one
            case "default-style" if attribute(one, "family") == "paragraph":
                self._default = one
            case _:
                pass

    @property
    def standard(self) -> str:
        """The kind of page that a document begins with where it says nothing else."""
        return "Standard" if "Standard" in self.masters else next(iter(self.masters), "")

    def look(self, name: str) -> Look:
        """How a paragraph of this style looks."""
        if name not in self._known:
            chain = list(self._chain(name))
            before = _first(chain, "margin-top") or _first(chain, "margin")
            after = _first(chain, "margin-bottom") or _first(chain, "margin")
            master = attribute(chain[0], "master-page-name") if chain else ""
            new_page = bool(master) or _first(chain, "break-before") in _BREAKS
            ends = _first(chain, "break-after") in _BREAKS
            self._known[name] = Look(name, _is_apart(before), _is_apart(after), new_page, ends, master)
        return self._known[name]

    def starts_page(self, name: str) -> bool:
        """Whether a table of this style begins a page."""
        style = self._styles.get(("table", name))
        properties = child(style, "table-properties")
        return bool(attribute(style, "master-page-name")) or attribute(properties, "break-before") in _BREAKS

    def level(self, list_style: str, level: int) -> Element | None:
        """How a level (from 1) of this list counts."""
        return _level(self._lists.get(list_style), level)

    def outline_level(self, level: int) -> Element | None:
        """How headings of this level count."""
        return _level(self.outline, level)

    def _chain(self, name: str) -> Iterator[Element]:
        for _ in range(_LONGEST_CHAIN):
            one = self._styles.get(("paragraph", name))
            if one is None:
                break
            yield one
            name = attribute(one, "parent-style-name")
        if self._default is not None:
            yield self._default


def label(form: Element | None, reached: dict[int, int]) -> str:
    """What stands before an item at the level of `form`, with the numbers that each level has reached."""
    if form is None:
        return ""
    if bare(form) == "list-level-style-bullet":
        sign = attribute(form, "bullet-char")[:1]
        return f"{BULLET} " if not sign or "\ue000" <= sign <= "\uf8ff" else f"{sign} "
    kind = attribute(form, "num-format")
    if not kind:
        return ""
    level = number(attribute(form, "level"), 1)
    first = max(level - number(attribute(form, "display-levels"), 1) + 1, 1)
    numbers = ".".join(
        numeral(reached.get(at, 1), kind if at == level else "1") for at in range(first, level + 1)
    )
    return f"{attribute(form, 'num-prefix')}{numbers}{attribute(form, 'num-suffix')} "


def _level(style: Element | None, level: int) -> Element | None:
    return next((one for one in children(style) if number(attribute(one, "level")) == level), None)


def _first(chain: list[Element], name: str) -> str:
    """What the nearest style that says it says."""
    told = (attribute(child(one, "paragraph-properties"), name) for one in chain)
    return next((value for value in told if value), "")


def _is_apart(length: str) -> bool:
    found = _LENGTH.match(length)
    try:
        return found is not None and float(found[1]) * _POINTS[found[2] or "pt"] >= _APART
    except ValueError:
        return False
