"""The labels over and beside the lists of those present, and as what they say that people sat."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from models.swedish.marks import loose
from models.vocabulary import Capacity

_SUBSTITUTES = r"(?:ersättarna|ersättare[n]?|suppleant(?:er|erna|en)?)"
_HEADERS: tuple[tuple[str, Capacity], ...] = (
    (rf"(?:ej|icke)[ -]+tj(?:änstgörande|g\.?)[ ]+{_SUBSTITUTES}", Capacity.ERSATTARE),
    (r"(?:ej|icke)[ -]+tj(?:änstgörande|g\b\.?)", Capacity.ERSATTARE),
    (rf"(?:närvarande|övriga)[ ]+{_SUBSTITUTES}", Capacity.ERSATTARE),
    (rf"tj(?:änstgörande|g\.?)[ ]+{_SUBSTITUTES}", Capacity.TJANSTGORANDE_ERSATTARE),
    (
        r"(?:(?:närvarande|beslutande|ordinarie|tjänstgörande)[ ]+)?(?:ledamöterna|ledamöter|ledamoten)",
        Capacity.LEDAMOT,
    ),
    (r"(?-i:T)j(?:änstgörande|g\.?)(?=[ ]{2,})", Capacity.TJANSTGORANDE_ERSATTARE),
    (_SUBSTITUTES, Capacity.ERSATTARE),
    (r"(?:namn|ledamot)(?=[ ]{2,}(?:parti|närv|funktion|roll|uppdrag|befattning))", Capacity.LEDAMOT),
    (
        r"(?:(?:närvarande|föredragande|deltagande)[ ]+)?(?:tjänstepersoner|tjänstemän|tjänsteman"
        r"|tjänsteperson)",
        Capacity.TJANSTEPERSON,
    ),
    (r"(?:övriga|dessutom|även)[ ]+(?:närvarande|deltagande|deltagare)", Capacity.OVRIG),
    (r"övriga|gäster|inbjudna", Capacity.OVRIG),
    (r"fackliga(?=[ ]{3,})|(?:arbetstagar|personal)repr(?:\.|esentant(?:er)?)", Capacity.OVRIG),
    (
        r"(?:fackliga|personalens)[ ]+(?:företrädare|representanter|ombud)"
        r"|personal(?:företrädare|representanter)",
        Capacity.OVRIG,
    ),
    (r"samt|dessutom|vidare", Capacity.OVRIG),
)
_REGIONS: tuple[tuple[str, Capacity], ...] = (
    (r"beslut(?:ande|-(?=[ ]{2}))", Capacity.LEDAMOT),
    (
        r"(?:övriga|dessutom|även|vidare)[ ]+(?:närvarande|när-(?=[ ]{2})|deltagande|deltagare)",
        Capacity.OVRIG,
    ),
    (r"övriga(?=[ ]{3,}\S)", Capacity.OVRIG),
    (r"närvarorätt|(?:ej|icke)[ ]+beslutande", Capacity.OVRIG),
    (r"vid[ ]+(?:namn)?upprop[ ]+\w+[ ]+(?:följande[ ]+)?(?:ledamöter[ ]+)?närvarande", Capacity.LEDAMOT),
    (r"närvarande(?:[ ]+(?:beslutande|var))?|närvaro(?:lista|förteckning)?", Capacity.LEDAMOT),
)
_END = re.compile(
    loose(
        r"(?:ut(?:ses?|sedd\w*)[ ]+att|(?:till[ ]+)?att[ ]+justera"
        r"|(?:plats[ ]+och[ ]+tid|tid[ ]+och[ ]+plats)|justering"
        r"|justera(?:re|nde)|underskrifter|sekreterare\b(?![ ]*,)|protokolljusterare|paragraf|omfattning"
        r"|anslag"
        r"|frånvarande|(?:ej|icke)[ ]+närvarande"
        r"|protokollet\b|innehåll|organ\b|datum\b|§[ ]*\d+[ ]+\w|val[ ]+av|ordförande[ ]*(?::|[ ]{2})"
        r"|dagordning|föredragningslista|\w.*[ ]förde[ ]protokollet\b)"
    ),
    re.IGNORECASE,
)
_GUESTS = re.compile(
    loose(
        r"(?:övriga|gäster|inbjudna|(?:fackliga|personalens)[ ]+\w+"
        r"|personal(?:företrädare|representanter))[ :]*"
    ),
    re.IGNORECASE,
)
_HEADER = re.compile(
    "|".join(f"(?P<h{n}>{loose(form)})" for n, (form, _) in enumerate(_HEADERS)), re.IGNORECASE
)
_REGION = re.compile(
    "|".join(f"(?P<r{n}>{loose(form)})" for n, (form, _) in enumerate(_REGIONS)) + r"(?=[ :]|$)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:nr|löpnr)\.?[ ]{2,}", re.IGNORECASE)
"""The head of a column of numbers before the names."""
_REST = re.compile(r"(?:närvarande|deltagande|deltagare)[ :]*[ ]{2,}(?=\S)", re.IGNORECASE)
_AFTER = re.compile(r"[ \t:]*")
_PRESENCE = re.compile(r"närv|tjg|tjänstg", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:parti?|närv(?:aro|arande|\.)?|tjg\.?|ersätter|roll|funktion|uppdrag|befattning|tjänstgör för"
    r"|tjg för|anm(?:ärkning(?:ar)?|\.)?|§§?|paragraf(?:er)?|ja|nej|avst(?:år|\.)?|jäv)(?:[ ]{2,}|$)",
    re.IGNORECASE,
)
"""The head of a column that says something of the people in the column before it."""


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a column: as what those under it sat, and where it begins in its line.

    `presence` says that a column beside it tells of each whether he or she was there.
    """

    capacity: Capacity
    at: int
    presence: bool = False


