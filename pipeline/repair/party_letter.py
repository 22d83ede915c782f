"""The party behind a name: the letter s read as 8 or 5, a letter read twice, a bracket read as a brace."""

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
_TWICE = re.compile(rf"{_NAMED}\((?P<letter>[A-ZÅÄÖ])(?P<again>[a-zåäö])\)")
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


def party_letter_twice(content: str) -> Iterator[Change]:
    """The one letter of a party behind a name, read as a capital and again as a small one: "(Vv)"."""
    for found in _TWICE.finditer(content):
        if found["again"] == found["letter"].lower() and is_party(found["letter"]):
            yield Change(*found.span("again"), "", "party letter", 0.95)


def brace(content: str) -> Iterator[Change]:
    """The bracket behind a party, read as a brace."""
    return (Change(*found.span("sign"), ")", "brace", 0.97) for found in _BRACE.finditer(content))
