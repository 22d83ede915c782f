"""Connections: who is slow to ask, or opens too many, leaves room for others."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import ClassVar

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

REQUEST_SECONDS = 20
"""In which a request must come whole, from its connection or the answer before."""
MOST_OF_ONE = 16
"""Connections that one address may have open at a time; a browser takes six."""
_COMING = frozenset({h11.IDLE, h11.SEND_BODY})


class Patient(H11Protocol):
    """Ends connections on which no whole request comes in time, and those that are one address's too many."""

    seconds: ClassVar[float] = REQUEST_SECONDS
    most_of_one: ClassVar[int | None] = None
    """None where all come from one proxy, or from this machine."""
    open_ones: ClassVar[Counter[str]] = Counter()
    _late: asyncio.TimerHandle | None = None
    _from: str = ""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Count it, and begin to wait."""
        super().connection_made(transport)
        self._from = self.client[0] if self.client else ""
        self.open_ones[self._from] += 1
        if self.most_of_one is not None and self.open_ones[self._from] > self.most_of_one:
            transport.abort()
        else:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Count it no more."""
        super().connection_lost(exc)
        self._wait_no_more()
        self.open_ones[self._from] -= 1
        if self.open_ones[self._from] <= 0:
            del self.open_ones[self._from]

    def data_received(self, data: bytes) -> None:
        """Wait on, or no more where the request is whole."""
        super().data_received(data)
        if self.conn.their_state in _COMING:
            self._wait()
        else:
            self._wait_no_more()

    def _wait(self) -> None:
        if self._late is None:
            self._late = self.loop.call_later(self.seconds, self.transport.abort)

    def _wait_no_more(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None


def patient(most_of_one: int | None) -> type[Patient]:
    """The protocol of one server's connections, which counts them apart from other servers'."""

    class OfOneServer(Patient):
        """Its connections."""

    OfOneServer.most_of_one, OfOneServer.open_ones = most_of_one, Counter()
    return OfOneServer
