"""Only requests that name this service are answered, so that no site that a browser visits can ask too.

A page of another site can have its own name lead here (DNS rebinding); its name still stands in Host.
"""

from __future__ import annotations

import ipaddress
import re
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from justerat.web.guard.access import Access
from justerat.web.problems import Refusal, refused
from models.errors import SettingsError

_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]{2,45}\]|[a-z0-9.-]{1,253})(?::(?P<port>[0-9]{1,5}))?")
_HTTPS = "443"


def is_loopback(name: str) -> bool:
    """Whether a host's name or address is this machine's own ("localhost", "127.0.0.1", "::1")."""
    if name.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def public_name(text: str) -> str:
    """A public address as requests name it, without the port that is understood; SettingsError of others."""
    found = _HOST.fullmatch(text.casefold())
    if found is None:
        raise SettingsError("A public address is a host's name, or a name and a port: arkiv.example:8443.")
    return _plain(found)


def _plain(found: re.Match[str]) -> str:
    return found["name"] if found["port"] in {None, _HTTPS} else found[0]


class OwnNames:
    """Refuses a request whose Host header is lacking, doubled or another's, and what comes unencrypted."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, or answer that it is refused."""
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        if refusal:
            await refused(refusal)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _refusal(self, scope: Scope) -> Refusal | None:
        hosts = Headers(scope=scope).getlist("host")
        found = _HOST.fullmatch(hosts[0].casefold()) if len(hosts) == 1 else None
        if found is None or not self._is_own(found):
            names = "its own name" if self._access.is_public else "localhost, 127.0.0.1 and [::1]"
            sentence = f"This archive answers to {names} only: use that."
            return Refusal(HTTPStatus.MISDIRECTED_REQUEST, "OtherHost", sentence)
        if self._access.is_public and scope["scheme"] != "https":
            sentence = "This archive answers only what comes encrypted: ask by https."
            return Refusal(HTTPStatus.FORBIDDEN, "Unencrypted", sentence)
        return None

    def _is_own(self, found: re.Match[str]) -> bool:
        if self._access.is_public:
            return _plain(found) in self._access.names
        return is_loopback(found["name"].strip("[]"))
