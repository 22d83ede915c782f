"""Who kept the minutes, where a sentence before the first item tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.matter import Attendance
from models.outline import Part
from models.swedish.marks import loose
from models.swedish.names import NAME_WORD
from models.swedish.roles import is_address, is_role
from models.vocabulary import Capacity

_NAME = rf"(?:{NAME_WORD}|[A-ZÅÄÖ]\.)(?:[ ](?:{NAME_WORD}|[A-ZÅÄÖ]\.)){{0,3}}[ ]{NAME_WORD}"
_TITLE = r"(?:(?!för)[\w-]{3,30},?\s+){0,3}?"
"""Words between the verb and the name: "kommunalkamreren"."""
_KEPT = re.compile(
    loose(
        rf"\b(?:(?-i:Sekreterare|Protokollförare)\s+(?:var|är|vid\s+sammanträdet\s+var)"
        rf"|(?-i:Protokoll(?:et)?)\s+(?:fördes|för[ea]s|förd)(?:\s+vid\s+sammanträdet)?\s+a[vf])"
        rf"\s+{_TITLE}(?-i:(?P<by>{_NAME}))"
        rf"|(?-i:(?P<self>{_NAME}))\s+(?:förde|för)\s+(?:dagens\s+)?protokollet\b"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Keeper:
    """The name and where it stands in `text.content`."""

    name: str
    start: int
    end: int


def keeper_told(part: Part) -> Keeper | None:
    """Whom a sentence of the front page says to have kept the minutes ("Protokollet fördes av Anna Ek")."""
    end = part.items[0].sign.start if part.items else len(part.text.content)
    found = _KEPT.search(part.text.content, 0, end)
    if found is None:
        return None
    group = "by" if found["by"] else "self"
    start, end = found.span(group)
    while is_role(part.text.content[start:end].split()[0]) or is_address(
        part.text.content[start:end].split()[0]
    ):
        start = part.text.content.index(" ", start) + 1
    return Keeper(part.text.content[start:end], start, end)


def with_keeper(part: Part, keeper: Keeper | None, present: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """Those present and the keeper of the minutes, who is an official where no list names him or her."""
    known = {person.name.casefold() for person in present}
    if keeper is None or not present or keeper.name.casefold() in known:
        return tuple(present)
    places = part.text.places(keeper.start, keeper.end, "told to keep the minutes")
    return (
        *present,
        Attendance(name=keeper.name, party=None, capacity=Capacity.TJANSTEPERSON, places=places),
    )
