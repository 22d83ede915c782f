"""Sentences about a file out of an archive: by the name it had there, not by the digest it lies under."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace

from ingest.files import shown
from models.errors import InputError
from models.page import Page
from models.source import Source


@contextmanager
def named(source: Source) -> Generator[None]:
    """Let what is said against the file be said of its own name."""
    try:
        yield
    except InputError as error:
        sentence = _by_name(error.sentence, source)
        if sentence == error.sentence:
            raise
        raise type(error)(sentence) from error


def renamed(page: Page, source: Source) -> Page:
    """The page with its findings saying the file's own name."""
    if source.unpacked is None:
        return page
    said = (replace(one, message=_by_name(one.message, source)) for one in page.findings)
    return replace(page, findings=tuple(said))


def _by_name(sentence: str, source: Source) -> str:
    return sentence.replace(shown(source.file), shown(source.path)) if source.unpacked else sentence
