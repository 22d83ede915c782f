"""Checks the rules of the house that no linter knows: `python -m tools.house`."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.fault import Fault
from tools.habits import broad_excepts, tests_left_out
from tools.limits import long_file, long_functions
from tools.wording import forbidden_words

CODE = frozenset({".py", ".sh", "Makefile", "run"})


def main() -> int:
    """Prints every fault of the checkout; 1 if there is one."""
    faults = sorted(fault for path in checkout() for fault in faults_of_file(path))
    for fault in faults:
        print(fault)
    print(f"House rules: {len(faults)} broken." if faults else "House rules: kept.")
    return 1 if faults else 0


def checkout() -> Iterator[Path]:
    """The files of the checkout that git keeps, or would keep if they were added."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return (path for path in map(Path, listing.stdout.split("\0")) if path.is_file())


def faults_of_file(path: Path) -> Iterable[Fault]:
    """The faults of a file; what is not UTF-8 text has none."""
    try:
        source = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ()
    return faults_of(path.as_posix(), source)


def faults_of(path: str, source: str) -> Iterator[Fault]:
    """The faults of a file's text, by the rules that hold for a file of that name."""
    yield from forbidden_words(path, source)
    if not CODE.isdisjoint({Path(path).suffix, Path(path).name}):
        yield from long_file(path, source)
    if path.endswith(".py"):
        yield from faults_of_python(path, source)


def faults_of_python(path: str, source: str) -> Iterator[Fault]:
    """The faults that show only in the parsed program."""
    try:
        tree = ast.parse(source, path)
    except SyntaxError as error:
        yield Fault(path, error.lineno or 1, f"is no Python of this version: {error.msg}")
        return
    yield from long_functions(path, tree)
    yield from broad_excepts(path, tree)
    yield from tests_left_out(path, tree)


if __name__ == "__main__":
    sys.exit(main())
