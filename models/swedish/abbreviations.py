"""Abbreviations with full stops, a letter or stop of which was read as another: "m-fl.", "t.cx.", "s-k."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.text import Change

_KNOWN = (
    "etc.", "t.ex.", "bl.a.", "m.m.", "m.fl.", "d.v.s.", "o.s.v.", "fr.o.m.", "t.o.m.", "s.k.", "p.g.a.",
    "f.d.", "f.n.", "f.ö.", "u.p.a.", "o.dyl.", "e.d.", "m.a.o.", "i.st.f.", "t.v.", "e.m.", "f.m.",
)  # fmt: skip
_LOOKS = str.maketrans("cI1|-,", "elll..")
"""What a letter or stop is read as, and one of what look alike."""
_FORM = {known.translate(_LOOKS): known for known in _KNOWN}
_MAY_BE = re.compile(r"(?<=[a-zåäö\d,] )(?:[a-zåäöI1|]{1,3}[.,-]){1,4}(?=[ \n])")


def abbreviations(content: str) -> Iterator[Change]:
    """The abbreviations that stand wrong inside a sentence, in order."""
    for found in _MAY_BE.finditer(content):
        known = _FORM.get(found[0].translate(_LOOKS))
        if known and known != found[0]:
            yield Change(*found.span(), known, "abbreviation", 0.93)
