"""Score records against what is true: `python -m benchmarks.records [RECORDS] [--truth FOLDER] [--misses]`.

RECORDS is a folder of record files; without one the documents are read anew: the samples, or those that lie
beside their facts in the folder of --truth.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.records.read import records_of
from benchmarks.records.score import Score, score
from benchmarks.records.stored import stored
from samples import FOLDER, TRUTH
from samples.make.facts import read_facts


def main() -> None:
    """Print the table, and with --misses each value that is wrong."""
    given = _arguments()
    truth = read_facts(given.truth)
    if given.records is None:
        beside = given.truth if given.truth != TRUTH else FOLDER
        records = [record for facts in truth for record in records_of(beside / facts.source)]
    else:
        records = list(stored(given.records))
    scores = score(truth, records)
    console = Console()
    console.print(_table(scores))
    if given.misses:
        for name, one in scores.items():
            for fault in one.faults:
                console.print(f"{name}: {fault}", markup=False, highlight=False, soft_wrap=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("records", type=Path, nargs="?", help="a folder of record files")
    parser.add_argument("--truth", type=Path, default=TRUTH, help="a folder of NAME.gold.json")
    parser.add_argument("--misses", action="store_true", help="print each value that is missed or spurious")
    return parser.parse_args()


def _table(scores: dict[str, Score]) -> Table:
    table = Table("field", "precision", "recall", "F1", "true", "spurious")
    for name, one in scores.items():
        figures = (f"{figure:.3f}" for figure in (one.precision, one.recall, one.f1))
        table.add_row(name, *figures, str(one.right + one.missed), str(one.spurious))
    return table


if __name__ == "__main__":
    main()
