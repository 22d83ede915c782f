"""Builds the table of rare words: `python -m models.swedish.build_rare_words WORDS.txt`.

WORDS.txt has a word on each line, as `models.swedish.tagger.learn.vocabulary` lists them. Those that the
lexicon knows, listed or as a compound, are left out: build it first.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from models.swedish.lexicon import lexicon
from models.swedish.rare_words import DATA
from models.swedish.word_table import Use, write

_UNCOUNTED = Use(0, 0)


def rare(words: Iterable[str]) -> Iterator[str]:
    """The words that the lexicon doesn't know, in alphabetical order."""
    knows = lexicon().knows
    return (word for word in sorted({*words}) if not knows(word))


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("words", type=Path, metavar="WORDS.txt")
    parser.add_argument("--out", type=Path, default=DATA)
    given = parser.parse_args()
    words = rare(given.words.read_text(encoding="utf-8").split())
    write(((word, _UNCOUNTED) for word in words), given.out)


if __name__ == "__main__":
    main()
