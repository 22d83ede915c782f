"""What a process waits before its first repair: `python -m benchmarks.repair.cold [--times N]`.

Each time in a process of its own; seconds are by the clock, the median of the times.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median

_ROOT = Path(__file__).resolve().parents[2]
_DAMAGED = "Kommunstyrelsen beslutar att godkanna forslaget.\n"


def main() -> None:
    """Measure, and print a line for each step."""
    parser = argparse.ArgumentParser("python -m benchmarks.repair.cold", description=__doc__)
    parser.add_argument("--times", type=int, default=9, metavar="N")
    parser.add_argument("--once", action="store_true", help="in this process, as JSON")
    asked = parser.parse_args()
    if asked.once:
        sys.stdout.write(json.dumps(dict(steps())))
        return
    runs = [_run() for _ in range(asked.times)]
    found = {name: median(run[name] for run in runs) for name in runs[0]}
    for name, seconds in found.items():
        print(f"{name:<16}{seconds:.3f} s")
    print(f"{'all but imports':<16}{sum(found.values()) - found['imports']:.3f} s")


def steps() -> list[tuple[str, float]]:
    """The steps to the first repair, in order, each with its seconds: imports, then what each table takes."""
    found = [("imports", _seconds(_imports))]
    from benchmarks.repair.programs.ours import corrected
    from models.swedish.letters import letter_model
    from models.swedish.lexicon import lexicon
    from models.swedish.name_parts import is_name
    from models.swedish.neighbours import neighbours
    from models.swedish.rare_words import is_rare
    from models.swedish.tagger.tagger import tagger

    found += [
        ("lexicon", _seconds(lambda: lexicon().knows("förslaget"))),
        ("rare words", _seconds(lambda: is_rare("ridhuset"))),
        ("neighbours", _seconds(lambda: neighbours().attraction("enligt", "vår"))),
        ("letters", _seconds(lambda: letter_model().log_probability("förslaget"))),
        ("names", _seconds(lambda: is_name("Sjöberg"))),
        ("network", _seconds(tagger)),
        ("first sentence", _seconds(lambda: corrected(_DAMAGED))),
    ]
    return found


def _imports() -> None:
    import_module("pipeline.repair")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _run() -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.repair.cold", "--once"]
    found: dict[str, float] = json.loads(
        subprocess.run(command, capture_output=True, cwd=_ROOT, check=True).stdout
    )
    return found


if __name__ == "__main__":
    main()
