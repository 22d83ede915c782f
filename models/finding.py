"""What the program could not do or is unsure of: data beside the result, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error makes its document partial."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


UNREAD = "page-unread"
"""The code of a page that could not be read: there are no words of it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on a page (from 1) or, with `page` None, on the whole document."""

    code: str
    severity: Severity
    message: str
    page: int | None = None
