"""Count how often each rule is right: `python -m benchmarks.extraction.learn [--number 56] FOLDER...`.

Writes models/confidences.tsv, from minutes made from the grammar and from the documents in the folders,
each NAME.txt with NAME.gold.json. What is measured afterwards (docs/extraction.md) is made from other seeds.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from itertools import chain
from pathlib import Path

from benchmarks.extraction.calibration import judged
from benchmarks.extraction.make import made, write
from benchmarks.records.read import records_of
from samples.make.facts import Facts, read_facts


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", help="folders of documents with their facts")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--number", type=int, default=56, help="files made from the grammar")
    given = parser.parse_args()
    counts: Counter[tuple[str, bool]] = Counter()
    for facts, path in chain(_made(given.seed, given.number), _stored(given.folders)):
        for values in judged(facts, records_of(path)).values():
            counts.update((one.surest.rule, one.right) for one in values if one.surest.rule)
    _write(counts)


def _made(seed: int, number: int) -> Iterator[tuple[Facts, Path]]:
    with tempfile.TemporaryDirectory(prefix="justerat-learn-") as name:
        for file in made(seed, number):
            yield file.facts, write(file, Path(name), scan=False, seed=seed)


def _stored(folders: list[Path]) -> Iterator[tuple[Facts, Path]]:
    return ((facts, folder / facts.source) for folder in folders for facts in read_facts(folder))


def _write(counts: Counter[tuple[str, bool]]) -> None:
    path = Path(str(files("models").joinpath("confidences.tsv")))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("rule", "right", "wrong"))
        for rule in sorted({rule for rule, _ in counts}):
            writer.writerow((rule, counts[rule, True], counts[rule, False]))


if __name__ == "__main__":
    main()
