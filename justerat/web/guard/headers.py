"""Headers that tell the browser what a page may do: nothing but show what came from here."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from justerat.web.guard.access import Access

CONTENT_SECURITY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""No script, style, frame or font but files of this program (Content Security Policy Level 3)."""
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
ENCRYPTED = "max-age=31536000"
"""For a year, the browser asks this host by https alone (RFC 6797)."""
_KEPT_HERE = "private, no-cache"
"""Only the person's own browser may keep an answer, and asks each time whether it still holds."""


class SafeHeaders:
    """Puts the headers on every answer, also on errors."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._headers = HEADERS | ({"Strict-Transport-Security": ENCRYPTED} if access.is_public else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, and its answer back with the headers."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", _KEPT_HERE)
            await send(message)

        await self._app(scope, receive, sent)
