"""Who asks, and that they may do what they ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, cast

from fastapi import Depends, Request, Security
from fastapi.security import HTTPBearer
from starlette.types import Scope

from justerat.web.problems import Refusal
from models.asker import Asker, Role

CHALLENGE = {"WWW-Authenticate": 'Bearer realm="justerat"'}
"""How one makes oneself known (RFC 6750, section 3)."""
_PLACE = "justerat.caller"
_BEARER = HTTPBearer(auto_error=False, description="A token that `justerat token add` has made.")
"""For the description of the API alone: who asks has been found out before."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is behind a request, if that is known; `session` is the secret of who has logged in."""

    asker: Asker | None = None
    by_token: bool = False
    session: str | None = None


def put_caller(scope: Scope, caller: Caller) -> None:
    """Say who is behind a request."""
    scope[_PLACE] = caller


def caller_of(scope: Scope) -> Caller:
    """Who is behind a request; nobody, where nobody has looked."""
    return cast("Caller", scope.get(_PLACE) or Caller())


def _at_least(needed: Role) -> Callable[..., Asker]:
    def asker(request: Request, _: Annotated[object, Security(_BEARER)]) -> Asker:
        caller = caller_of(request.scope)
        found = caller.asker
        if found is None and caller.by_token:
            raise wrong_token()
        if found is None:
            sentence = "This archive answers only who shows a token: log in, or send it as a bearer token."
            raise Refusal(HTTPStatus.UNAUTHORIZED, "TokenMissing", sentence, CHALLENGE)
        if not found.role.includes(needed):
            sentence = f"This needs the role {needed}, and your token has the role {found.role}."
            raise Refusal(HTTPStatus.FORBIDDEN, "RoleLacking", sentence)
        return found

    return asker


def wrong_token() -> Refusal:
    """What is answered to a token that doesn't hold."""
    sentence = "That token doesn't hold: it may be mistyped, removed or expired."
    return Refusal(HTTPStatus.UNAUTHORIZED, "TokenWrong", sentence, CHALLENGE)


MAY_READ = Depends(_at_least(Role.READ))
"""For routes that need not know who reads."""
Reader = Annotated[Asker, MAY_READ]
"""Who asks, if that one may read; else the request is answered with 401 or 403."""
Reviewer = Annotated[Asker, Depends(_at_least(Role.REVIEW))]
"""Who asks, if that one may correct; else the request is answered with 401 or 403."""
Admin = Annotated[Asker, Depends(_at_least(Role.ADMIN))]
"""Who asks, if that one may do what is for administrators; else the request is answered with 401 or 403."""
