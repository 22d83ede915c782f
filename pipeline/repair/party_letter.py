"""The party letter s behind a name, which is read as 8 or 5."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from models.swedish.names import NAME_WORD
from models.swedish.parties import is_party
from models.text import Change

_NAMED = rf"{NAME_WORD}[ ](?:{NAME_WORD}|\w+[ ]{NAME_WORD})[ ]?"
_BRACKETED = re.compile(rf"{_NAMED}\((?P<letters>[A-Za-zÅÄÖåäö]{{1,4}})\)")
_DAMAGED = re.compile(rf"{_NAMED}\((?P<sign>[85$§])\)")
_BRACE = re.compile(r"\([A-ZÅÄÖa-zåäö]{1,4}(?P<sign>\})")
_LEAST = 2
"""So many names with a party in brackets show that the document prints parties so."""


def party_letter(content: str) -> Iterator[Change]:
    """A figure in brackets behind a name, where other names of the document have their party there."""
    printed = [found["letters"] for found in _BRACKETED.finditer(content) if is_party(found["letters"])]
    if len(printed) < _LEAST:
        return
    small = Counter(letters.islower() for letters in printed)
    letter = "s" if small[True] > small[False] else "S"
    for found in _DAMAGED.finditer(content):
        yield Change(*found.span("sign"), letter, "party letter", 0.92)


def brace(content: str) -> Iterator[Change]:
    """The bracket behind a party, read as a brace."""
    return (Change(*found.span("sign"), ")", "brace", 0.97) for found in _BRACE.finditer(content))
