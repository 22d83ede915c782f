"""The sentence with which older minutes open: "Protokoll, hållet vid kommunalstämma med … den …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.outline import Line, LineRole
from models.swedish.marks import loose

_WITHIN = 8
"""So many lines from the top the sentence begins."""
_LONGEST = 6
"""So many lines it takes at most."""
_MET = r"(?:sammanträde|stämma|möte|nämnd|kammare|styrelse|fullmäktige)"
_OPENS = re.compile(
    loose(
        r"(?:(?:(?P<extract>utdrag\s+(?:a[vf]|ur)\s+)|transsumt\s+a[vf]\s+)?"
        r"protokoll(?:et|er)?,?\s+(?:som\s+)?"
        r"(?:(?:för|håll|upprätt|uppsatt|förd)\w*\s+)?"
        r"(?:vid|hos|inför|inom|med|å|på|öfver|över|uti|i)\s+"
        rf"(?=(?:[^\W\d]|[,\s]){{0,80}}?{_MET})"
        r"|(?:år|anno)\s+\d{4},?\s+den\s+[\w\s,]{3,50}?"
        rf"\b(?:hölls|höllo|a[vf]hölls|sammanträdde|förrättades)\b(?=(?:[^\W\d]|[,\s]){{0,80}}?{_MET}))"
    ),
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b\d{1,2}(?::?[ae])?\s+[^\W\d]{3,9}\.?\s+\d{4}\b|\b\d{4}-\d\d-\d\d\b|^år\b|^anno\b", re.IGNORECASE
)
_TOLD = re.compile(r"\b(?:upplä|föredrog|företed|godkän|justera|anmäl)\w*", re.IGNORECASE)
"""What other minutes tell of such minutes."""
_CLOSES = re.compile(r"[.:;][ ]*$")


@dataclass(frozen=True, slots=True)
class Opening:
    """The sentence's place, `start` and `end`, in the text; `extract` says that it opens an extract."""

    start: int
    end: int
    extract: bool


def opening_of(lines: Sequence[Line]) -> Opening | None:
    """The sentence that opens a document of these lines, to its full stop or to an empty line."""
    head = [line for line in lines if line.role is not LineRole.CONTENTS][: _WITHIN + _LONGEST]
    found = (opening_at(head, n) for n in range(min(_WITHIN, len(head))))
    return next((opening for opening in found if opening), None)


def opening_at(lines: Sequence[Line], n: int) -> Opening | None:
    """The sentence that begins with line `n`: it names a body or an assembly, and the day."""
    if not lines[n].text[:1].isupper():
        return None
    sentence = [lines[n]]
    for below in lines[n + 1 : n + _LONGEST]:
        if below.spaced or _CLOSES.search(sentence[-1].text):
            break
        sentence.append(below)
    text = "\n".join(line.text for line in sentence)
    opens = _OPENS.match(text)
    if opens is None or not _DAY.search(text) or _TOLD.search(text):
        return None
    return Opening(sentence[0].start, sentence[-1].end, opens["extract"] is not None)
