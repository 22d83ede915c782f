"""The body that a § is cited from: an abbreviation or a name that stands by it."""

from __future__ import annotations

import re

from models.swedish.bodies import by_abbreviation

_ENDING = (
    r"(?:fullmäktige|styrelse(?:n)?|nämnd(?:en)?|utskott(?:et)?|beredning(?:en)?|kammare(?:n)?"
    r"|revision(?:en)?)"
)
_NAME = re.compile(
    rf"(?:(?P<owner>[A-ZÅÄÖ][\w/-]+)[ \n]+)?(?P<name>\b(?:[A-ZÅÄÖ]\w+-,? och )?[\wÅÄÖåäö-]*{_ENDING})s?\b"
    r"(?! (?:kontor|förvaltning|ordförande|ledamöter|presidi|kansli))"
)
_SPELLINGS = sorted(
    {form for short in by_abbreviation() if short != "KR" for form in (short, short.capitalize())}, key=len
)
_PART_OF_KS = ("KSau", "Ksau", "ksau", "KS au", "KS AU", "Ks au", "Ks Au")
ABBREVIATION = rf"(?:{'|'.join(map(re.escape, reversed([*_SPELLINGS, *_PART_OF_KS])))})"
"""A body's abbreviation as it is printed: in capitals, or with one ("Kf")."""
_ABBREVIATED = re.compile(rf"(?<![\w/.-]){ABBREVIATION}(?![\w/])(?!-[\w])")


def full_name(printed: str) -> str:
    """The body's name in full, its abbreviation resolved."""
    return by_abbreviation().get(printed.upper().replace(" ", ""), printed)


def nearest_body(text: str) -> str | None:
    """The last body that `text`, what stands before a §, names."""
    found = [(match.end(), full_name(match[0])) for match in _ABBREVIATED.finditer(text)]
    found += [(match.end(), _name(match)) for match in _NAME.finditer(text)]
    return max(found)[1] if found else None


def _name(match: re.Match[str]) -> str:
    owner, name = match["owner"], match["name"]
    part_of = owner is not None and owner.endswith("s") and "utskott" in name
    local = owner is not None and name.endswith("nämnd") and name[0].islower()
    if owner and (part_of or local or name in {"nämnden", "utskottet", "styrelsen"}):
        return f"{owner} {name}"
    return name[0].upper() + name[1:]
