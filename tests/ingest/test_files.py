"""Inputs become files, each bad one with its own error."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from ingest.files import find, open_source, shown
from models.errors import (
    InputDamaged,
    InputEmpty,
    InputError,
    InputForbidden,
    InputLoop,
    InputMissing,
    InputTooLarge,
    InputUnsupported,
)
from models.settings import ReadingSettings
from models.source import MediaType

SETTINGS = ReadingSettings()


def write(path: Path, content: bytes = b"Granby kommun\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".dold.txt", ".git/config"):
        write(tmp_path / name)
    found = [item.path.relative_to(tmp_path).as_posix() for item in find([tmp_path])]
    assert found == ["a/1.txt", "a/2.txt", "b.txt"]


def test_paths_stay_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "akter" / "a.txt")
    monkeypatch.chdir(tmp_path)
    assert [str(item.path) for item in find(["akter", "akter/a.txt"])] == ["akter/a.txt"]


def test_list_file_names_one_path_a_line(tmp_path: Path) -> None:
    first, second = write(tmp_path / "å ä.txt"), write(tmp_path / "b.txt")
    listing = write(tmp_path / "lista.txt", f"\ufeff{first}\r\n\n  {second}\n{tmp_path}/saknas\n".encode())
    found = list(find([f"@{listing}"]))
    assert [item.path for item in found[:2]] == [first, second]
    assert isinstance(found[2].error, InputMissing)


@pytest.mark.parametrize(("content", "error"), [(None, InputMissing), (b"\xe5\n", InputDamaged)])
def test_list_file_that_cannot_be_read(
    tmp_path: Path, content: bytes | None, error: type[InputError]
) -> None:
    listing = tmp_path / "lista.txt"
    if content:
        write(listing, content)
    (found,) = find([f"@{listing}"])
    assert isinstance(found.error, error)


def test_missing_input_leaves_the_others_unharmed(tmp_path: Path) -> None:
    kept = write(tmp_path / "a.txt")
    found = list(find([tmp_path / "saknas.pdf", kept, "noll\0byte"]))
    assert [type(item.error) for item in found] == [InputMissing, type(None), InputMissing]


def test_links_that_loop_are_found_once_with_their_error(tmp_path: Path) -> None:
    write(tmp_path / "a" / "a.txt")
    (tmp_path / "a" / "upp").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "z").symlink_to(tmp_path / "z")
    found = list(find([tmp_path]))
    assert [(item.path.name, type(item.error)) for item in found] == [
        ("a.txt", type(None)), ("upp", InputLoop), ("z", InputLoop),
    ]  # fmt: skip


def test_folder_reached_twice_is_walked_once(tmp_path: Path) -> None:
    write(tmp_path / "a" / "a.txt")
    (tmp_path / "b").symlink_to(tmp_path / "a", target_is_directory=True)
    assert [item.path for item in find([tmp_path])] == [tmp_path / "a" / "a.txt"]


def test_source_has_digest_size_and_kind(tmp_path: Path) -> None:
    path = write(tmp_path / "namn utan ändelse", b"%PDF-1.7\n")
    source = open_source(path, SETTINGS)
    assert (source.path, source.size, source.media_type) == (path, 9, MediaType.PDF)
    assert source.sha256 == hashlib.sha256(b"%PDF-1.7\n").hexdigest()


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (b"", InputEmpty, "no bytes"),
        (b"GIF89a" + bytes(40), InputUnsupported, "GIF"),
        (bytes(range(256)) * 9, InputUnsupported, "no kind"),
        (b"x" * 101, InputTooLarge, "limit of 100"),
    ],
)
def test_file_that_cannot_be_used(tmp_path: Path, content: bytes, error: type[InputError], says: str) -> None:
    path = write(tmp_path / "akt", content)
    settings = ReadingSettings(max_bytes=100) if error is InputTooLarge else SETTINGS
    with pytest.raises(error, match=says):
        open_source(path, settings)


def test_file_that_nobody_may_read_is_left_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "akt.txt")
    path.chmod(0)
    with pytest.raises(InputForbidden, match="permission"):
        open_source(path, SETTINGS)


def test_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rör")
    with pytest.raises(InputUnsupported, match="regular"):
        open_source(tmp_path / "rör", SETTINGS)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("protokoll.pdf", "protokoll.pdf"), ("a\nb.pdf", "a\\nb.pdf"), ("\x1b[2J.txt", "\\x1b[2J.txt")],
)
def test_names_are_shown_without_control_characters(name: str, expected: str) -> None:
    assert shown(Path("mapp") / name) == expected
