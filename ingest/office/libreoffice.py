"""LibreOffice, where it is installed: turns older Word files into ODT; no macro is run, no link followed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from models.errors import InputDamaged, PageTimeout, ProgramMissing

PACKAGE = "libreoffice-writer-nogui"
_SECONDS_TO_ASK = 60
_GRACE = 10
_KILLED = 137
_OPTIONS = (
    "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard",
    "--convert-to", "odt:writer8",
)  # fmt: skip
_SAFE = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
)
"""No macro is run whoever signed it, nothing is loaded from elsewhere, links are never brought up to date."""


def program() -> str | None:
    """Where LibreOffice is, None where it isn't installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


@cache
def version(path: str) -> str:
    """The version of the LibreOffice at this path, "unknown" where it doesn't tell."""
    with tempfile.TemporaryDirectory(prefix="justerat-") as folder:
        command = [path, f"-env:UserInstallation={Path(folder).as_uri()}", "--version"]
        told = _run(command, folder, _SECONDS_TO_ASK)
    found = re.search(r"\d+(?:\.\d+)+", told.stdout if told else "")
    return found[0] if found else "unknown"


@contextmanager
def as_odt(file: Path, name: str, seconds: int) -> Generator[tuple[Path, str]]:
    """The file as ODT, gone again afterwards, and what made it.

    `ProgramMissing` where LibreOffice isn't installed, `PageTimeout` after so many seconds, `InputDamaged`
    where it makes nothing of the file.
    """
    path = program()
    if path is None:
        raise ProgramMissing(
            f"{name} is an older Word file, which only LibreOffice reads; install it "
            f"(sudo apt install {PACKAGE}) and retry, or save the file as DOCX or PDF."
        )
    with tempfile.TemporaryDirectory(prefix="justerat-") as made:
        folder = Path(made)
        shutil.copyfile(file, folder / "in.doc")
        _convert(path, folder, name, seconds)
        odt = folder / "out" / "in.odt"
        if not odt.is_file():
            raise InputDamaged(f"LibreOffice makes nothing of {name}; open it in Word and save it as DOCX.")
        yield odt, f"LibreOffice {version(path)}"


def _convert(path: str, folder: Path, name: str, seconds: int) -> None:
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_profile(), "utf-8")
    profile = f"-env:UserInstallation={user.parent.as_uri()}"
    command = [path, profile, *_OPTIONS, "--outdir", str(folder / "out"), str(folder / "in.doc")]
    ended = _run(command, str(folder), seconds)
    if ended is None or ended.returncode in {_KILLED, -9}:
        raise PageTimeout(
            f"LibreOffice took too long over {name} and was stopped; save it as DOCX and retry."
        )


def _run(command: list[str], home: str, seconds: int) -> subprocess.CompletedProcess[str] | None:
    """Run it in a process group of its own, which `timeout` kills also when this process is no more.

    None where even that took too long.
    """
    limited = ["timeout", "--signal=KILL", str(seconds), *command]
    try:
        return subprocess.run(
            limited,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=seconds + _GRACE,
            env=_environment(home),
        )
    except subprocess.TimeoutExpired:
        return None


def _profile() -> str:
    items = (
        f'<item oor:path="/org.openoffice.Office.{path}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SAFE
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{"".join(items)}</oor:items>'


def _environment(home: str) -> dict[str, str]:
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": home,
        "TMPDIR": home,
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }
