"""XML written as it comes, and files as packages tell of them."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from archive.export.markup import clean

Attributes = Mapping[str, str]
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class Packed:
    """A file of a package: `href` is its path from the METS that names it; size in bytes."""

    name: str
    href: str
    media_type: str
    size: int
    sha256: str
    created: datetime


class Writer:
    """Writes elements one after the other to a file in UTF-8, so that no more than one is held."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, element: Element) -> None:
        """Write a whole element on a line of its own."""
        self._line(ElementTree.tostring(element, encoding="unicode"))

    @contextmanager
    def element(self, tag: str, attributes: Attributes | None = None) -> Generator[None]:
        """An element whose content is written while it is open."""
        empty = ElementTree.tostring(made(tag, attributes), encoding="unicode", short_empty_elements=False)
        end = f"</{tag}>"
        self._line(empty.removesuffix(end))
        yield
        self._line(end)

    def _line(self, text: str) -> None:
        self._file.write(f"{text}\n".encode())


@contextmanager
def document(path: Path, tag: str, attributes: Attributes) -> Generator[Writer]:
    """An XML file whose root is open for elements."""
    with path.open("wb") as file:
        file.write(_DECLARATION)
        writer = Writer(file)
        with writer.element(tag, attributes):
            yield writer


def made(tag: str, attributes: Attributes | None = None, text: str | None = None) -> Element:
    """An element with text and attributes that XML can hold."""
    element = Element(tag, {name: clean(value) for name, value in (attributes or {}).items()})
    element.text = None if text is None else clean(text)
    return element


def add(parent: Element, tag: str, text: str | None = None, attributes: Attributes | None = None) -> Element:
    """The same as a new child."""
    child = made(tag, attributes, text)
    parent.append(child)
    return child


def moment(time: datetime) -> str:
    """A time as xs:dateTime, to the second."""
    return time.isoformat(timespec="seconds")


def packed(path: Path, root: Path, name: str, media_type: str, created: datetime) -> Packed:
    """What a file that was just written holds; the path is told from `root`."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Packed(name, path.relative_to(root).as_posix(), media_type, path.stat().st_size, digest, created)
