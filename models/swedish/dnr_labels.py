"""What documents call a diarienummer where they print one."""

from __future__ import annotations

DNR_LABEL = (
    r"(?:D[ ]?nr|Diarie[ -]?nr|Diarienummer|Diariebeteckning|Ärende[ ]?nr|Ärendenummer|Ärendebeteckning"
    r"|Ärende-ID|Beteckning)(?![A-Za-zÅÄÖåäö])"
)
"""A pattern for the label, to be used without regard to case."""
