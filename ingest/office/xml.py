"""XML out of documents: parsed with nothing in it expanded or fetched, and read by bare names.

Bare, because the strict and the transitional form of a format differ in their namespaces only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from models.errors import InputDamaged

Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  lxml's only name for it


def parse(content: bytes, name: str) -> Element:
    """The root; `InputDamaged` (of the file `name`) where it is no XML, or holds definitions of its own."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputDamaged(f"{name} breaks the rules of its format; open and save it anew.") from error
    if root.getroottree().docinfo.doctype:
        # No office program writes one; it is the door for bombs.
        raise InputDamaged(f"{name} holds definitions that don't belong there; open and save it anew.")
    return root


def bare(element: Element) -> str:
    """The element's name without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """The attribute of this bare name."""
    if element is None:
        return default
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return default


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of a bare name, its first child of the next name, and so on."""
    for name in path:
        element = next(children(element, name), None) if element is not None else None
    return element


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children with one of these bare names, all where none is given."""
    if element is not None:
        yield from (one for one in element if not names or bare(one) in names)


def number(text: str, default: int = 0) -> int:
    """A whole number as an attribute has it."""
    try:
        return int(text[:12])
    except ValueError:
        return default
