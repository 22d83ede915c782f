"""What a run may leave behind: its archive, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def tree(folder: Path, but: Path) -> dict[str, tuple[int, int]]:
    """All that is under `folder` but not under `but`: size and time of change of each file by its path."""
    found: dict[str, tuple[int, int]] = {}
    for path in sorted(folder.rglob("*")):
        if path != but and but not in path.parents:
            status = path.lstat()
            found[path.relative_to(folder).as_posix()] = (
                (0, 0) if path.is_dir() else (status.st_size, status.st_mtime_ns)
            )
    return found


def of_session(session: int) -> Iterator[int]:
    """The live processes of a session, but for this one: it holds all that its first process has started."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(fields[3]) == session and fields[0] != "Z":
                yield int(entry.name)
