"""Finds out who asks, before anything else is done for them."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from justerat.web.guard.door import Door
from justerat.web.guard.who import put_caller
from justerat.web.problems import Refusal, refused
from justerat.web.served import served


class Known:
    """Notes with each request who is behind it; whether that one may is for the routes to say."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on with its caller."""
        if scope["type"] == "http":
            asked = HTTPConnection(scope)
            try:
                put_caller(scope, await self._door.caller(asked, served(asked).archive.tokens))
            except Refusal as refusal:
                await refused(refusal)(scope, receive, send)
                return
        await self._app(scope, receive, send)
