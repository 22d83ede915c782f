"""Builds lexicon, letter model and letter counts: `python -m models.swedish.build_lexicon TEXT.xz`.

TEXT is Swedish running text, a paragraph on each line. wordfreq (a development dependency) vouches for words
that are rare in it; nothing of wordfreq's data is kept.
"""

from __future__ import annotations

import argparse
import csv
import lzma
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wordfreq import zipf_frequency

from models.swedish.held_out import held_out
from models.swedish.letters import DATA as LETTERS
from models.swedish.letters import letter_model_of
from models.swedish.letters import write as write_letters
from models.swedish.lexicon import DATA
from models.swedish.tokens import is_swedish, tokens
from models.swedish.word_table import Use
from models.swedish.word_table import write as write_words

_OWN_WORDS = Path(__file__).with_name("municipal_words.txt")
_OWN_COUNT = 20
"""The count that a word of our own list gets at least: that of a word met now and then."""
_NAME_LISTS = (("municipalities.tsv", "name", 20), ("names.tsv", "name", 5))
"""Lists of names beside this file: the column, and the count that a name with å ä ö gets at least."""
_ENOUGH = 3
"""A word met so often needs no other witness."""
_TWIN_RATIO = 50
"""A word without å ä ö is damage where the same letters with them are this many times as common."""
_NAME_COUNT = 3
_COMMON = 2_000
"""Words met so often tell how common each letter is."""
_LETTERS_COUNTED = "letter_counts.tsv"
_PLAIN = str.maketrans("åäöé", "aaoe")


@dataclass
class Counts:
    """Uses of words: in lower case, and with a capital where no sentence begins."""

    lower: Counter[str] = field(default_factory=Counter[str])
    capital: Counter[str] = field(default_factory=Counter[str])

    def add(self, line: str) -> None:
        """Count the words of one line."""
        running = False
        for piece in tokens(line):
            if piece.islower():
                self.lower[piece] += 1
            elif running and piece.istitle():
                self.capital[piece.lower()] += 1
            running = piece.islower() or (running and piece == ",")


def count(lines: Iterable[str]) -> Counts:
    """The uses of words in the lines that are Swedish and not kept for measuring."""
    counts = Counts()
    for line in lines:
        if is_swedish(line) and not held_out(line):
            counts.add(line)
    return counts


def listed(counts: Counts, own: Iterable[str]) -> dict[str, Use]:
    """The words that are kept, with their uses in lower case and with a capital, in alphabetical order."""
    lower = counts.lower.copy()
    for word in own:
        lower[word] = max(lower[word], _OWN_COUNT)
    twins = _commonest_twin(lower)
    kept = {word for word, uses in lower.items() if _vouched(word, uses, twins[word.translate(_PLAIN)])}
    kept |= {
        word
        for word, uses in counts.capital.items()
        if uses >= _NAME_COUNT and _vouched(word, uses, twins[word.translate(_PLAIN)])
    }
    return {word: Use(lower[word], counts.capital[word]) for word in sorted(kept)}


def names() -> Iterator[tuple[str, int]]:
    """The words with å ä ö of the lists of names, in lower case, with their counts."""
    for file, column, uses in _NAME_LISTS:
        with Path(__file__).with_name(file).open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows, delimiter="\t"):
                words = row[column].lower().replace("-", " ").split()
                yield from (
                    (word, uses) for word in words if _is_word(word) and word != word.translate(_PLAIN)
                )


def letter_counts(words: Mapping[str, Use]) -> Counter[str]:
    """How often each letter stands in the commonest words, as they stand in lower case."""
    times: Counter[str] = Counter()
    for word, use in words.items():
        for letter in word if use.lower >= _COMMON else ():
            times[letter] += use.lower
    return times


def _commonest_twin(lower: Counter[str]) -> Counter[str]:
    """By letters without their marks, the uses of the commonest word that has them."""
    twins: Counter[str] = Counter()
    for word, uses in lower.items():
        plain = word.translate(_PLAIN)
        twins[plain] = max(twins[plain], uses)
    return twins


def _vouched(word: str, uses: int, twin: int) -> bool:
    witness = uses >= _ENOUGH or zipf_frequency(word, "sv", wordlist="large") > 0
    marked = word != word.translate(_PLAIN)
    return witness and _is_word(word) and (marked or twin < uses * _TWIN_RATIO)


def _is_word(word: str) -> bool:
    return word.isalpha() and (len(word) > 1 or word in "iåö")


def main() -> None:
    """Count the words of the text that is given and write the lexicon, and the letter model of its words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", type=Path, help="Swedish text, UTF-8 packed with xz")
    parser.add_argument("--out", type=Path, default=DATA)
    given = parser.parse_args()
    with lzma.open(given.text) as lines:
        counts = count(line.decode() for line in lines)
    for name, uses in names():
        counts.capital[name] = max(counts.capital[name], uses)
    words = listed(counts, _OWN_WORDS.read_text(encoding="utf-8").split())
    write_words(words.items(), given.out)
    write_letters(letter_model_of(words), given.out.with_name(LETTERS.name))
    rows = "".join(f"{letter}\t{times}\n" for letter, times in sorted(letter_counts(words).items()))
    given.out.with_name(_LETTERS_COUNTED).write_text(f"letter\tcount\n{rows}", "utf-8")


if __name__ == "__main__":
    main()
