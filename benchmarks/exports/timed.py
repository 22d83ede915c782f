"""An export in a process of its own: how many rows, in what time, at what peak of memory."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)
_CODE = """
import sys
from pathlib import Path
from justerat.cli.main import main
code = main(sys.argv[2:])
Path(sys.argv[1]).write_text(Path("/proc/self/status").read_text("utf-8"), encoding="utf-8")
sys.exit(code)
"""


@dataclass(frozen=True, slots=True)
class Timed:
    """Rows that were written, wall seconds from the start of the process to its end, and its peak in MB."""

    rows: int
    seconds: float
    megabytes: float

    @property
    def rows_a_second(self) -> float:
        """How fast it was, start of the program and all."""
        return self.rows / self.seconds


def timed(archive: Path, form: str, to: Path, *options: str) -> Timed:
    """Export the archive; the peak is the process's own, from when it began (Linux `VmHWM`)."""
    status = to.with_name(f"{to.name}.status")
    arguments = ["export", form, "--archive", str(archive), "--to", str(to), *options]
    begun = time.perf_counter()
    ran = subprocess.run(
        [sys.executable, "-c", _CODE, str(status), *arguments], check=True, stdout=subprocess.PIPE, text=True
    )
    seconds = time.perf_counter() - begun
    (peak,) = _PEAK.findall(status.read_text("utf-8"))
    rows = sum(int(count) for count in re.findall(r": (\d+) rows$", ran.stdout, re.MULTILINE))
    return Timed(rows, seconds, int(peak) / 1024)
