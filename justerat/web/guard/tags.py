"""Tags by which a client learns that an answer is the one it has (RFC 9110, section 8.8.3)."""

from __future__ import annotations

import hashlib
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_WITH_304 = ("etag", "cache-control", "vary", "content-location", "date", "set-cookie")
"""What an answer without body keeps."""


class Tags:
    """Tags every good answer by its bytes; who has it already is sent none.

    The tag is weak, as compression is not told apart by it. Answers are held in memory, and all are small.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, and its answer back with a tag, or without a body."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self._app(scope, receive, send)
            return
        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)
            if message["type"] == "http.response.body" and not message.get("more_body"):
                for one in _tagged(held, Headers(scope=scope).get("if-none-match", "")):
                    await send(one)

        await self._app(scope, receive, hold)


def _tagged(held: list[Message], known: str) -> list[Message]:
    start, bodies = held[0], held[1:]
    if start["status"] != HTTPStatus.OK:
        return held
    body = b"".join(message.get("body", b"") for message in bodies)
    headers = MutableHeaders(scope=start)
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers["ETag"] = tag
    if not _is_among(tag, known):
        return [start, {"type": "http.response.body", "body": body}]
    kept = [(name, value) for name, value in start["headers"] if name.decode().lower() in _WITH_304]
    gone: Message = {"type": "http.response.start", "status": HTTPStatus.NOT_MODIFIED, "headers": kept}
    return [gone, {"type": "http.response.body", "body": b""}]


def _is_among(tag: str, known: str) -> bool:
    """Whether a list of tags holds this one, by weak comparison."""
    given = {one.strip().removeprefix("W/") for one in known.split(",")}
    return tag.removeprefix("W/") in given or known.strip() == "*"
