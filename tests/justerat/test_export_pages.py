from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from archive.folder import Archive
from models.errors import EXIT_SEVERAL_FAILURES, ExportError, InputMissing, RecordMissing, SettingsError
from models.source import MediaType
from tests.archive.export.archives import keep
from tests.archive.export.pages import small_page, small_text
from tests.justerat.conftest import Call

pytestmark = pytest.mark.slow


@pytest.fixture
def scans(tmp_path: Path) -> Path:
    """An archive of a scan, a text and a scan whose file is gone."""
    folder = tmp_path / "arkiv"
    with Archive.writing(folder) as archive:
        for name, kind in (
            ("[red]a.png", MediaType.PNG), ("b.txt", MediaType.TEXT), ("c.png", MediaType.PNG)
        ):  # fmt: skip
            Image.new("L", (1000, 1400), len(archive.summaries())).save(tmp_path / name, "PNG")
            keep(archive, tmp_path / name, kind, [small_page()], [small_text()])
    (tmp_path / "c.png").unlink()
    return folder


def ids(folder: Path) -> dict[str, str]:
    with Archive.reading(folder) as archive:
        return {Path(one.path).name: one.id for one in archive.summaries()}


def test_what_can_not_be_written_is_told_and_the_rest_is_written(
    call: Call, scans: Path, tmp_path: Path
) -> None:
    said = call("export", "pdf", "--archive", scans, "--to", tmp_path / "ut", "--workers", "1")
    assert said.code == EXIT_SEVERAL_FAILURES
    assert "b.txt: It holds text and no pages to show" in said.out
    assert "c.png: Its file is no longer where it was read" in said.out
    assert f"1 files written to {tmp_path / 'ut'}, 2 failed." in said.out
    known = ids(scans)
    assert [path.name for path in (tmp_path / "ut").iterdir()] == [f"{known['[red]a.png'][:16]}.pdf"]


@pytest.mark.parametrize(
    ("name", "code"),
    [("[red]a.png", 0), ("b.txt", ExportError.exit_code), ("c.png", InputMissing.exit_code)],
)
def test_one_document_is_asked_for_by_its_id(
    call: Call, scans: Path, tmp_path: Path, name: str, code: int
) -> None:
    one = ids(scans)[name]
    to = tmp_path / "ut"
    said = call("export", "pdf", one[:12], "--archive", scans, "--to", to, "--json")
    assert said.code == code
    assert [Path(str(file["path"])).name for file in said.listed("files")] == (
        [] if code else [f"{one[:16]}.pdf"]
    )
    assert [failed["ids"] for failed in said.listed("failed")] == ([[one]] if code else [])


def test_alto_and_hocr_need_no_file(call: Call, scans: Path, tmp_path: Path) -> None:
    for form, ending in (("alto", "-page-0001.xml"), ("hocr", "-1.hocr")):
        assert call("export", form, "--archive", scans, "--to", tmp_path / form).code == 0
        names = {path.name for path in (tmp_path / form).iterdir()}
        assert names == {f"{one[:16]}{ending}" for one in ids(scans).values()}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("alto",), SettingsError.exit_code),
        (("alto", "--to", "/proc/x"), SettingsError.exit_code),
        (("pdf", "ffff", "--to", "ut"), RecordMissing.exit_code),
        (("csv", "ffff", "--to", "ut"), RecordMissing.exit_code),
        (("jsonl", "ffff"), RecordMissing.exit_code),
    ],
)
def test_what_was_asked_wrongly_is_told(
    call: Call, archive: Path, arguments: tuple[str, ...], code: int
) -> None:
    said = call("export", *arguments, "--archive", archive)
    assert (said.code, said.out) == (code, "")
    assert said.err.count("\n") == 1


def test_pages_that_were_never_kept_are_told(call: Call, archive: Path, tmp_path: Path) -> None:
    said = call("export", "alto", "--archive", archive, "--to", tmp_path / "ut", "--json")
    assert said.code == ExportError.exit_code
    (failed,) = said.listed("failed")
    assert failed["error"] == {
        "code": "ExportError",
        "message": "Its pages as read are not kept in the archive: run it again with --force.",
    }


def test_records_by_their_ids(call: Call, scans: Path) -> None:
    one = ids(scans)["b.txt"]
    assert call("export", "jsonl", one, "--archive", scans).out.count("\n") == 1
