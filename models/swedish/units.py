"""Signs of measures that the models of Tesseract write otherwise: the raised 2 of m², and % with a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.text import Change

_SQUARE = re.compile(r" (?<=\d.)(?P<unit>[kdc]?m)(?P<sign>\?)(?=,|[ \n]+[a-zåäö(]| \d)")
"""After a number, and before a small letter or another number, no question ends."""
_RAISED = re.compile(r" (?<=\d.)(?P<unit>[kdc]?m)(?P<sign>\?[2”\"]|[”\"*’'°])(?= \d)")
"""Between two numbers, as in a table, the raised 2 is told from a footnote and from a quotation's end."""
_PERCENT = re.compile(r" (?<=\d.)(?P<sign>[$S&8]%|%[o&e]|[°º”“\"'][o%])(?![\w%])")
"""The two rings of % and its stroke are a ring, a quotation mark and an o to the models."""


def units(content: str) -> Iterator[Change]:
    """The changes that give measures their signs, in order."""
    found = [(one, "²", "square") for one in _SQUARE.finditer(content)]
    found += [(one, "²", "square") for one in _RAISED.finditer(content)]
    found += [(one, "%", "percent") for one in _PERCENT.finditer(content)]
    for one, text, reason in sorted(found, key=lambda item: item[0].start("sign")):
        yield Change(one.start("sign"), one.end("sign"), text, reason, 0.9)
