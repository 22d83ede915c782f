from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from archive.export.work import FileTask, FileWriter, Form
from archive.folder import Archive
from models.errors import ExportError, SettingsError
from models.source import MediaType
from models.text import Text
from tests.archive.export.archives import keep
from tests.archive.export.pages import small_page, small_text
from tests.archive.export.pdfa.reading import text as text_of
from tests.archive.export.pdfa.test_write import SAYS
from tests.archive.export.standards import assert_valid_alto, parsed

PAGES = tuple(small_page(number) for number in (1, 2, 3))
TEXT = small_text(*PAGES)
EDGE = TEXT.content.index("§", TEXT.content.index("§") + 1)
"""The second document begins in the middle of the second page."""


def parts() -> list[Text]:
    return [TEXT.slice(0, EDGE), TEXT.slice(EDGE, len(TEXT.content))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ut").mkdir()
    return tmp_path


@pytest.fixture
def task(folder: Path) -> Iterator[FileTask]:
    frames = [Image.new("1", (1000, 1400), 1) for _ in PAGES]
    frames[0].save(folder / "a.tif", save_all=True, append_images=frames[1:], compression="group4")
    with Archive.writing(folder / "arkiv") as archive:
        sha256 = keep(archive, folder / "a.tif", MediaType.TIFF, PAGES, parts())
        yield FileTask(sha256, (f"{sha256[:16]}-1", f"{sha256[:16]}-2"), 3)


def write(folder: Path, task: FileTask, form: Form) -> tuple[Path, ...]:
    return FileWriter(folder / "arkiv", folder / "ut", form)(task)


def test_alto_is_a_file_a_page(folder: Path, task: FileTask) -> None:
    written = write(folder, task, Form.ALTO)
    assert [path.name for path in written] == [f"{task.sha256[:16]}-page-000{n}.xml" for n in (1, 2, 3)]
    for path in written:
        assert_valid_alto(path.read_bytes())
    one = FileTask(task.sha256, task.ids[1:], 3)
    assert [path.name[-8:] for path in write(folder, one, Form.ALTO)] == ["0002.xml", "0003.xml"]


def test_hocr_is_a_file_a_document_with_its_own_words(folder: Path, task: FileTask) -> None:
    written = write(folder, task, Form.HOCR)
    assert [path.name for path in written] == [f"{one}.hocr" for one in task.ids]
    counts: list[list[int]] = []
    for path in written:
        root = parsed(path.read_bytes())
        pages = [one for one in root.iter() if one.get("class") == "ocr_page"]
        counts.append([sum(one.get("class") == "ocrx_word" for one in page.iter()) for page in pages])
    assert counts == [[10, 4], [6, 10]]


def test_pdf_is_a_file_a_file(folder: Path, task: FileTask) -> None:
    (path,) = write(folder, task, Form.PDF)
    assert path.name == f"{task.sha256[:16]}.pdf"
    assert [text_of(path, number) for number in (1, 2, 3)] == [SAYS] * 3


def test_nothing_is_left_of_a_file_that_failed(
    folder: Path, task: FileTask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object) -> None:
        Path(str(given[-1])).write_bytes(b"half")
        raise ExportError("no")

    monkeypatch.setattr("archive.export.work.write_pdf", fail)
    with pytest.raises(ExportError):
        write(folder, task, Form.PDF)
    assert list((folder / "ut").iterdir()) == []


@pytest.mark.parametrize("form", Form)
def test_a_folder_that_can_not_be_written_is_told(folder: Path, task: FileTask, form: Form) -> None:
    (folder / "ut").rmdir()
    with pytest.raises(SettingsError, match="give another --to"):
        write(folder, task, form)


def test_a_longer_file_is_given_more_time(folder: Path) -> None:
    writer = FileWriter(folder, folder, Form.PDF)
    assert writer.seconds(FileTask("a", (), 1)) < writer.seconds(FileTask("a", (), 100))
