"""The parts of a DOCX file, and how they refer to one another."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from zipfile import ZipFile

from ingest.office.xml import Element, attribute, children, parse
from ingest.unpack import zips
from models.errors import InputDamaged


class Package:
    """The parts of one file, of which at most `most` bytes are taken in; pictures never are."""

    def __init__(self, archive: ZipFile, name: str, most: int) -> None:
        self._archive, self._name, self._left = archive, name, most
        self.main = next(self._targets("", "officeDocument"), "")
        if not self.main:
            raise InputDamaged(f"{name} holds no text where a Word document does; open and save it anew.")

    def root(self, part: str) -> Element:
        """The part's XML; `InputTooLarge` where the parts have too many bytes together."""
        content = zips.content(self._archive, part, self._left, self._name)
        self._left -= len(content)
        return parse(content, self._name)

    def related(self, kind: str) -> Element | None:
        """The first part to which the main part refers as being of this kind, such as styles."""
        part = next(self._targets(self.main, kind), None)
        return self.root(part) if part and part in self._archive.namelist() else None

    def headers(self) -> dict[str, str]:
        """The names of the parts with heads and feet, by the ids that sections know them by."""
        relations = self._relations(self.main)
        return {
            attribute(one, "Id"): _resolved(self.main, attribute(one, "Target"))
            for one in relations
            if attribute(one, "Type").rpartition("/")[2] in {"header", "footer"}
        }

    def _targets(self, part: str, kind: str) -> Iterator[str]:
        for relation in self._relations(part):
            if attribute(relation, "Type").rpartition("/")[2] == kind and _is_inside(relation):
                yield _resolved(part, attribute(relation, "Target"))

    def _relations(self, part: str) -> list[Element]:
        folder, base = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{base}.rels")
        if listed not in self._archive.namelist():
            return []
        return list(children(self.root(listed), "Relationship"))


def _is_inside(relation: Element) -> bool:
    return attribute(relation, "TargetMode") != "External"


def _resolved(part: str, target: str) -> str:
    """The name of a part in the file, from a target that is told from where `part` lies."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
