"""Who has logged in with a browser: in memory alone, so that all end with the service."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

SECONDS = 12 * 3600
"""A long working day; then the token is asked for again."""
_SECRET_BYTES = 32
_MOST = 1000
"""Sessions that are kept; the oldest ends when there is one more."""


class Sessions:
    """Secrets that stand for a token in a browser's cookie; of each only its SHA-256 is kept."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun: OrderedDict[str, tuple[str, float]] = OrderedDict()

    def begin(self, token: str) -> str:
        """The secret of a new session of whoever shows `token`."""
        session = secrets.token_urlsafe(_SECRET_BYTES)
        self._begun[_digest(session)] = (token, self._clock() + SECONDS)
        if len(self._begun) > _MOST:
            self._begun.popitem(last=False)
        return session

    def token(self, session: str) -> str | None:
        """The token of a session that goes on."""
        key = _digest(session)
        token, ends = self._begun.get(key, (None, 0))
        if self._clock() >= ends:
            self._begun.pop(key, None)
            return None
        return token

    def end(self, session: str) -> None:
        """End a session, if it goes on."""
        self._begun.pop(_digest(session), None)


def _digest(session: str) -> str:
    return hashlib.sha256(session.encode("utf-8", "surrogatepass")).hexdigest()
