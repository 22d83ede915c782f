"""Pictures of pages: drawn once, and only from the very file that was read."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from archive.folder import Archive
from justerat.web.images import kept
from justerat.web.images.bounded import BoundedPictures
from justerat.web.images.draw import Format
from justerat.web.images.kept import PageImages
from models.errors import InputDamaged, InputMissing, PageTimeout, SourceChanged
from models.outcome import Outcome
from models.record import Record
from models.source import MediaType, Source
from samples import FOLDER
from tests.justerat.web.made import HEIGHT, WIDTH, scan, scanned


@pytest.fixture
def archive(tmp_path: Path) -> Generator[Archive]:
    with Archive.writing(tmp_path / "arkiv") as opened:
        yield opened


@pytest.fixture
def record(archive: Archive, tmp_path: Path) -> Record:
    return keep(archive, scan(tmp_path / "scan.png"))


def keep(archive: Archive, outcome: Outcome) -> Record:
    archive.jobs.queue([outcome.source.path])
    archive.put(outcome)
    return outcome.records[0]


def size_of(picture: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(picture)) as opened:
        return opened.size


def test_a_picture_is_drawn_once(archive: Archive, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    images = PageImages(archive)
    first = images.get(record, 1, 9999, Format.JPEG)
    assert size_of(first) == (WIDTH, HEIGHT)
    monkeypatch.setattr(kept, "source_file", None)
    monkeypatch.setattr(kept, "draw", None)
    assert images.get(record, 1, WIDTH, Format.JPEG) is first


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 12))))
def test_pictures_are_kept_within_a_bound(asked: list[tuple[int, int]]) -> None:
    pictures = BoundedPictures(20)
    for key, length in asked:
        pictures.put(key, b"x" * length)
        assert len(pictures.get(key) or b"") == length
        assert sum(len(pictures.get(one) or b"") for one in range(6)) == pictures.size <= 20


def test_a_file_that_changed_or_went_is_told(archive: Archive, record: Record, tmp_path: Path) -> None:
    images = PageImages(archive)
    images.get(record, 1, 100, Format.JPEG)
    path = tmp_path / "scan.png"
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(SourceChanged):
        images.get(record, 1, 101, Format.JPEG)
    path.unlink()
    with pytest.raises(InputMissing):
        images.get(record, 1, 101, Format.JPEG)


def test_a_broken_file_is_told(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    content = path.read_bytes()
    source = Source(path, hashlib.sha256(content).hexdigest(), len(content), MediaType.PNG)
    record = keep(archive, Outcome(source, (scanned(source),)))
    with pytest.raises(InputDamaged):
        PageImages(archive).get(record, 1, 100, Format.JPEG)


def test_a_page_that_takes_too_long_is_stopped(
    archive: Archive, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_SECONDS", 0)
    with pytest.raises(PageTimeout):
        PageImages(archive).get(record, 1, 100, Format.JPEG)


def test_a_page_of_a_pdf(archive: Archive) -> None:
    path = FOLDER / "granby-ks.pdf"
    content = path.read_bytes()
    source = Source(path, hashlib.sha256(content).hexdigest(), len(content), MediaType.PDF)
    made = scanned(source)
    page = made.pages[0].model_copy(update={"width": 595.0, "height": 842.0, "unit": "pt"})
    record = keep(archive, Outcome(source, (made.model_copy(update={"pages": (page, made.pages[1])}),)))
    picture = PageImages(archive).get(record, 1, 600, Format.JPEG)
    width, height = size_of(picture)
    assert width == 600
    assert abs(height - 600 * 842 / 595) <= 2
