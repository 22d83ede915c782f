"""How paragraphs look: direct settings over those of their style, over those of the styles it is based on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.office.xml import Element, attribute, child, children, number

_APART = 60
"""A space before or after of so many twentieths of a point (3 pt) parts paragraphs."""
_OFF = frozenset({"0", "false", "off"})
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Look:
    """What decides where a paragraph stands; spaces in twentieths of a point, `level` from 0."""

    style: str = ""
    before: int = 0
    after: int = 0
    closed_up: bool = False
    heading: bool = False
    new_page: bool = False
    list_id: str = ""
    level: int | None = None

    def is_apart_from(self, above: Look) -> bool:
        """Whether an empty line belongs between a paragraph and the one above it."""
        if self.heading:
            return True
        same = self.style == above.style
        after = 0 if same and above.closed_up else above.after
        before = 0 if same and self.closed_up else self.before
        return max(after, before) >= _APART


class Styles:
    """The paragraph styles of one document."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {attribute(one, "styleId"): one for one in children(root, "style")}
        self._default = next((name for name, one in self._styles.items() if _is_default(one)), "")
        self._base = _with(Look(), child(root, "docDefaults", "pPrDefault", "pPr"))
        self._known: dict[str, Look] = {}

    def look(self, properties: Element | None) -> Look:
        """How a paragraph with these properties (pPr) looks."""
        style = attribute(child(properties, "pStyle"), "val") or self._default
        if style not in self._known:
            self._known[style] = self._of_style(style)
        return _with(self._known[style], properties)

    def list_of(self, style: str) -> str:
        """The list that a style of lists stands for."""
        return attribute(child(self._styles.get(style), "pPr", "numPr", "numId"), "val")

    def _of_style(self, style: str) -> Look:
        look = self._base
        for one in reversed(list(self._chain(style))):
            look = _with(look, child(one, "pPr"))
            look = replace(look, heading=look.heading or _names_heading(one))
        return replace(look, style=style)

    def _chain(self, style: str) -> Iterator[Element]:
        for _ in range(_LONGEST_CHAIN):
            one = self._styles.get(style)
            if one is None:
                return
            yield one
            style = attribute(child(one, "basedOn"), "val")


def is_on(element: Element | None) -> bool:
    """Whether a setting that is on by being there is on."""
    return element is not None and attribute(element, "val") not in _OFF


def _with(look: Look, properties: Element | None) -> Look:
    """The look with what these properties say of it."""
    if properties is None:
        return look
    spacing, listed = child(properties, "spacing"), child(properties, "numPr")
    closed_up, new_page = child(properties, "contextualSpacing"), child(properties, "pageBreakBefore")
    level = attribute(child(listed, "ilvl"), "val")
    list_id = attribute(child(listed, "numId"), "val")
    outline = attribute(child(properties, "outlineLvl"), "val")
    return replace(
        look,
        before=number(attribute(spacing, "before"), look.before),
        after=number(attribute(spacing, "after"), look.after),
        closed_up=look.closed_up if closed_up is None else is_on(closed_up),
        new_page=look.new_page if new_page is None else is_on(new_page),
        heading=number(outline, 9) < 9 if outline else look.heading,
        list_id=list_id or look.list_id,
        level=number(level) if level else look.level,
    )


def _is_default(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true", "on"}


def _names_heading(style: Element) -> bool:
    """Word's own headings have this name in every language that Word speaks."""
    return attribute(child(style, "name"), "val").lower().startswith(("heading ", "title"))
