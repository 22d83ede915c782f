"""Ways for tests to ask an app without a server: in this process, as any host and from any address."""

from __future__ import annotations

import asyncio
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from fastapi import FastAPI

from justerat.web.app import create_app
from justerat.web.guard.access import Access

HOST = "arkiv.example"
PUBLIC = Access(None, frozenset({HOST}))


@dataclass
class Asking:
    """A client that keeps no cookies; `ask` is answered by `app` as if it came from `address`."""

    app: FastAPI
    base: str = f"https://{HOST}"
    address: str = "192.0.2.7"
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    def __call__(
        self, method: str, path: str, content: bytes | None = None, **headers: str
    ) -> httpx.Response:
        """Ask; underscores in the names of headers stand for hyphens."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, client=(self.address, 40000))
            async with httpx.AsyncClient(transport=transport, base_url=self.base) as client:
                return await client.request(method, path, content=content, headers={**self.headers, **named})

        return asyncio.run(asked())

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self("GET", path, None, **headers)

    def post(self, path: str, content: bytes = b"", **headers: str) -> httpx.Response:
        return self("POST", path, content, **headers)


@contextmanager
def opened(folder: Path, access: Access = PUBLIC) -> Generator[FastAPI]:
    """The app over an archive, open meanwhile."""
    app = create_app(folder, access)
    loop = asyncio.new_event_loop()
    lifespan = app.router.lifespan_context(app)
    loop.run_until_complete(lifespan.__aenter__())
    try:
        yield app
    finally:
        loop.run_until_complete(lifespan.__aexit__(None, None, None))
        loop.close()
