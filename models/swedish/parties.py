"""Parties: the codes that stand after names, and the years in which each was used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from models.swedish.table import rows_of

NONE_PRINTED = "-"
"""What "(-)" says: the person belongs to no party."""
_LOCAL = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}|[A-ZÅÄÖ]!|[a-zåäö]{1,4}")


@dataclass(frozen=True, slots=True)
class Party:
    """A party's code; `valid_from` and `until` are years or months (EDTF), None where nobody knows."""

    code: str
    name: str
    valid_from: str | None
    until: str | None
    printed: tuple[str, ...]


@cache
def parties() -> dict[str, Party]:
    """Every party of the table by its code."""
    return {
        row["code"]: Party(
            row["code"],
            row["name"],
            row["from"] or None,
            row["until"] or None,
            tuple(row["printed"].split()),
        )
        for row in rows_of("parties")
    }


def is_party(printed: str) -> bool:
    """Whether the table knows this code, in any case of its letters."""
    return printed.upper() in parties() or printed == NONE_PRINTED or printed.casefold() == "f!"


def may_be_local(printed: str) -> bool:
    """Whether it has the form of a code, so that it may be a local party's that the table lacks."""
    return bool(_LOCAL.fullmatch(printed))


def party_at(printed: str, date: str | None) -> str | None:
    """The code, in capitals, of what is printed in a document of `date` (EDTF); None for "(-)".

    A code of another time ("L" in 2010) keeps its letters: what the document says is never replaced.
    """
    if printed == NONE_PRINTED:
        return None
    code = printed.upper()
    if code in parties() or date is None:
        return code
    fitting = [p for p in parties().values() if printed.casefold() in p.printed and _held(p, date)]
    return fitting[0].code if fitting else code


def in_use(code: str, date: str) -> bool:
    """Whether a party used this code at `date` (EDTF); a code that the table lacks may be a local party's."""
    party = parties().get(code)
    return party is None or _held(party, date)


def _held(party: Party, date: str) -> bool:
    after = party.valid_from is None or date[: len(party.valid_from)] >= party.valid_from[: len(date)]
    return after and (party.until is None or date[: len(party.until)] <= party.until[: len(date)])


PRINTED = r"\(\s?(?:[A-Za-zÅÄÖåäö]{1,5}!?|-|[Kk][Pp][Mm][Ll]\([Rr]\))\s?\)"
"""A pattern for a party in brackets after a name."""
