"""Lists that print the surname first, put into the order in which names are spoken."""

from __future__ import annotations

from models.matter import Attendance
from models.swedish.names import is_given

_MOST = 0.6
"""The share of a list's names that must be turned for the list to be one that prints the surname first."""
_FEW = 3


def spoken(people: tuple[Attendance, ...]) -> tuple[Attendance, ...]:
    """Those present, each with given name before surname ("Ek Anna" in a list where most are so printed)."""
    partied = [person for person in people if person.party]
    turned = sum(_is_turned(person.name) for person in partied)
    if turned < _FEW or turned < _MOST * len(partied):
        return people
    return tuple(_turn(person) if not is_given(person.name.split()[0]) else person for person in people)


def _is_turned(name: str) -> bool:
    first, *_, last = name.split()
    return is_given(last) and not is_given(first)


def _turn(person: Attendance) -> Attendance:
    replaces = _turned(person.replaces) if person.replaces else None
    return person.model_copy(update={"name": _turned(person.name), "replaces": replaces})


def _turned(name: str) -> str:
    """The name with its first word last."""
    first, *rest = name.split()
    return " ".join([*rest, first])
