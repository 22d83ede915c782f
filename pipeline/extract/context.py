"""What is known of a document as a whole before its details are read."""

from __future__ import annotations

from dataclasses import dataclass

from models.record import Municipality
from models.vocabulary import Kind

MINUTES = frozenset({Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG})
"""Documents that tell what a meeting decided."""
MEETING_KINDS = MINUTES | {Kind.KALLELSE, Kind.ANSLAGSBEVIS}
"""Documents whose date is that of a meeting and whose § are its matters."""


@dataclass(frozen=True, slots=True)
class Context:
    """A document's kind, issuer and time: what its abbreviated numbers and dates are read by.

    `body` is in full ("Kommunstyrelsen"); `date` is EDTF; `year` is the document's year where any is known.
    """

    kind: Kind = Kind.OVRIGT
    municipality: Municipality | None = None
    body: str | None = None
    date: str | None = None
    year: int | None = None
