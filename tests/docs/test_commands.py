"""Every block of the pages that can be run is run, page by page, over an archive of two samples."""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from justerat.cli.export import Format
from justerat.cli.main import main
from justerat.data import Json
from tests.docs.pages import PAGES, READMES, ROOT, Block, blocks, rows

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("forks")]

NOT_RUN = frozenset({"make run", "make test"})
"""Both are what CI runs, on an empty machine; from here the second would start itself."""
IN_ONE_SHELL = "docs/postgresql.md"
"""Its commands name variables that those before them set."""
QUICK = ("granby-ks.pdf", "granby-rapport-lost-letters.txt")
"""Samples that need no recognition."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader has it after `make run`, with documents of their own in `protokoll`."""
    folder = tmp_path_factory.mktemp("reader")
    (folder / ".venv").symlink_to(sys.prefix)
    (folder / "tools").symlink_to(ROOT / "tools")
    for name in ("samples", "protokoll"):
        (folder / name).mkdir()
        for sample in QUICK:
            shutil.copy(ROOT / "samples" / sample, folder / name)
    bash("justerat run samples", folder)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy to work in."""
    return shutil.copytree(made, tmp_path / "reader", symlinks=True)


def bash(script: str, folder: Path) -> str:
    """What the script writes; every line of it must do well."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["/bin/bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert ran.returncode == 0, f"{script}\n{ran.stdout}\n{ran.stderr}"
    return ran.stdout


def commands(page: str) -> list[str]:
    lines = (line for block in blocks(page, "sh") for line in block.code.splitlines())
    return [line for line in lines if line not in NOT_RUN]


@pytest.fixture
def here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The copy, with this process in it: a command that needs no shell needs no process of its own either."""
    monkeypatch.chdir(folder)
    return folder


def is_plain(line: str) -> bool:
    """Whether a line calls the program, and the shell does no more than cut it."""
    return line.startswith("justerat ") and not set(line) & set("$`*?|&;<>(){}~#!\\")


def arguments(command: str) -> list[str]:
    """What a command of the program is given, as the shell cuts it."""
    program, *rest = shlex.split(command)
    assert program == "justerat"
    return rest


# Another test holds the commands of the Swedish README to those of the English one.
@pytest.mark.parametrize("page", sorted({*PAGES} - {"README.sv.md", IN_ONE_SHELL}))
def test_commands(page: str, here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for line in commands(page):
        if is_plain(line):
            assert main(arguments(line)) == 0, line
            written = capfd.readouterr().out
        else:
            written = bash(line, here)
        assert not written.startswith("0 found."), line
        assert "\n0 found." not in written, line


def test_commands_that_build_on_variables(folder: Path) -> None:
    written = bash("\n".join(commands(IN_ONE_SHELL)), folder)
    assert "\n0 found." not in f"\n{written}"


@pytest.mark.parametrize(
    ("page", "block"), [(page, block) for page in PAGES for block in blocks(page, "python")]
)
def test_python(page: str, block: Block, folder: Path) -> None:
    assert bash(shlex.join(["python", "-c", block.code]), folder), page


@pytest.mark.parametrize(
    ("page", "block"), [(page, block) for page in PAGES for block in blocks(page, "sql")]
)
def test_sql(page: str, block: Block, made: Path) -> None:
    connection = sqlite3.connect(f"file:{made / 'arkiv' / 'archive.sqlite'}?mode=ro", uri=True)
    try:
        found = connection.execute(block.code).fetchall()
    finally:
        connection.close()
    # The two samples have no findings, and should not get any.
    assert found or "FROM findings" in block.code, page


def calls() -> list[tuple[str, set[str]]]:
    """The commands of the integrator's table with the members that it says they write."""
    table = ((cells[0].strip("`"), cells[1]) for cells in rows("docs/integrator.md"))
    return [
        (command, {name.strip("` ") for name in names.split(",")})
        for command, names in table
        if command.startswith("justerat ")
    ]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("command", "members"), calls())
def test_members_of_json(command: str, members: set[str], capfd: pytest.CaptureFixture[str]) -> None:
    main(arguments(command))
    assert set(json.loads(capfd.readouterr().out)) == members


FORMS = [
    cells[1].strip("`") for cells in rows("docs/integrator.md") if cells[1].startswith("`justerat export ")
]


def test_every_form_stands_in_the_table() -> None:
    assert [command.split()[2] for command in FORMS] == [form.value for form in Format]


@pytest.mark.parametrize("command", FORMS)
def test_command_of_each_form(command: str, here: Path) -> None:
    given = arguments(command)
    assert main(given) == 0
    assert list(here.glob(given[given.index("--to") + 1]))


@pytest.mark.parametrize("readme", READMES)
def test_record_in_readme_is_cut_from_a_real_one(readme: str, made: Path) -> None:
    (block,) = blocks(readme, "json")
    real = next((made / "arkiv" / "records").rglob(f"{_digest(QUICK[0])[:16]}-1.json"))
    assert is_cut(json.loads(block.code), json.loads(real.read_text("utf-8"))), real.read_text("utf-8")


def _digest(sample: str) -> str:
    return hashlib.sha256((ROOT / "samples" / sample).read_bytes()).hexdigest()


def is_cut(shown: Json, real: Json) -> bool:
    """Whether `shown` is `real` with members of objects and elements of lists left out."""
    if isinstance(shown, dict) and isinstance(real, dict):
        return all(name in real and is_cut(value, real[name]) for name, value in shown.items())
    if isinstance(shown, list) and isinstance(real, list):
        left = iter(real)
        return all(any(is_cut(one, candidate) for candidate in left) for one in shown)
    return shown == real
