"""justerat token."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.folder import Archive
from models.asker import Asker, Role
from models.errors import ArchiveMissing, SettingsError
from tests.justerat.conftest import Call


def test_made_listed_removed(call: Call, archive: Path) -> None:
    said = call("token", "add", "Åsa Öberg", "--role", "review", "--archive", archive)
    token = said.out.strip()
    assert (said.code, "can't be shown again" in said.err) == (0, True)
    with Archive.reading(archive) as opened:
        assert opened.tokens.asker(token) == Asker("Åsa Öberg", Role.REVIEW)
    listed = call("token", "list", "--archive", archive).out
    assert "Åsa Öberg" in listed
    assert "1 tokens." in listed
    assert token not in listed
    assert call("token", "remove", "Åsa Öberg", "--archive", archive).code == 0
    with Archive.reading(archive) as opened:
        assert opened.tokens.asker(token) is None


def test_json(call: Call, archive: Path) -> None:
    made = call("token", "add", "feed", "--expires", "2999-12-31", "--archive", archive, "--json").json
    assert (made["name"], made["role"], made["expires"]) == ("feed", "read", "2999-12-31")
    (one,) = call("token", "list", "--archive", archive, "--json").listed("tokens")
    assert set(one) == {"name", "role", "made", "used", "expires"}
    assert (one["name"], one["used"]) == ("feed", None)
    assert call("token", "remove", "feed", "--archive", archive, "--json").json == {"removed": "feed"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "19121212-1212"),
        ("add", "late", "--expires", "1999-12-31"),
        ("remove", "nobody"),
    ],
)
def test_what_can_not_be_is_told(call: Call, archive: Path, arguments: tuple[str, ...]) -> None:
    said = call("token", *arguments, "--archive", archive)
    assert (said.code, said.out) == (SettingsError.exit_code, "")
    assert "19121212" not in said.err


def test_an_archive_is_needed(call: Call, tmp_path: Path) -> None:
    assert call("token", "list", "--archive", tmp_path).code == ArchiveMissing.exit_code


@pytest.mark.parametrize("command", ["add", "list", "remove"])
def test_help(call: Call, command: str) -> None:
    assert "Example: justerat token add" in call("token", "--help").out
    assert "--json" in call("token", command, "--help").out
