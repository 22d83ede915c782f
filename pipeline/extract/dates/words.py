"""The Swedish words of the calendar: months as printed and as damaged, seasons, quarters."""

from __future__ import annotations

from rapidfuzz.distance import OSA

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
    "november", "december",
)  # fmt: skip
_OTHER_SPELLINGS = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "august": 8, "sep": 9,
    "sept": 9, "okt": 10, "nov": 11, "dec": 12, "october": 10, "januarii": 1, "februarii": 2, "martii": 3,
    "aprilis": 4, "junii": 6, "julii": 7,
}  # fmt: skip
_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)} | _OTHER_SPELLINGS
FULL_MONTH = rf"(?:{'|'.join(MONTHS)})"
_ABBREVIATED = rf"(?:{'|'.join(name for name in _NUMBERS if len(name) < 6 and name not in MONTHS)})"
ANY_MONTH = rf"(?:(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b|{_ABBREVIATED}\.)"

_SEASON_STEMS = {"vår": 21, "sommar": 22, "höst": 23, "vinter": 24}
SEASON = r"(?:våren|vårterminen|vår|vt|sommaren|sommar|hösten|höstterminen|höst|ht|vintern|vinter)"
_SEASON_SHORT = {"vt": 21, "ht": 23}

QUARTERS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "sista": 4}
HALVES = {"första": 1, "andra": 2, "sista": 2}


def month_number(word: str) -> int | None:
    """The month that `word` names, also with a letter or two damaged; None for any other word.

    Short names bear less: of four or five letters one may be wrong, of three none, and the month must be
    the only one so near ("juli" and "juni" differ in one letter).
    """
    folded = word.casefold().strip(".:")
    if folded in _NUMBERS:
        return _NUMBERS[folded]
    mended = folded.replace("rn", "m")
    allowed = 2 if len(folded) >= 6 else 1 if len(folded) >= 4 else 0
    near: dict[int, int] = {}
    for number, name in enumerate(MONTHS, 1):
        distance = min(OSA.distance(form, name, score_cutoff=allowed) for form in (folded, mended))
        if len(name) >= 4 and distance <= min(allowed, 2 if len(name) >= 6 else 1):
            near[number] = distance
    closest = [number for number, distance in near.items() if distance == min(near.values())]
    return closest[0] if len(closest) == 1 else None


def season_code(word: str) -> int:
    """The EDTF code of a season, terms of the school year taken as spring and autumn."""
    folded = word.casefold()
    if folded in _SEASON_SHORT:
        return _SEASON_SHORT[folded]
    return next(code for stem, code in _SEASON_STEMS.items() if folded.startswith(stem))
