"""DOC through a LibreOffice that the tests put in its place."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from ingest.office import doc, libreoffice
from models.errors import InputDamaged, PageTimeout, ProgramMissing
from models.settings import ReadingSettings
from tests.ingest.office.test_odt import written

FAKE = """#!/bin/sh
case "$*" in *--version*) echo "LibreOffice 7.4.7.2 40(Build:2)"; exit;; esac
echo "$*" > "{folder}/asked"
while [ "$1" != --outdir ]; do shift; done
grep -q DisableMacrosExecution "$HOME/profile/user/registrymodifications.xcu" || exit 1
{action}
"""


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a LibreOffice that turns any file into the same ODT."""
    written(tmp_path / "made.odt", "<text:p>Granby</text:p>")
    program(tmp_path, 'mkdir -p "$2"; cp "{folder}/made.odt" "$2/in.odt"')
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    (tmp_path / "brev.doc").write_bytes(b"anything")
    return tmp_path


def program(folder: Path, action: str) -> None:
    script = FAKE.format(folder=folder, action=action.format(folder=folder))
    (folder / "soffice").write_text(script)
    (folder / "soffice").chmod(0o755)


def read(folder: Path, seconds: int = 60) -> tuple[tuple[str, ...], tuple[str, ...]]:
    made = doc.read(folder / "brev.doc", "brev.doc", ReadingSettings(page_seconds=seconds))
    return made.pages, made.steps


def test_the_file_is_read_as_what_libreoffice_makes_of_it(fake: Path) -> None:
    pages, steps = read(fake)
    assert pages == ("Granby",)
    assert steps[0] == "doc: made ODT by LibreOffice 7.4.7.2"
    asked = (fake / "asked").read_text()
    assert "--headless" in asked
    assert "-env:UserInstallation=file:///" in asked
    assert "brev" not in asked


def test_nothing_made_is_told(fake: Path) -> None:
    program(fake, "exit 0")
    with pytest.raises(InputDamaged, match=r"makes nothing of brev\.doc"):
        read(fake)


@pytest.mark.slow
def test_one_that_hangs_is_ended_with_all_that_it_started(fake: Path) -> None:
    program(fake, 'sleep 60 & echo $! > "{folder}/child"; wait')
    with pytest.raises(PageTimeout, match=r"brev\.doc"):
        read(fake, seconds=1)
    child = Path("/proc") / (fake / "child").read_text().strip()
    for _ in range(50):
        if not child.exists() or "Z" in (child / "stat").read_text().split()[2]:
            return
        time.sleep(0.1)
    pytest.fail("the child lives on")


def test_without_libreoffice_it_is_told_what_installs_it(fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(fake / "nowhere"))
    assert libreoffice.program() is None
    with pytest.raises(ProgramMissing, match="apt install libreoffice-writer-nogui"):
        read(fake)
