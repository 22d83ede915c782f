"""Who asks, and what that person or program may do."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated, cast

from fastapi import Depends, Request
from starlette.types import Scope

from justerat.web.problems import Refusal
from models.asker import Asker, Role

_PLACE = "justerat.asker"


def put_asker(scope: Scope, asker: Asker | None) -> None:
    """Say who asks; None where that isn't known."""
    scope[_PLACE] = asker


def asker_of(scope: Scope) -> Asker | None:
    """Who asks; None where that isn't known, or nobody has looked."""
    return cast("Asker | None", scope.get(_PLACE))


def _at_least(needed: Role) -> Callable[[Request], Asker]:
    def asker(request: Request) -> Asker:
        found = asker_of(request.scope)
        if found is None:
            sentence = "This archive answers only who shows a token: log in, or send it as a bearer token."
            headers = {"WWW-Authenticate": 'Bearer realm="justerat"'}
            raise Refusal(HTTPStatus.UNAUTHORIZED, "TokenMissing", sentence, headers)
        if not found.role.includes(needed):
            sentence = f"This needs the role {needed}, and your token has the role {found.role}."
            raise Refusal(HTTPStatus.FORBIDDEN, "RoleLacking", sentence)
        return found

    return asker


Reader = Annotated[Asker, Depends(_at_least(Role.READ))]
"""Who asks, if that one may read; else the request is answered with 401 or 403."""
Reviewer = Annotated[Asker, Depends(_at_least(Role.REVIEW))]
"""Who asks, if that one may correct; else the request is answered with 401 or 403."""
Admin = Annotated[Asker, Depends(_at_least(Role.ADMIN))]
"""Who asks, if that one may do what is for administrators; else the request is answered with 401 or 403."""
