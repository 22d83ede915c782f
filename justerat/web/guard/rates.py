"""How often one may ask: enough for who behaves, and nobody can take all from the others."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from justerat.web.guard.rate import Buckets, Rate, network_of, too_many
from justerat.web.guard.who import caller_of
from justerat.web.problems import refused

HERE = Rate(20_000, 2000)
"""The person at this machine, whom nothing but a loop gone wild brings so far."""
KNOWN = Rate(500, 50)
"""Who shows a token: a viewer asks for many pictures at once, a feed for many records in a row."""
UNKNOWN = Rate(100, 5)
"""An address without a token, which gets the page to log in and what that loads."""


class Rates:
    """Refuses who asks too often, with when to try again (RFC 6585, section 4)."""

    def __init__(self, app: ASGIApp, here: Rate = HERE, known: Rate = KNOWN, unknown: Rate = UNKNOWN) -> None:
        self._app = app
        self._here, self._known, self._unknown = Buckets(here), Buckets(known), Buckets(unknown)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, or answer that it came too soon."""
        wait = self._take(scope) if scope["type"] == "http" else 0
        if wait:
            await refused(too_many(wait))(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _take(self, scope: Scope) -> int:
        caller = caller_of(scope)
        if caller.asker is None:
            return self._unknown.take(network_of(HTTPConnection(scope)))
        buckets = self._known if caller.by_token else self._here
        return buckets.take(caller.asker.name)
