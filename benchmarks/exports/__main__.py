"""Prints rows a second and peak of memory of each form: `python -m benchmarks.exports`."""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from benchmarks.exports.generated import generate
from benchmarks.exports.timed import timed

FORMS = ("parquet", "csv", "sqlite", "jsonl")


def main() -> None:
    """Make the archive where it isn't yet, and export it in each form."""
    parser = argparse.ArgumentParser("python -m benchmarks.exports", description=__doc__)
    parser.add_argument("--decisions", type=int, default=100_000, help="of the archive that is made")
    parser.add_argument("--forms", default=",".join(FORMS), help="what to write")
    parser.add_argument("--archive", type=Path, help="a folder to make the archive in, or where it is")
    parser.add_argument("--public", action="store_true", help="hide personal numbers")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = asked.archive or Path(folder, "arkiv")
        if not archive.exists():
            begun = time.perf_counter()
            generate(archive, asked.decisions)
            print(f"An archive of {asked.decisions} decisions, made in {time.perf_counter() - begun:.0f} s.")
        print(f"{'form':<12}{'rows':>10}{'seconds':>10}{'rows/s':>10}{'peak MB':>10}")
        for form in asked.forms.split(","):
            done = timed(archive, form, Path(folder, form), *(["--public"] if asked.public else []))
            print(
                f"{form:<12}{done.rows:>10}{done.seconds:>10.1f}{done.rows_a_second:>10.0f}{done.megabytes:>10.0f}"
            )


if __name__ == "__main__":
    main()
