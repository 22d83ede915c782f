"""The API's routes together."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from justerat.web.api import corrections, documents, images, parts, search, work
from justerat.web.problems import MEDIA_TYPE, Problem

PREFIX = "/api/v1"
_PROBLEMS: dict[int | str, str] = {
    401: "A token is needed, or the one that is shown doesn't hold.",
    403: "The token's role doesn't allow it, or another site asked for the change.",
    404: "There is no such thing.",
    409: "Another has changed it since: look again.",
    422: "Something in the request can't be.",
    429: "Too much in a short time: Retry-After tells when to try again.",
    "default": "Whatever else went wrong.",
}


def version1() -> APIRouter:
    """The routes of version 1, each with what it answers when something goes wrong."""
    told: dict[int | str, dict[str, Any]] = {
        code: {"model": Problem, "description": text, "content": {MEDIA_TYPE: {}}}
        for code, text in _PROBLEMS.items()
    }
    router = APIRouter(prefix=PREFIX, responses=told)
    for part in (documents, corrections, parts, images, search, work):
        router.include_router(part.router)
    return router
