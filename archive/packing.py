"""A page as read, packed for keeping and for going from process to process."""

from __future__ import annotations

import zlib

from pydantic import TypeAdapter

from models.page import Page

_PAGE = TypeAdapter(Page)


def pack_page(page: Page) -> bytes:
    """The page as JSON, packed."""
    return zlib.compress(_PAGE.dump_json(page))


def unpack_page(content: bytes) -> Page:
    """The page again, equal to what was packed."""
    return _PAGE.validate_json(zlib.decompress(content))
