"""Logging in with a token, and out again; works without script."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, cast
from urllib.parse import parse_qs, urlencode, urlsplit

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from justerat.web.guard.door import Door
from justerat.web.guard.sessions import SECONDS
from justerat.web.guard.who import CHALLENGE, caller_of
from justerat.web.render import page
from justerat.web.served import Here

router = APIRouter(include_in_schema=False)
PATH = "/logga-in"
_LONGEST = 8000
"""Characters of an address, and bytes of a login."""
Onward = Annotated[str, Query(alias="vidare", max_length=_LONGEST)]


def login_address(request: Request) -> str:
    """Where one logs in, and comes from there to what was asked for."""
    asked = request.url
    onward = f"{asked.path}?{asked.query}" if asked.query else asked.path
    return f"{PATH}?{urlencode({'vidare': onward})}" if len(onward) <= _LONGEST else PATH


@router.get(PATH)
def login(request: Request, onward: Onward = "/", led: bool = False) -> Response:
    """The form; who has logged in already goes on.

    The session's cookie is SameSite=Strict: a browser that follows another site's link doesn't send it, but
    does when this page leads it on.
    """
    if caller_of(request.scope).session:
        return RedirectResponse(_inside(onward), HTTPStatus.SEE_OTHER)
    led = led or request.headers.get("sec-fetch-site") not in {"cross-site", "same-site"}
    again = None if led else f"{PATH}?{urlencode({'vidare': _inside(onward), 'led': 1})}"
    return page(request, "login.html", onward=_inside(onward), again=again, wrong=False)


@router.post(PATH)
async def enter(request: Request, here: Here) -> Response:
    """Begin a session for a token that holds."""
    given = parse_qs((await request.body())[:_LONGEST].decode("utf-8", "replace"))
    token, onward = (given.get(name, [""])[0].strip() for name in ("token", "vidare"))
    door = _door(request)
    session = await door.log_in(request, here.archive.tokens, token)
    if session is None:
        refused = page(
            request, "login.html", HTTPStatus.UNAUTHORIZED, onward=_inside(onward), again=None, wrong=True
        )
        refused.headers.update(CHALLENGE)
        return refused
    answer = RedirectResponse(_inside(onward), HTTPStatus.SEE_OTHER)
    answer.set_cookie(
        door.cookie,
        session,
        max_age=SECONDS,
        httponly=True,
        samesite="strict",
        secure=door.access.is_public,
    )
    return answer


@router.post("/logga-ut")
async def leave(request: Request) -> Response:
    """End the session, and have the browser forget what it has kept of pages."""
    door = _door(request)
    door.log_out(caller_of(request.scope))
    answer = RedirectResponse(PATH, HTTPStatus.SEE_OTHER, {"Clear-Site-Data": '"cache"'})
    answer.delete_cookie(door.cookie, httponly=True, samesite="strict", secure=door.access.is_public)
    return answer


def _door(request: Request) -> Door:
    return cast("Door", request.app.state.door)


def _inside(address: str) -> str:
    """The address, if it leads to a page of this service; else the first page.

    Browsers take a backslash for a slash, and leave out control signs.
    """
    parts = urlsplit(address) if address.isprintable() and "\\" not in address else None
    if parts is None or parts.scheme or parts.netloc or not address.startswith("/"):
        return "/"
    return "/" if address.startswith("//") else address
