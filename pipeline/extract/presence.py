"""The paragraph of older minutes that tells in running text who was present."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.outline import Line, LineRole, Part
from models.swedish.marks import loose
from models.swedish.names import NAME_WORD
from models.swedish.parties import PRINTED

_OPENS = re.compile(loose(r"(?:vid[ ]\w+[ ](?:voro[ ])?)?närvarande\b"), re.IGNORECASE)
_GROUP = (
    r"(?:ledamötern[ae]|ledamoten|suppleantern[ae]|suppleanten|ersättarna|ersättaren|herrar|fruarna"
    r"|(?:v\.|vice)?[ ]?ordföranden)"
)
_TOLD = re.compile(
    loose(
        rf"(?:[,;]|\b(?:samt|ävensom|jämte|även|och|voro))\s+{_GROUP}[,]?\s+(?:\w+\s+){{0,2}}(?-i:{NAME_WORD})"
    ),
    re.IGNORECASE,
)
"""A group named inside a sentence, which no list has."""
_ADDRESSED = re.compile(
    loose(
        r"närvarande[ ]?(?:voro|vore|var)?[ ]?:?[ ]*(?:\n[ ]*)?"
        r"(?:herr(?:ar|arne)?|hrr|fru|fröken|undertecknad)\b"
    ),
    re.IGNORECASE,
)
"""Those present named with words of address, as no list does."""
_ENDS_LIST = re.compile(
    rf"(?:[^,]{{3,60}},\s+){{2}}.*\b(?:och|samt)\s+{NAME_WORD}\s[^,]{{2,40}}\.", re.DOTALL
)
"""A list of names as a sentence writes it, with its last "och" and its full stop."""
_ONE_A_LINE = re.compile(rf"{NAME_WORD}(?:[ ]{NAME_WORD}){{1,3}}[ ]?{PRINTED}.{{0,40}}")
_LEAST_LISTED = 3
_MOSTLY = 0.7
_PARTY = re.compile(PRINTED)
_GAP = re.compile(r"\S[ ]{3,}\S")
_GOES_ON = re.compile(
    loose(
        r"(?:förfall|frånvarande|förhindra|i[ ]stället|för\b|såsom|suppleant|dessutom|vidare"
        r"|(?:där|här)j(?:ä|e)mte)"
    ),
    re.IGNORECASE,
)
"""How a second paragraph on those present begins."""
_LONGEST = 40
"""A paragraph of more lines has lost its end."""


def present_paragraph(part: Part) -> tuple[Line, ...]:
    """Its lines; empty where those present stand in lists, or where nothing tells of them."""
    front = list(_front(part))
    for n, line in enumerate(front):
        if _OPENS.match(line.text):
            lines = tuple(_until_end(front[n : n + _LONGEST]))
            text = " ".join(each.text for each in lines)
            if _is_list(lines):
                return ()
            if _TOLD.search(text) or _ADDRESSED.match(text) or _is_sentence(lines, text):
                return lines
    return ()


def _is_list(lines: tuple[Line, ...]) -> bool:
    """Whether nearly every line under the first names somebody and ends there."""
    below = lines[1:]
    named = sum(_ONE_A_LINE.fullmatch(line.text) is not None for line in below)
    return len(below) >= _LEAST_LISTED and named >= _MOSTLY * len(below)


def _is_sentence(lines: tuple[Line, ...], text: str) -> bool:
    """Whether names stand in a sentence, as before parties were printed, and in no columns."""
    apart = any(_GAP.search(line.text) for line in lines)
    return not apart and _PARTY.search(text) is None and _ENDS_LIST.search(text) is not None


def _until_end(lines: list[Line]) -> Iterator[Line]:
    """The lines up to an empty one, under which no more is told of those present."""
    for n, line in enumerate(lines):
        if n and line.spaced and not _GOES_ON.match(line.text):
            return
        yield line


def _front(part: Part) -> Iterator[Line]:
    end = part.items[0].sign.start if part.items else len(part.text.content)
    return (line for line in part.lines if line.start < end and line.role is LineRole.BODY)
