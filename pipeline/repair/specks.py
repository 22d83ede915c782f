"""The signs between words as they most likely were printed: dashes, stops, and specks read as signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import exp, log

from models.swedish.tagger.alphabet import code_of
from pipeline.repair.gate import Stretch
from pipeline.repair.mending import Mending
from pipeline.repair.words import Reader

DASHES = frozenset("-–—")
_SURE, _STOP_SURE, _SPECK_SURE, _NEVER = log(0.7), log(0.85), log(0.95), 1.0
"""How sure (a logarithm) the tagger must be of a sign, of a stop for a comma or a comma for a stop, and of a
colon behind a word being a speck."""
_SPECKS = frozenset(".,:;_‘`´“”»«°~|*•")
"""Signs that dirt on the paper is read as."""
_STOPS = frozenset(".,")
_ENDS = frozenset(".:;")
_CAPITAL = re.compile(r"\s*[A-ZÅÄÖ]")
"""Behind the end of a sentence."""
_NEXT_PARAGRAPH = re.compile(r"[ \t]*\n[ \t]*\n\s*(?:\d+\s+)?[A-ZÅÄÖ][a-zåäö]")
"""Behind the last sign of a paragraph: the next one, perhaps behind a page's number."""
_NO_STOP, _STOP_MAY_BE = -9.0, log(0.2)
_END_SURE = 0.995
_QUOTES = frozenset("“”«»")
_QUOTE = re.compile("[“”„«»]")
_QUOTED = 80
"""A quotation mark with another one so near is no speck."""


def mend_signs(reader: Reader, free: Iterable[Stretch]) -> Iterator[Mending]:
    """What to put for signs and blanks in the `free` stretches of what is read, where no word is."""
    for low, high in free:
        for at in range(low - reader.start, high - reader.start):
            own = reader.labelled.text[at]
            text, weight = reader.labelled.likeliest(at, at + 1)
            if own == "," and _ends_paragraph(reader, at):
                yield Mending(reader.start + at, own, ".", _END_SURE)
            elif (
                text != own and weight >= _least(reader, at, text) and _may_be(reader.labelled.text, at, text)
            ):
                yield Mending(reader.start + at, own, text, exp(weight))


def _ends_paragraph(reader: Reader, at: int) -> bool:
    """Whether a comma is the last sign of a paragraph, and the tagger thinks it may well be a full stop."""
    may_be = reader.labelled.said.here.log_of(at, code_of("."), _NO_STOP) >= _STOP_MAY_BE
    return may_be and _NEXT_PARAGRAPH.match(reader.content, reader.start + at + 1) is not None


def _least(reader: Reader, at: int, text: str) -> float:
    """How sure the tagger must be of `text`; of words in capitals it can't see where sentences end."""
    content, place = reader.content, reader.start + at
    opens = _CAPITAL.match(content, place + 1) is not None
    if content[place] in _STOPS and text in _STOPS:
        return _STOP_SURE if opens == (text == ".") else _NEVER
    touches = not content[max(place - 1, 0) : place].isspace()
    if content[place] in _ENDS and opens and touches:
        return _NEVER
    if content[place] == "," and touches:
        return _NEVER
    return _SPECK_SURE if content[place] == ":" and touches else _SURE


def _may_be(read: str, at: int, text: str) -> bool:
    """Whether a sign may be mended so: no figure changes, nor a sign beside one, but a dash."""
    own, before, behind = read[at], read[max(at - 1, 0) : at], read[at + 1 : at + 2]
    if own in DASHES and text in DASHES:
        alone = not (before.strip() or behind.strip())
        return text != "-" or not alone
    if own in _QUOTES and len(_QUOTE.findall(read, max(at - _QUOTED, 0), at + _QUOTED)) > 1:
        return False
    if own == "‘" and "’" in read[at : at + _QUOTED]:
        return False
    square = read[max(at - 2, 0) : at] == " m"
    gone = own in _SPECKS and text in {"", " "} and not square
    return (gone or {own, text} <= _STOPS) and not any(map(str.isdigit, before + behind))
