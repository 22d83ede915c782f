"""The locks hold what the project asks for, each with its hashes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME: list[str] = PROJECT["project"]["dependencies"]
BUILD: list[str] = PROJECT["build-system"]["requires"]
DEV: list[str] = PROJECT["project"]["optional-dependencies"]["dev"]


def locked(lock: str) -> dict[str, str]:
    """Each locked name with its version; every entry of the file carries a hash."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    entries = re.findall(r"(?m)^([\w.-]+)==(\S+).*((?:\n    --hash=sha256:[0-9a-f]{64}.*)+)", text)
    assert len(entries) == len(re.findall(r"(?m)^\w", text))
    return {canonicalize_name(name): version for name, version, _ in entries}


@pytest.mark.parametrize(
    ("lock", "asked"), [("runtime.txt", [*RUNTIME, *BUILD]), ("dev.txt", [*RUNTIME, *BUILD, *DEV])]
)
def test_what_is_asked_for_is_locked(lock: str, asked: list[str]) -> None:
    versions = locked(lock)
    for requirement in map(Requirement, asked):
        assert versions[canonicalize_name(requirement.name)] in requirement.specifier


def test_tests_run_with_what_the_program_runs_with() -> None:
    assert locked("runtime.txt").items() <= locked("dev.txt").items()


def test_peers_are_locked() -> None:
    lines = (ROOT / "requirements" / "peers.in").read_text(encoding="utf-8").splitlines()
    (peer,) = (Requirement(line) for line in lines if not line.startswith("#"))
    assert locked("peers.txt")[peer.name] in peer.specifier


def test_standards_are_locked() -> None:
    assert set(locked("standards.txt")) == {"datapackage", "eark-validator", "htrflow"}


def test_what_builds_the_project_is_locked() -> None:
    lines = (ROOT / "requirements" / "build.in").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == BUILD
