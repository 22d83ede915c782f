"""One program over all documents, in a process of its own: `python -m benchmarks.repair.worker < JOB.json`.

Seconds are processor time of the process; loading is told apart, with a first short text that has whatever is
loaded late loaded. The peak of memory is the process's own, from when it began (Linux `VmHWM`): what
getrusage tells would count the memory of the process that started it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

from pydantic import BaseModel

from benchmarks.repair.programs.known import PROGRAMS
from benchmarks.repair.programs.program import Corrected

_FIRST = "Kommunstyrelsen beslutar att godkanna forslaget.\n"
_ROOT = Path(__file__).resolve().parents[2]
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


class Job(BaseModel):
    """A program by its name, and the documents that it is to repair."""

    program: str
    texts: list[str]


class Repaired(BaseModel):
    """A document, and the seconds that it took."""

    corrected: Corrected
    seconds: float


class Done(BaseModel):
    """The documents in their order; seconds to load; bytes of memory at most, 0 where nobody tells."""

    version: str
    load: float
    peak: int
    documents: list[Repaired]


def work(job: Job) -> Done:
    """Repair every document, here."""
    program = PROGRAMS[job.program]
    begun = time.process_time()
    correct = program.ready()
    correct(_FIRST)
    load = time.process_time() - begun
    documents: list[Repaired] = []
    for text in job.texts:
        begun = time.process_time()
        corrected = correct(text)
        documents.append(Repaired(corrected=corrected, seconds=time.process_time() - begun))
    return Done(version=program.version(), load=load, peak=_peak(), documents=documents)


def worked(job: Job) -> Done:
    """Repair every document, in a process that knows nothing of other programs."""
    command = [sys.executable, "-m", "benchmarks.repair.worker"]
    done = subprocess.run(
        command, input=job.model_dump_json().encode(), stdout=subprocess.PIPE, cwd=_ROOT, check=True
    )
    return Done.model_validate_json(done.stdout)


def _peak() -> int:
    status = Path("/proc/self/status")
    found = _PEAK.search(status.read_text("utf-8")) if status.exists() else None
    return int(found[1]) * 1024 if found else 0


if __name__ == "__main__":
    sys.stdout.write(work(Job.model_validate_json(sys.stdin.read())).model_dump_json())
