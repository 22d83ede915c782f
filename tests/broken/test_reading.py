"""Broken inputs, read one after the other in one process: none colours the next one's cause."""

from __future__ import annotations

from itertools import chain, permutations
from pathlib import Path

import pytest

from ingest.files import find, open_source
from ingest.members import unpack
from ingest.reader import FileReader, count_pages
from ingest.unpack.room import Room
from ingest.unpacked import Folders
from models.errors import InputError
from models.page import Page
from models.settings import ReadingSettings
from tests.broken.make import STORED, make_broken
from tests.broken.table import ENDS, End

SETTINGS = ReadingSettings()


def cause_of(path: Path) -> type[InputError] | None:
    (found,) = find([path])
    try:
        if found.error:
            raise found.error
        source = open_source(path, SETTINGS)
        count_pages(source, SETTINGS)
        if source.media_type.holds_files:
            unpack(source, SETTINGS, Folders(path, path), Room(99, SETTINGS.max_unpacked_bytes, 1))
    except InputError as error:
        return type(error)
    return None


def test_the_table_holds_every_file(tmp_path: Path) -> None:
    names = {path.name for path in make_broken(tmp_path).iterdir()}
    assert names == {end.name for end in ENDS}


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.name)
def test_cause(end: End, tmp_path: Path) -> None:
    assert cause_of(make_broken(tmp_path) / end.name) is end.cause


def test_no_file_colours_the_next() -> None:
    """PDFium keeps the error of the file before; the cause must be the file's own."""
    ends = {end.name: end.cause for end in ENDS}
    names = ("encrypted.pdf", "no-pages.pdf", "truncated.pdf")
    read = list(chain.from_iterable(permutations(names)))
    assert [cause_of(STORED / name) for name in read] == [ends[name] for name in read]


def test_what_is_partial_is_read() -> None:
    for end in ENDS:
        if end.finding:
            pages: list[Page] = list(FileReader(SETTINGS).pages(open_source(STORED / end.name, SETTINGS)))
            assert [finding.code for page in pages for finding in page.findings] == [end.finding]
            assert any(page.words for page in pages)
