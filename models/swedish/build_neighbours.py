"""Builds the table of neighbours: `python -m models.swedish.build_neighbours TEXT.xz`.

TEXT is Swedish running text, a paragraph on each line. Only neighbours of words are kept that the lexicon has
with other marks too: build it first.
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import numpy as np

from models.swedish.held_out import held_out
from models.swedish.lexicon import lexicon
from models.swedish.marks import plain
from models.swedish.neighbours import DATA, EDGE, Neighbours, table_of, tokens_of
from models.swedish.tokens import is_swedish


def built(lines: Iterable[str], twins: frozenset[str]) -> Neighbours:
    """The table of the lines that are Swedish and not kept for measuring."""
    singles: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for line in lines:
        if is_swedish(line) and not held_out(line):
            found = [EDGE, *tokens_of(line), EDGE]
            singles.update(found)
            pairs.update(pair for pair in pairwise(found) if not twins.isdisjoint(pair))
    kept = {token for pair in pairs for token in pair}
    return table_of(singles.total(), {token: singles[token] for token in sorted(kept)}, pairs)


def twins_in(words: Iterable[str]) -> frozenset[str]:
    """The words that others of them are without their marks, or with other ones."""
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        alike[plain(word)].add(word)
    return frozenset(word for several in alike.values() if len(several) > 1 for word in several)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("text", type=Path, help="Swedish text, UTF-8 packed with xz")
    parser.add_argument("--out", type=Path, default=DATA)
    given = parser.parse_args()
    with lzma.open(given.text) as lines:
        found = built((line.decode() for line in lines), twins_in(lexicon().uses))
    np.save(given.out, found.table)


if __name__ == "__main__":
    main()
