"""Only the archive's own pages can make a browser change something (cross-site request forgery).

By Fetch Metadata, and by Origin where a browser sends none, as OWASP's Cross-Site Request Forgery Prevention
Cheat Sheet advises. Session cookies are SameSite=Strict beside.
"""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from justerat.web.problems import Refusal, refused

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing (RFC 9110, section 9.2.1)."""
_OWN = frozenset({"same-origin", "none"})
"""Asked by a page of the same origin, or by the person (from the address line, or by loading a page anew)."""


class OwnPagesOnly:
    """Refuses what would change something where another site's page may have made the browser ask."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, or answer that it is refused."""
        if scope["type"] != "http" or scope["method"] in _SAFE or is_own(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        sentence = "Another site asked for this change: make it from the archive's own page."
        await refused(Refusal(HTTPStatus.FORBIDDEN, "OtherSite", sentence))(scope, receive, send)


def is_own(headers: Headers) -> bool:
    """Whether no other site can have made a browser send this.

    A browser sends a bearer token for no other site's page. What has no cookie and neither of the headers
    that every browser sends with a change is no browser's.
    """
    cookie = "cookie" in headers
    if not cookie and headers.get("authorization", "").casefold().startswith("bearer "):
        return True
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site in _OWN
    if origin is not None:
        return bool(origin) and urlsplit(origin).netloc == headers.get("host")
    return not cookie
