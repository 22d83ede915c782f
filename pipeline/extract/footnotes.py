"""The notes under a list of those present: what an asterisk behind a name means."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NOTE = re.compile(
    r"^\W*?(?P<mark>\*{1,4}|†{1,4})\W*(?:=|anger|betyder)?\W*(?P<says>tj(?:[äa]nstg[öo]r|g).*)$",
    re.IGNORECASE | re.MULTILINE,
)
_MARK = re.compile(r"[ ,]*(\*{1,4}|†{1,4})")
_FOR_WHOM = re.compile(r"\bf[öo]r[ ]+[A-ZÅÄÖ]")
_SERVING = "tjänstgörande"


def notes_of(content: str) -> Mapping[str, str]:
    """What each mark says: that a substitute sat, or for whom ("tjänstgör för Anna Ek (S)")."""
    notes = {note["mark"]: note["says"].strip() for note in _NOTE.finditer(content)}
    return {mark: says if _FOR_WHOM.search(says) else _SERVING for mark, says in notes.items()}


def is_note(line: str) -> bool:
    """Whether the line says what a mark in the list means, and names nobody of the list."""
    return _NOTE.match(line) is not None


def with_notes(text: str, notes: Mapping[str, str]) -> str:
    """The text with what each mark says in its place; a mark without a note says nothing."""
    return _MARK.sub(lambda mark: f", {notes[mark[1]]}" if mark[1] in notes else "", text)
