"""The checks of the house, on small programs that break one rule each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import house
from tools.limits import FILE_LINES, FUNCTION_LINES

# Put together here, so that this file keeps the rules that it tests.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("deb", "debian", "org"),
    )
]
MACHINE_PATHS = ["/" + path for path in ("home/anna/akter", "root/.cache", "Users/anna", "work/akter")]


def messages(path: str, source: str) -> list[str]:
    return [f"{fault.line}: {fault.message}" for fault in house.faults_of(path, source)]


def function_of(lines: int) -> str:
    return "def long():\n" + "    x = 1\n" * (lines - 1)


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        ("models/page.py", "x = 1\n" * FILE_LINES, []),
        ("models/page.py", "x = 1\n" * (FILE_LINES + 1), ["301: the file has 301 lines, 300 are allowed"]),
        ("tools/setup.sh", ":\n" * (FILE_LINES + 1), ["301: the file has 301 lines, 300 are allowed"]),
        ("docs/long.md", "text\n" * (FILE_LINES + 1), []),
        ("models/page.py", function_of(FUNCTION_LINES), []),
        (
            "models/page.py",
            function_of(FUNCTION_LINES + 1),
            ["1: the function long has 41 lines, 40 are allowed"],
        ),
        ("models/page.py", "def broken(:\n", ["1: is no Python of this version: invalid syntax"]),
    ],
)
def test_limits(path: str, source: str, expected: list[str]) -> None:
    assert messages(path, source) == expected


@pytest.mark.parametrize(
    ("caught", "body", "broken"),
    [
        ("", "pass", True),
        (" Exception", "pass", True),
        (" BaseException as error", "print(error)", True),
        (" (OSError, Exception)", "pass", True),
        (" Exception", "log(); raise", False),
        (" Exception as error", "raise ValueError from error", True),
        (" OSError", "pass", False),
        (" (OSError, ValueError)", "pass", False),
    ],
)
def test_broad_except(caught: str, body: str, broken: bool) -> None:
    faults = messages("ingest/files.py", f"try:\n    x = 1\nexcept{caught}:\n    {body}\n")
    assert faults == ["3: a broad except: name the exceptions that are expected here"] * broken


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("pytest.skip('later')", "skip"),
        ("pytest.importorskip('dask')", "importorskip"),
        ("@pytest.mark.skipif(True, reason='x')\ndef test(): ...", "skipif"),
        ("x = pytest.param(1, marks=pytest.mark.xfail)", "xfail"),
        ("from pytest import skip", "skip"),
        ("from unittest import TestCase, skipIf", "skipIf"),
        ("@pytest.mark.slow\ndef test(): ...", ""),
        ("stream.skip(3)", ""),
    ],
)
def test_tests_left_out(line: str, mark: str) -> None:
    expected = [f"{mark}: a test runs and passes, or is taken away"] if mark else []
    assert [message.split(": ", 1)[1] for message in messages("tests/test_x.py", line + "\n")] == expected


@pytest.mark.parametrize("host", REGISTRIES)
def test_registry_hosts(host: str) -> None:
    expected = ["2: names the host of a package registry; each machine has its own"]
    assert messages("docs/install.md", f"Packages:\nhttps://{host}/simple\n") == expected


@pytest.mark.parametrize("path", MACHINE_PATHS)
def test_machine_paths(path: str) -> None:
    assert messages("docs/install.md", f"cd {path}\n") == ["1: names a path of one machine"]


@pytest.mark.parametrize(
    "text", ["/usr/share/tesseract-ocr", "~/akter", "https://granby.example/home/1", "a/home/b"]
)
def test_other_paths_are_free(text: str) -> None:
    assert messages("docs/install.md", text) == []


def test_main_reads_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7 \xff\xfe")
    bad = tmp_path / "bad.py"
    bad.write_text("try:\n    x = 1\nexcept:\n    pass\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(house, "checkout", lambda: iter([Path("scan.pdf"), Path("bad.py")]))

    assert house.main() == 1
    assert capsys.readouterr().out.splitlines() == [
        "bad.py:3: a broad except: name the exceptions that are expected here",
        "House rules: 1 broken.",
    ]

    bad.write_text("x = 1\n", encoding="utf-8")
    assert house.main() == 0
