"""What documents call a diarienummer where they print one."""

from __future__ import annotations

_MISREAD = r"D(?:[aiouü]r|n[fit]|NE)(?=:?[ ]{1,3}\d{1,5}/\d\d(?!\d))"
"""What recognition makes of "Dnr", where a number of that kind follows."""
DNR_LABEL = (
    r"(?:D[ ]?nr|Diarie[ -]?nr|Diarienummer|Diariebeteckning|Ärende[ ]?nr|Ärendenummer|Ärendebeteckning"
    rf"|Ärende-ID|Beteckning|{_MISREAD})(?![A-Za-zÅÄÖåäö])"
)
"""A pattern for the label, to be used without regard to case."""
