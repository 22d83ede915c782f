"""A PostgreSQL server that all tests of a run share, started by the first that asks for it."""

from __future__ import annotations

import fcntl
import os
import subprocess
import tempfile
from pathlib import Path

TOOL = Path(__file__).resolve().parents[1] / "tools" / "postgres.sh"
_FOLDER = "JUSTERAT_TESTS_SERVER"
"""The setting by which the processes of a run know the folder that is the server's."""


def prepare() -> None:
    """Choose where the server will be, before the run's other processes begin."""
    os.environ[_FOLDER] = tempfile.mkdtemp(prefix="justerat-tests-")


def address() -> str:
    """The server's address; it is started by the first. Without PostgreSQL the test fails, and says why."""
    folder = Path(os.environ[_FOLDER])
    told = folder / "address"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            # The server is a user of its own, who must be able to come this far.
            folder.chmod(0o711)
            told.write_text(_tool("start", folder / "server"))
    return told.read_text()


def finish() -> None:
    """Stop the server, if it was started, and leave nothing of it."""
    folder = Path(os.environ.pop(_FOLDER))
    _tool("stop", folder / "server")
    for name in ("address", "lock"):
        (folder / name).unlink(missing_ok=True)
    folder.rmdir()


def _tool(what: str, folder: Path) -> str:
    ran = subprocess.run([TOOL, what, folder], capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()
