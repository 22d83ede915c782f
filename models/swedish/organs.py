"""Which body a printed name means: one key for "KS", "Kommunstyrelse" and "kommunstyrelsens"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from models.swedish.bodies import by_abbreviation

_OWNED = re.compile(r"(?P<owner>.+(?:nämnden|nämnd|styrelsen|styrelse|fullmäktige|förbundet))s (?P<name>\S+)")
_ENDING = re.compile(
    r"(nämnd|beredning|revision|revisorer|delegation|styrelse|kammare|kommitté|stämma|utskott|råd|fullmäktige)"
    r"(?:en|n|et|na)?s?$"
)
"""The last part of a body's name, and what it takes when it is definite, a genitive or both."""
_COUNCIL = re.compile(r"(?:kommun|kommunal|stads|köpings|landstings|region)?fullmäktige")


@dataclass(frozen=True, slots=True)
class Organ:
    """A body as it is compared, in lower case and indefinite; `owner` is the body that it is a part of.

    The owner is None where it has none or where it isn't known.
    """

    name: str
    owner: str | None = None

    def may_be(self, other: Organ) -> bool:
        """Whether both can be the same body: an owner that isn't known can be any."""
        return self.name == other.name and (
            self.owner == other.owner or self.owner is None or other.owner is None
        )


def organ_of(printed: str | None, within: Organ | None = None) -> Organ | None:
    """The body that is meant by a name or abbreviation in a document of the body `within`.

    None where nothing is printed, or only a word such as "nämnden" that `within` doesn't explain. A
    municipality has one council, whatever it was called in its time.
    """
    text = _in_full(printed or "")
    owned = _OWNED.fullmatch(text)
    name = _bare(owned["name"] if owned else text)
    if not name:
        return None
    if owned:
        return Organ(name, _bare(owned["owner"]))
    if name in {"nämnd", "styrelse", "utskott"}:
        return within if within and within.name.endswith(name) else None
    return Organ(name, _owner(within)) if name.endswith("utskott") else Organ(name)


def _in_full(printed: str) -> str:
    text = " ".join(unicodedata.normalize("NFC", printed).split())
    short = re.sub(r"[ .-]", "", text).upper()
    return by_abbreviation().get(short, text).casefold()


def _bare(name: str) -> str:
    bare = _ENDING.sub(r"\1", name)
    return "fullmäktige" if _COUNCIL.fullmatch(bare) else bare


def _owner(within: Organ | None) -> str | None:
    """Whose utskott is meant: in minutes of the council or board the board's, else that of the body."""
    if within is None:
        return None
    if within.owner:
        return within.owner
    if within.name in {"fullmäktige", "kommunstyrelse"}:
        return "kommunstyrelse"
    return within.name if within.name.endswith("nämnd") else None
