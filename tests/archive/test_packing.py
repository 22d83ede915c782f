from __future__ import annotations

from pathlib import Path

from archive.packing import PackedPages, pack_page
from tests.support import page_of


def test_packed_pages_are_read_one_by_one_and_again(tmp_path: Path) -> None:
    pages = [page_of("ett två"), page_of("", 2), page_of("tre\nfyra", 3)]
    packed = [pack_page(page) for page in pages]
    file = PackedPages.write(tmp_path / "pages", iter(packed))
    assert (file.count, file.size) == (3, sum(map(len, packed)))
    assert list(file) == pages
    assert list(file) == pages


def test_no_pages_are_none(tmp_path: Path) -> None:
    assert list(PackedPages.write(tmp_path / "pages", ())) == []
