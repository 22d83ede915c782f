"""Runs commands, so many at a time, and tells what they cost: `... -m benchmarks.reading.meter < JOB.json`.

A process of its own, and a small one: the kernel counts the memory of a process that starts another against
that other too. It adopts the orphans of what it starts (Linux `PR_SET_CHILD_SUBREAPER`), so that helpers
which outlive the command that started them (Python's fork server) are counted. CPU seconds are user and
system time, peak memory is that of the largest single process; both come from wait4(2).
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel

_ROOT = Path(__file__).resolve().parents[2]
"""The checkout: what is called as `-m benchmarks...` is found there."""
_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of <linux/prctl.h>."""
_KIBIBYTE = 1024
_BLINK = 0.01


class Job(BaseModel):
    """Commands, how many run at a time, the seconds each may take, and a file for what they say."""

    commands: list[list[str]]
    jobs: int
    limit: float
    log: Path


class Cost(BaseModel):
    """What one command took; `code` is its exit code, negative where a signal ended it."""

    code: int
    wall: float
    cpu: float


class Bill(BaseModel):
    """What all took together; `peak` in bytes is the largest process's."""

    wall: float = 0.0
    cpu: float = 0.0
    peak: int = 0
    costs: list[Cost] = []


def metered(job: Job) -> Bill:
    """Run the job in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.reading.meter"],
        input=job.model_dump_json().encode(),
        stdout=subprocess.PIPE,
        cwd=_ROOT,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        check=True,
    )
    return Bill.model_validate_json(run.stdout)


@dataclass(slots=True)
class _Meter:
    job: Job
    waiting: list[int]
    running: dict[int, tuple[int, float]] = field(default_factory=dict[int, tuple[int, float]])
    costs: dict[int, Cost] = field(default_factory=dict[int, Cost])
    cpu: float = 0.0
    peak: int = 0

    def run(self) -> Bill:
        begun = time.monotonic()
        self._start()
        while self._reap():
            self._stop_late()
            self._start()
        costs = [self.costs[number] for number in sorted(self.costs)]
        return Bill(wall=time.monotonic() - begun, cpu=self.cpu, peak=self.peak, costs=costs)

    def _start(self) -> None:
        while self.waiting and len(self.running) < self.job.jobs:
            number = self.waiting.pop(0)
            with self.job.log.open("ab") as log:
                process = subprocess.Popen(
                    self.job.commands[number], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                    start_new_session=True,
                )  # fmt: skip
            # wait4 gathers it, not Popen, which would warn of a child that it lost.
            process.returncode = 0
            self.running[process.pid] = (number, time.monotonic())

    def _reap(self) -> bool:
        """Note what has ended; False when nothing is left, orphans included."""
        try:
            pid, status, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return bool(self.waiting)
        if pid == 0:
            time.sleep(_BLINK)
            return True
        cpu = usage.ru_utime + usage.ru_stime
        self.cpu += cpu
        self.peak = max(self.peak, usage.ru_maxrss * _KIBIBYTE)
        if pid in self.running:
            number, begun = self.running.pop(pid)
            code = os.waitstatus_to_exitcode(status)
            self.costs[number] = Cost(code=code, wall=time.monotonic() - begun, cpu=cpu)
        return True

    def _stop_late(self) -> None:
        for pid, (_, begun) in self.running.items():
            if time.monotonic() - begun > self.job.limit:
                os.killpg(pid, signal.SIGKILL)


def main() -> None:
    """Run what standard input asks for, and write the bill to standard output."""
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    job = Job.model_validate_json(sys.stdin.read())
    sys.stdout.write(_Meter(job, list(range(len(job.commands)))).run().model_dump_json())


if __name__ == "__main__":
    main()
