"""What a request may bring: so many bytes and no more."""

from __future__ import annotations

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from justerat.web.problems import Refusal, refused

MOST_HEAD_BYTES = 32_000
"""Of address and headers: a query is 1,000 characters at most, a cursor 3,000."""
MOST_BODY_BYTES = 1_000_000
"""A correction is a few thousand; nothing is uploaded."""


class SmallRequests:
    """Refuses a request whose head or body is larger, by what it says of itself or by what comes."""

    def __init__(self, app: ASGIApp, most: int = MOST_BODY_BYTES) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on with a body that breaks off where there is too much of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal:
            await refused(refusal)(scope, receive, send)
            return
        came = 0

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > self._most:
                raise self._too_large()
            return message

        await self._app(scope, counted, send)

    def _refusal(self, scope: Scope) -> Refusal | None:
        head = sum(len(name) + len(value) for name, value in scope["headers"])
        if head + len(scope["path"]) + len(scope["query_string"]) > MOST_HEAD_BYTES:
            sentence = f"A request's address and headers may have {MOST_HEAD_BYTES} bytes at most."
            return Refusal(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "HeadTooLarge", sentence, _CLOSE)
        told = Headers(scope=scope).get("content-length", "0")
        return self._too_large() if not told.isdecimal() or int(told) > self._most else None

    def _too_large(self) -> Refusal:
        sentence = f"A request may bring {self._most} bytes at most."
        return Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "TooLarge", sentence, _CLOSE)


_CLOSE = {"Connection": "close"}
"""What is left of the request is not read."""
