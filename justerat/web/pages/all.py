"""The routes of all pages together."""

from __future__ import annotations

from fastapi import APIRouter

from justerat.web import static_files
from justerat.web.pages import across, charts, document, search, start, work


def pages() -> APIRouter:
    """The routes of the pages, and of the files that they load."""
    router = APIRouter()
    for part in (start, search, document, across, charts, work, static_files):
        router.include_router(part.router)
    return router
