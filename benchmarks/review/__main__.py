"""Prints what goes wrong, and who waits how long, when many use one archive: python -m benchmarks.review."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.review.hands import Done
from benchmarks.review.measure import measure

_SHOWN = 10


def main() -> int:
    """Let them at an archive of made records; 1 where anything was lost or went wrong."""
    parser = argparse.ArgumentParser("python -m benchmarks.review", description=__doc__)
    parser.add_argument("--readers", type=int, default=16)
    parser.add_argument("--reviewers", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=120.0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder, "arkiv"), asked.readers, asked.reviewers, asked.seconds)
    print(f"{'':<12}{'done':>8}{'p50 ms':>10}{'p95 ms':>10}")
    for name, hands in (("reviewers", found.reviewers), ("readers", found.readers), ("a run", found.runs)):
        print(_line(name, hands))
    acknowledged = sum(len(done.acknowledged) for done in found.reviewers)
    late = sum(done.late for done in found.reviewers)
    print(f"corrections acknowledged: {acknowledged}; refused as another came first: {late}")
    print(f"errors: {len(found.errors)}; lost corrections: {found.lost}; wrong: {len(found.wrong)}")
    for fault in (*found.errors[:_SHOWN], *found.wrong[:_SHOWN]):
        print(fault)
    return int(bool(found.errors or found.lost or found.wrong))


def _line(name: str, hands: Sequence[Done]) -> str:
    seconds = sorted(one for done in hands for one in done.seconds)
    if not seconds:
        return f"{name:<12}{0:>8}"
    middle, slow = (seconds[int(share * (len(seconds) - 1))] * 1000 for share in (0.5, 0.95))
    return f"{name:<12}{len(seconds):>8}{middle:>10.1f}{slow:>10.1f}"


if __name__ == "__main__":
    sys.exit(main())
