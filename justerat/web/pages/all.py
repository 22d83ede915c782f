"""The routes of all pages together."""

from __future__ import annotations

from fastapi import APIRouter

from justerat.web.pages import across, charts, document, review, search, start, work


def pages() -> APIRouter:
    """The routes of the pages for who may read."""
    router = APIRouter()
    for part in (start, search, document, review, across, charts, work):
        router.include_router(part.router)
    return router
