"""The words before a number that say whose it is."""

from __future__ import annotations

import re
from enum import Enum, auto

_REACH = 60
_GAP = r"[^0-9\n]{0,40}(?:\n[^0-9\n]{0,40}){0,1}"
"""What may stand between a label and its number: the rest of its line, and the line below it."""
_PERSONAL = re.compile(
    r"(?<![^\W\d_])(?:p(?:ers(?:[o0]n)?)?[-. ]{0,2}(?:nr|nu[a-zå]{2,7})|samordnings?[- ]?(?:nr|nu\w{3,7})"
    r"|samnr|födelse(?:nr|nummer)|personbeteckning\w*|person[- ]?id\w*"
    r"|person-?[ ]?(?:/|och|eller)[ ]?org\w*[-. ]{0,2}(?:nr|nummer)?)",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"(?<![^\W\d_])(?:född[ae]?|fdd|födelse(?:datum|tid)|f)(?:[ ]den)?[ .:,]{0,3}$", re.IGNORECASE
)
_TELEPHONE = r"tel(?:efon(?:nummer|nr)?|nr)?|tfn|mob(?:il(?:telefon|nummer|nr)?)?|fax(?:nr)?|växeln?|sms"
_MATTER = (
    r"d[ ]?nr|diarie(?:nr|nummer|beteckning|fört)|diarienr|ärende(?:t|nr|nummer|beteckning)?"
    r"|beteckning|mål(?:nr)?|faktura(?:n|nr|nummer)?|fakt|ocr|order|beställning|best|ref(?:erens)?|verifikation|ver|avtal|kund|löp|serie"
    r"|artikel|art|isbn|issn|iban|konto|clearing|bankgiro(?:t)?|bg|plusgiro(?:t)?|postgiro(?:t)?|pg|swish|dokument"
    r"|handling"
)
_OTHER = re.compile(
    rf"(?<![^\W\d_])(?:(?P<telephone>{_TELEPHONE})|(?P<matter>{_MATTER}))"
    r"s?[- .]{0,2}(?:nr|nummer|n:?o|id)?[ .:]{0,4}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"[ ]?[(\[,]?[ ]?(?:pnr|pers(?:on)?\.?[ ]?(?:nr|nummer))(?![a-zåäö])", re.IGNORECASE)


class Label(Enum):
    """What the words about a number call it."""

    PERSONAL = auto()
    """A personal number, whatever it looks like."""
    BORN = auto()
    """The day of somebody's birth, at least."""
    TELEPHONE = auto()
    MATTER = auto()
    """The number of a matter, an invoice, an account."""
    NONE = auto()


def label_of(content: str, start: int, end: int) -> Label:
    """What stands nearest before `content[start:end]`, or right behind it."""
    before = content[max(0, start - _REACH) : start]
    other = _OTHER.search(before)
    if other:
        return Label.TELEPHONE if other["telephone"] else Label.MATTER
    if _BORN.search(before):
        return Label.BORN
    labels = list(_PERSONAL.finditer(before))
    last = labels[-1] if labels else None
    if last and re.fullmatch(_GAP, before[last.end() :]):
        return Label.PERSONAL
    return Label.PERSONAL if _BEHIND.match(content, end) else Label.NONE