def region_at(text: str) -> tuple[Capacity, int] | None:
    """What a label at the start of a line says of the lists beside or below it, and where it ends."""
    label = _REGION.match(text)
    if label is None:
        return None
    return next(capacity for n, (_, capacity) in enumerate(_REGIONS) if label[f"r{n}"]), label.end()


def headers_at(text: str, at: int) -> tuple[tuple[Header, ...], int]:
    """The heads of columns that follow one another from `at`, and where they end."""
    found: list[Header] = []
    numbered = _NUMBERED.match(text, at)
    at = numbered.end() if numbered else at
    while header := _HEADER.match(text, at):
        end = skip(text, header.end())
        if end == header.end() < len(text):
            break
        capacity = next(c for n, (_, c) in enumerate(_HEADERS) if header[f"h{n}"])
        found.append(Header(capacity, at))
        at = end
        while aside := _ASIDE.match(text, at):
            at = aside.end()
            found[-1] = replace(
                found[-1], presence=found[-1].presence or _PRESENCE.match(aside[0]) is not None
            )
    return tuple(found), at


def header_of(cell: str) -> Capacity | None:
    """As what those below sat, where the cell is the head of a column and nothing else."""
    named, end = headers_at(cell, 0)
    if len(named) == 1 and end == len(cell):
        return named[0].capacity
    label = region_at(cell)
    return label[0] if label and skip(cell, label[1]) == len(cell) else None


def goes_on(text: str) -> int:
    """How much of the line is the rest of the label above it: "Övriga / närvarande   Anna Ek"; 0 for none."""
    rest = _REST.match(text)
    return rest.end() if rest else 0


def skip(text: str, at: int) -> int:
    """Where the text goes on after the blanks and colons at `at`."""
    found = _AFTER.match(text, at)
    return found.end() if found else at


def ends_lists(text: str) -> bool:
    """Whether the line begins with a label that ends the lists of those present."""
    return text[:1].isupper() and _END.match(text) is not None


def is_of_guests(text: str) -> bool:
    """Whether the head of a column names those who are neither members nor officials."""
    return _GUESTS.fullmatch(text) is not None


def is_of_substitutes(text: str) -> bool:
    """Whether the text is the word for substitutes, as the last part of a label broken over two lines."""
    return re.fullmatch(loose(_SUBSTITUTES), text.strip(" :"), re.IGNORECASE) is not None
