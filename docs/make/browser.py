"""A page of `justerat serve` as a browser shows it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from justerat.web.guard.access import Access
from justerat.web.listen import listening_at, server_of
from justerat.web.wire import Wire

_PATIENCE = 30.0
WIDTH, HEIGHT = 1280, 860
_COLOURS = 64
"""So many are enough, and keep the picture small."""


def page_in_browser(archive: Path, path: str, to: Path) -> None:
    """Serve the archive, open a page of it in Chromium and write the picture."""
    with serving(archive) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--hide-scrollbars"]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
        page.goto(f"{address}{path}", wait_until="networkidle")
        picture_of(page, to)
        browser.close()


def picture_of(page: Page, to: Path) -> None:
    """Write a picture of what the browser shows."""
    _wait_for_images(page)
    page.screenshot(path=to)
    with Image.open(to) as picture:
        small = picture.convert("RGB").quantize(
            _COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
    small.save(to, optimize=True)


def _wait_for_images(page: Page) -> None:
    """Wait until the page has all its images.

    The page's policy forbids what `wait_for_function` does when it has to ask a second time.
    """
    until = time.monotonic() + _PATIENCE
    while not page.evaluate("[...document.images].every(image => image.complete)"):
        if time.monotonic() > until:
            raise TimeoutError(f"{page.url} lacks an image after {_PATIENCE:.0f} seconds.")
        page.wait_for_timeout(20)


@contextmanager
def serving(archive: Path, access: Access | None = None, wire: Wire | None = None) -> Generator[str]:
    """The address of a service over the archive, which runs meanwhile in a thread on a port of its own."""
    access, wire = access or Access(), wire or Wire()
    with listening_at("127.0.0.1", 0) as listening:
        server = server_of(archive, access, wire)
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        while thread.is_alive() and not server.started:
            time.sleep(0.01)
        try:
            scheme = "https" if wire.certificate else "http"
            yield f"{scheme}://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
