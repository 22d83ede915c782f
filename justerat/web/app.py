"""The program as a web service: `create_app` puts its parts together."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from archive.folder import Archive
from archive.store import Query
from justerat.web import static_files
from justerat.web.api.version1 import PREFIX, version1
from justerat.web.faults import tell_faults
from justerat.web.guard.access import Access
from justerat.web.guard.door import Door
from justerat.web.guard.headers import SafeHeaders
from justerat.web.guard.hosts import OwnNames
from justerat.web.guard.known import Known
from justerat.web.guard.rates import Rates
from justerat.web.guard.same_site import OwnPagesOnly
from justerat.web.guard.sizes import SmallRequests
from justerat.web.guard.tags import Tags
from justerat.web.guard.who import MAY_READ
from justerat.web.images.kept import PageImages
from justerat.web.pages import login
from justerat.web.pages.all import pages
from justerat.web.pages.search import SCOPES
from justerat.web.served import Served
from models.errors import QueryTimeout

_QUERY_SECONDS = 10
"""Of the database for one request; most take a hundredth of one."""
_WORTH_PACKING = 1000
"""Bytes; less than that would hardly get smaller."""


def _warm(archive: Archive) -> None:
    """Have the archive read what facets are counted by, so that whoever asks first doesn't wait for it."""
    with suppress(QueryTimeout):
        for scope in SCOPES:
            archive.search(Query(f"in:{scope}", facets=True))


def create_app(folder: Path, access: Access) -> FastAPI:
    """The service over the archive in `folder`, which is open while the service runs."""

    @asynccontextmanager
    async def open_archive(app: FastAPI) -> AsyncGenerator[None]:
        with Archive.reading(folder, _QUERY_SECONDS) as archive:
            app.state.served = Served(archive, PageImages(archive))
            await to_thread(_warm, archive)
            yield

    app = FastAPI(
        title="justerat",
        version="1",
        description="Council documents as checked records: what each holds, and where on paper it stands.",
        lifespan=open_archive,
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.door = door = Door(access)
    for part in (version1(), pages()):
        app.include_router(part, dependencies=[MAY_READ])
    for part in (login.router, static_files.router):
        app.include_router(part)
    tell_faults(app)
    # The last one added is met first.
    app.add_middleware(Tags)
    app.add_middleware(GZipMiddleware, minimum_size=_WORTH_PACKING)
    app.add_middleware(Rates)
    app.add_middleware(Known, door=door)
    app.add_middleware(OwnPagesOnly)
    app.add_middleware(SmallRequests)
    app.add_middleware(OwnNames, access=access)
    app.add_middleware(SafeHeaders, access=access)
    return app
