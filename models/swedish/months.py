"""The names of the months."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
    "november", "december",
)  # fmt: skip
MONTH = f"(?:{'|'.join(MONTHS)})"
"""A pattern of one of them."""
_SHORTEST, _LONG = 4, 6
"""A word of so many letters may be a month with one read wrong; a month of so many, with two."""


def month_near(read: str) -> str | None:
    """The month that `read` (lower case) most likely is, but for a letter or two; None for none or itself."""
    if len(read) < _SHORTEST:
        return None
    for month in MONTHS:
        most = 2 if len(month) >= _LONG else 1
        if 0 < Levenshtein.distance(read, month, score_cutoff=most) <= most:
            return month
    return None
