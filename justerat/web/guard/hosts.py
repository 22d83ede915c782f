"""Only requests that name this machine are answered, so that no site that a browser visits can ask too.

A page of another site can have its own name lead to 127.0.0.1 (DNS rebinding); its name still stands in Host.
"""

from __future__ import annotations

import ipaddress
import re
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from justerat.web.problems import Problem, answer_of

_HOST = re.compile(r"(?P<name>\[[0-9a-fA-F:.]{2,45}\]|[A-Za-z0-9.-]{1,253})(?::[0-9]{1,5})?")


def is_loopback(name: str) -> bool:
    """Whether a host's name or address is this machine's own ("localhost", "127.0.0.1", "::1")."""
    if name.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


class OnlyThisMachine:
    """Refuses a request whose Host header is lacking, doubled or another machine's."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, or answer that it is refused."""
        if scope["type"] != "http" or _names_this_machine(Headers(scope=scope).getlist("host")):
            await self._app(scope, receive, send)
            return
        problem = Problem(
            status=HTTPStatus.MISDIRECTED_REQUEST,
            code="OtherHost",
            detail="This archive answers to localhost, 127.0.0.1 and [::1] only: use one of them.",
        )
        await answer_of(problem)(scope, receive, send)


def _names_this_machine(hosts: list[str]) -> bool:
    found = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
    return found is not None and is_loopback(found["name"].strip("[]"))
