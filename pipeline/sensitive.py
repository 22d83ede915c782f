"""What must be looked at before a document is published: personal numbers, and what is said to be secret."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from models.finding import Severity
from models.record import Record, RecordFinding
from models.swedish.marks import loose
from models.text import PAGE_BREAK

_SECRET = re.compile(
    loose(
        r"\bsekretess(?:belag|belägg|märk|skydd|prövning)\w*|\bomfattas a[vf] (?:\w+ )?sekretess\w*"
        r"|\bsekretess (?:enligt|gäller|råder|föreligger)|^[ ]*sekretess[ ]*:?[ ]*$"
        r"|\bskyddade? (?:personuppgifter|identitet|folkbokföring)\b"
        r"|\bhemlig(?:stäm[p]?l\w*|hållande|handling)\b"
        r"|\b\d{1,2}[ ]?kap\.?[^.\n]{0,30}(?:\bOSL\b|offentlighets- och sekretesslagen)"
        r"|(?:\bOSL\b|offentlighets- och sekretesslagen)[^.\n]{0,30}\b\d{1,2}[ ]?kap\b"
    ),
    re.IGNORECASE | re.MULTILINE,
)
"""Words of the Public Access to Information and Secrecy Act (OSL, 2009:400) that are said of a document."""
_SHOWN = 10


def sensitive(record: Record) -> Iterator[RecordFinding]:
    """One finding for the personal numbers and one for what is said to be secret, with their pages alone."""
    pages = [number.places[0].page for number in record.personal_numbers if number.places]
    if pages:
        count = "1 personal number" if len(pages) == 1 else f"{len(pages)} personal numbers"
        message = f"{count} on {_named(pages)}: publish with export --public, which masks them"
        yield _finding("personal-number", pages[0], message)
    breaks = [found.start() for found in re.finditer(PAGE_BREAK, record.text)]
    secret = [
        record.part.page_from + bisect_right(breaks, found.start()) for found in _SECRET.finditer(record.text)
    ]
    if secret:
        message = f"sekretess is spoken of on {_named(secret)}: look before it is published"
        yield _finding("secrecy", secret[0], message)


def _finding(code: str, page: int, message: str) -> RecordFinding:
    return RecordFinding(code=code, severity=Severity.WARNING, page=page, message=message)


def _named(pages: list[int]) -> str:
    each = sorted(set(pages))
    shown = ", ".join(map(str, each[:_SHOWN])) + (" ..." if len(each) > _SHOWN else "")
    return f"page {shown}" if len(each) == 1 else f"pages {shown}"
