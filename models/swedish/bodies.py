"""Bodies of municipalities: their abbreviations, and the endings that the name of a body has."""

from __future__ import annotations

import re
from functools import cache

from models.swedish.marks import loose
from models.swedish.table import rows_of

_ENDINGS = loose(
    r"nämnd(?:en)?|styrelse(?:n)?|fullmäktige|utskott(?:et)?|beredning(?:en)?|revision(?:en)?|revisorer(?:na)?"
    r"|presidiet|presidium|kollegium|kollegiet|drätselkammare(?:n)?|kommitté(?:n)?|delegation(?:en)?|direktion(?:en)?"
    r"|(?:kommunal|socken|kyrko)stämma(?:n)?|(?:kyrko|skol)råd(?:et)?"
)
_FIRST = r"(?:[A-ZÅÄÖ][\w/]{0,40}(?:-(?=[ ])|-[\w/]+)?)"
_OWNER = r"(?:[A-ZÅÄÖ][\w/-]{0,40}(?:nämndens|styrelsens|fullmäktiges|förbundets|kommuns|stads)[ ]+)"
NAME = re.compile(
    rf"{_OWNER}?(?:{_FIRST}[ ]+)?(?:(?:och|samt)[ ]+)?(?:[A-ZÅÄÖa-zåäö][\w/-]{{0,40}}-?)?(?:{_ENDINGS})"
    rf"|[A-ZÅÄÖ]\w+[ ]+nämnden|Nämnden[ ]för[ ]\w+(?:[ ]och[ ]\w+)?",
    re.IGNORECASE,
)
"""The name of a body and nothing else: for a whole line or cell."""
_INSIDE = re.compile(
    rf"\b(?:{_OWNER}\w{{0,40}}|[A-ZÅÄÖ][\w/]{{0,40}}(?:-[ ](?:och|samt)[ ])?[\w/-]{{0,40}})(?:{_ENDINGS})s?\b"
)
BODY_WORD = (
    r"[\w-]{0,40}(?:fullmäktige|nämnden|styrelsen|utskottet|beredningen|stämman|kammaren|revisionen"
    r"|revisorerna|rådet|direktionen)"
)
"""A pattern for the last word of a body's name in running text, to be used without regard to case."""
_LONGEST = 120
"""No body has a name of more letters."""
_NOT_BODIES = re.compile(
    r"(?i:\b(?:styrdokument|ledningsgrupp|bolagsstyrelse|delberedning|länsstyrelse|socialstyrelse"
    r"|\w*överstyrelse|byggnadsstyrelse|medicinalstyrelse|lantbruksstyrelse|vägstyrelse)\w*)"
)
"""Words that end as bodies do; among them the authorities of the state."""


@cache
def by_abbreviation() -> dict[str, str]:
    """The full name of a body by its abbreviation in capitals."""
    return {row["abbreviation"]: row["name"] for row in rows_of("bodies")}


def body_named(text: str) -> str | None:
    """The body that `text`, a whole line or cell, is the name of; an abbreviation is given in full."""
    if len(text) > _LONGEST:
        return None
    stripped = text.strip().rstrip(".,:")
    if stripped.upper() in by_abbreviation():
        return by_abbreviation()[stripped.upper()]
    if NAME.fullmatch(stripped) and len(stripped) < 80:
        return _as_name(stripped)
    return None


def bodies_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where the text names a body with a capital letter."""
    return tuple(found.span() for found in _INSIDE.finditer(text) if not _NOT_BODIES.search(found[0]))


def _as_name(printed: str) -> str:
    return printed.capitalize() if printed.isupper() else printed[0].upper() + printed[1:]
