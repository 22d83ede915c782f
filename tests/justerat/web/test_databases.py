"""The service answers the same from SQLite and from PostgreSQL."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack

import httpx
import pytest

from archive.folder import Archive
from archive.places import SETTING
from docs.make.browser import serving
from tests.justerat.web.made import scan, text_document

DOCUMENT = text_document().records[0].id
ASKED = (
    "/api/v1/documents?limit=1", "/api/v1/documents?kind=protokoll&municipality=9999", "/api/v1/items",
    "/api/v1/decisions?status=fattat", "/api/v1/people?name=Åsa Öberg", "/api/v1/dnr?value=BN 1974/187",
    "/api/v1/search?q=bygglov&limit=1&facets=true", "/api/v1/search?q=%00", "/api/v1/search?q=person:%00å",
    "/api/v1/people?name=%00", f"/api/v1/records/{DOCUMENT}",
    f"/api/v1/documents/{DOCUMENT}", "/api/v1/documents/0000000000000000-1", "/", "/?q=bygglov",
    f"/documents/{DOCUMENT}",
)  # fmt: skip


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory, postgresql: str) -> Generator[list[httpx.Client]]:
    """A client of each: the same archive in SQLite, and in PostgreSQL."""
    folder = tmp_path_factory.mktemp("services")
    picture = scan(folder / "scan.png")
    clients: list[httpx.Client] = []
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        for name, setting in (("sqlite", ""), ("postgresql", postgresql)):
            patch.setenv(SETTING, setting)
            with Archive.writing(folder / name / "arkiv") as archive:
                archive.put_all([text_document(), picture])
            address = stack.enter_context(serving(folder / name / "arkiv"))
            clients.append(stack.enter_context(httpx.Client(base_url=address, timeout=30)))
        yield clients


@pytest.mark.parametrize("path", ASKED)
def test_answers_are_the_same(services: list[httpx.Client], path: str) -> None:
    first, second = (client.get(path) for client in services)
    assert (first.status_code, first.content) == (second.status_code, second.content)
    assert first.status_code < 500
