"""Finds out who asks, before anything else is done for them."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from justerat.web.guard.access import Access
from justerat.web.guard.who import put_asker


class Known:
    """Notes with each request who asks; whether that one may is for the routes to say."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on with its asker."""
        if scope["type"] == "http":
            put_asker(scope, self._access.here)
        await self._app(scope, receive, send)
