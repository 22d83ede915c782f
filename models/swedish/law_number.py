"""The numbers of laws in brackets behind their names, where the colon was lost or misread."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.text import Change

_NUMBER = re.compile(r"\((1[6-9]\d\d|20[0-4]\d)([-.;,/·*] ?|\d(?=\d{4}\))|)(\d{1,4})\)")
"""Year and number as the Swedish Code of Statutes (SFS) has them; the middle of nine figures is the colon."""
_LAW = re.compile(r"(?:[Ll]ag|[Bb]alk|[Ff]\S{1,2}rordning|[Kk]ung\S{1,2}relse|[Ss]tadga)(?:en|n)?s?$")
"""The end of a law's name; of ö that may still be misread."""
_NO_LAW = re.compile(
    r"(?:\bbo|under|\bf\S{1,2}r|\b(?:f\S{1,2}r|an|av|upp|om|in|ut|be|till|\S{1,2}ver)s)lag\w*$", re.IGNORECASE
)
"""A company, a basis, a publisher; a proposal, a grant and the like."""
_LONGEST = 40
_YEARS = 60
"""Two years so near, with a hyphen between, are a stretch of time."""


def law_number(content: str) -> Iterator[Change]:
    """The brackets whose number lacks its colon and stands behind the name of a law: "lagen (2004-1199)"."""
    for found in _NUMBER.finditer(content):
        before = content[max(0, found.start() - _LONGEST) : found.start()].rstrip()
        is_law = _LAW.search(before) and not _NO_LAW.search(before)
        if is_law and not _are_years(found):
            yield Change(*found.span(), f"({found[1]}:{found[3]})", "law number", 0.93)


def _are_years(found: re.Match[str]) -> bool:
    return found[2].startswith("-") and 0 <= int(found[3]) - int(found[1]) <= _YEARS
