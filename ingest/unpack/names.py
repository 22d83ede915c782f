"""Names out of archives, made fit to be shown; they are never used as names of files."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path, PurePath

_PARTED = re.compile(r"[/\\]+")
_DRIVE = re.compile(r"[A-Za-z]:")
_LONGEST = 200
_MOST_FOLDERS = 30
_OF_SYSTEMS = frozenset({"__MACOSX", "Thumbs.db", "ehthumbs.db", "desktop.ini"})
"""What systems put beside the files, and nobody wrote."""
UNNAMED = "unnamed"


def is_hidden(name: str) -> bool:
    """Whether it is a hidden file, or one that a system has put there."""
    parts = _parts(name)
    return any(part in _OF_SYSTEMS or part.startswith(".") for part in parts)


class Names:
    """The paths under which the files of one archive are shown, each once."""

    def __init__(self, archive: Path) -> None:
        self._archive = archive
        self._given: set[Path] = set()

    def path(self, name: str) -> Path:
        """The archive's path and the name in it, with a number where that was there already."""
        inner = PurePath(*(_parts(name)[-_MOST_FOLDERS:] or [UNNAMED]))
        path, number = self._archive / inner, 1
        while path in self._given:
            number += 1
            path = self._archive / inner.with_name(f"{inner.stem} ({number}){inner.suffix}")
        self._given.add(path)
        return path


def _parts(name: str) -> list[str]:
    parts = [part for part in _PARTED.split(_printable(name)) if part not in {"", ".", ".."}]
    if parts and _DRIVE.fullmatch(parts[0]):
        del parts[0]
    return [part[:_LONGEST] for part in parts]


def _printable(name: str) -> str:
    text = unicodedata.normalize("NFC", _text(name))
    return "".join(character if character.isprintable() else "_" for character in text)


def _text(name: str) -> str:
    """Bytes that tarfile took for no UTF-8 are of Windows, most likely."""
    try:
        raw = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return name.encode("utf-8", "replace").decode()
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
