from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from archive.export.kept import kept_file, source_file
from archive.export.matching import edits_of, stretches, undone
from archive.folder import Archive
from archive.jobs import Making
from archive.tables import READ_PAGES
from models.errors import ExportError, InputMissing, SourceChanged
from models.page import Origin, Page
from models.source import MediaType
from models.text import Text
from models.vocabulary import Status
from tests.archive.export.archives import keep, record_for
from tests.archive.export.pages import small_page, small_text, texts
from tests.archive.records import source_of

pytestmark = pytest.mark.usefixtures("each_database")

PAGES = (small_page(), Page(2, (), Origin.OCR), small_page(3), Page(4, (), Origin.OCR))
TEXT = small_text(*PAGES)


def parted(text: Text, *edges: int) -> list[Text]:
    places = [0, *edges, len(text.content)]
    return [text.slice(low, high) for low, high in pairwise(places)]


def kept_scan(archive: Archive, folder: Path) -> str:
    (folder / "a [1].png").write_bytes(b"a scan")
    return keep(archive, folder / "a [1].png", MediaType.PNG, PAGES, parted(TEXT, TEXT.content.index("§")))


def test_pages_come_back_with_the_text_of_their_records(tmp_path: Path) -> None:
    with Archive.writing(tmp_path / "arkiv") as archive, archive.connection() as connection:
        kept = kept_file(connection, kept_scan(archive, tmp_path))
        pages = list(kept.printed(connection))
        assert [page.page for page in pages] == list(PAGES)
        assert "".join(page.text for page in pages) == TEXT.content
        assert "".join(page.read for page in pages) == TEXT.raw
        assert kept.made.name == "a [1].png"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts(), st.data())
def test_repairs_are_found_again_however_a_file_is_parted(
    drawn: tuple[tuple[Page, ...], Text], data: st.DataObject
) -> None:
    pages, text = drawn
    spans = [text.span_of(n) for n in range(len(text.edits))]
    clear = [n for n in range(len(text.content)) if not any(low <= n <= high for low, high in spans)]
    edge = data.draw(st.sampled_from([0, *clear]))
    parts = parted(text, edge) if edge else [text]
    records = [record_for(source_of(), n, len(parts), len(pages), part) for n, part in enumerate(parts, 1)]
    found = tuple(stretches(text.raw, records))
    whole = edits_of(found)
    for stretch in found:
        read = text.raw[stretch.start : stretch.end]
        assert read == undone(stretch.record)
        own = [edit for edit in whole if stretch.start <= edit.start and edit.end <= stretch.end]
        moved = (
            replace(edit, start=edit.start - stretch.start, end=edit.end - stretch.start) for edit in own
        )
        assert Text(read, edits=tuple(moved)).content == stretch.record.text


def test_pages_that_are_gone_or_other_ones_are_told(tmp_path: Path) -> None:
    with Archive.writing(tmp_path / "arkiv") as archive:
        sha256 = kept_scan(archive, tmp_path)
        archive.read_pages("other", "1").put(sha256, {1: b""})
        with archive.connection() as connection:
            connection.execute(delete(READ_PAGES).where(READ_PAGES.c.reading == "other"))
            connection.execute(delete(READ_PAGES).where(READ_PAGES.c.page == 3))
            with pytest.raises(ExportError, match="not those that its records were made from"):
                kept_file(connection, sha256)
            connection.execute(delete(READ_PAGES))
            with pytest.raises(ExportError, match="--force"):
                kept_file(connection, sha256)


def test_the_file_must_be_the_one_that_was_read(tmp_path: Path) -> None:
    path, copy = tmp_path / "a [1].png", tmp_path / "copy.png"
    with Archive.writing(tmp_path / "arkiv") as archive:
        sha256 = kept_scan(archive, tmp_path)
        with archive.connection() as connection:
            assert source_file(connection, sha256, tmp_path / "members") == path
            path.write_bytes(b"another")
            with pytest.raises(SourceChanged):
                source_file(connection, sha256, tmp_path / "members")
            path.unlink()
            with pytest.raises(InputMissing):
                source_file(connection, sha256, tmp_path / "members")
        copy.write_bytes(b"a scan")
        archive.jobs.queue([copy])
        archive.jobs.share(copy, sha256, Making("s", "1"), Status.WHOLE)
        with archive.connection() as connection:
            assert source_file(connection, sha256, tmp_path / "members") == copy
