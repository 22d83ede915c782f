"""Builds the language model: `python -m models.swedish.build_language_model TEXT.xz --out FILE.npz`.

TEXT is the one that the lexicon was built from; the lexicon must be built first.
"""

from __future__ import annotations

import argparse
import lzma
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from models.swedish.language_model import COMMA, DATA, EDGE, FIRST_WORD, NUMBER, UNLISTED, Counts
from models.swedish.lexicon import lexicon
from models.swedish.tokens import is_swedish, tokens

_LEAST_PAIR = 2
_LEAST_TRIPLE = 4
"""Rarer pairs and triples are left out: they weigh most of the file and tell little."""
_MOST = 65535
"""Counts are kept in 16 bits."""
_QUOTES = frozenset("\"”“»«'’")


def numbered(lines: Iterable[str], numbers: dict[str, int]) -> Iterator[int]:
    """The Swedish lines as numbers of words, EDGE between sentences and around brackets."""
    yield EDGE
    for line in lines:
        if is_swedish(line):
            yield from (_number(piece, numbers) for piece in tokens(line) if piece not in _QUOTES)
            yield EDGE


def count(text: npt.NDArray[np.int64], size: int) -> Counts:
    """The counts of words, pairs and triples in a text of numbers below `size`."""
    edge = text == EDGE
    text = text[~(edge & np.roll(edge, 1))]
    pair_keys, pairs = np.unique(text[:-1] * size + text[1:], return_counts=True)
    triple_keys, triples = np.unique((text[:-2] * size + text[1:-1]) * size + text[2:], return_counts=True)
    pair_keys, pairs = pair_keys[pairs >= _LEAST_PAIR], pairs[pairs >= _LEAST_PAIR]
    triple_keys, triples = triple_keys[triples >= _LEAST_TRIPLE], triples[triples >= _LEAST_TRIPLE]
    return Counts(
        words=np.bincount(text, minlength=size),
        first=np.diff(pair_keys // size, prepend=0),
        second=pair_keys % size,
        pairs=pairs,
        pair=np.diff(np.searchsorted(pair_keys, triple_keys // size), prepend=0),
        third=triple_keys % size,
        triples=triples,
    )


def _number(piece: str, numbers: dict[str, int]) -> int:
    if piece[0].isalpha():
        return numbers.get(piece.lower(), UNLISTED)
    if piece[0].isdigit():
        return NUMBER
    return COMMA if piece == "," else EDGE


def main() -> None:
    """Count the text that is given and write the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", type=Path, help="Swedish text, UTF-8 packed with xz")
    parser.add_argument("--out", type=Path, default=DATA)
    given = parser.parse_args()
    numbers = {word: number for number, word in enumerate(lexicon().uses, FIRST_WORD)}
    with lzma.open(given.text) as lines:
        text = array("q", numbered((line.decode() for line in lines), numbers))
    counts = count(np.frombuffer(text, dtype=np.int64), len(numbers) + FIRST_WORD)
    write(counts, given.out)


def write(counts: Counts, path: Path) -> None:
    """Keep the counts in as few bits as they need."""
    capped = counts._replace(pairs=np.minimum(counts.pairs, _MOST), triples=np.minimum(counts.triples, _MOST))
    kept: dict[str, npt.NDArray[np.generic]] = {
        name: values.astype(np.uint16 if name in {"pairs", "triples"} else np.uint32)
        for name, values in capped._asdict().items()
    }
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **kept)


if __name__ == "__main__":
    main()
