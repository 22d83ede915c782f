"""Learns letter confusions: `python -m models.swedish.tagger.learn.build_confusions PAIRS.tsv`.

PAIRS.tsv holds a Tesseract model, page, line, printed line and read line, with tabs between, as
`python -m benchmarks.repair.pairs` writes them. Models with the same letters make the same confusions: they
are a family.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from models.swedish.tagger.learn.confusions import DATA, Confusion, Shares
from models.swedish.tagger.learn.letter_groups import MOST, Pricing, grouped

_ROUNDS = 4
_LEAST_TIMES = 3
"""What was seen less often is left out: on so few pages it may be chance."""
_DISCOUNT = 0.5
"""Taken off each count: what is rare was met by luck, and is rarer than it seems."""
_RIGHT = 0.02
_A_LETTER = 2.5
"""What a letter of a confusion costs before anything is known; less than that of two confusions for one."""
_STRANGE = 3.0
"""What a confusion costs above that which no round has seen."""
_LONGEST = 80
"""Longer runs of wrong words come of lines that were not laid beside each other rightly."""

FAMILIES = {"eng": ("eng",), "nor": ("nor",), "deu": ("deu",), "swe": ("swe", "Latin")}
"""The models of each family."""

WordPairs = Counter[tuple[str, str]]
"""Words, or runs of words, as printed and as read, with the number of times."""


@dataclass(frozen=True)
class Learnt:
    """How often each confusion was met, and how often each group of letters was printed."""

    times: Counter[Confusion]
    printed: Counter[str]

    def shares(self) -> Shares:
        """The share of times of each confusion that was met often enough, and of reading its letter right."""
        kept = {row: times for row, times in self.times.items() if self._is_kept(row, times)}
        return {row: self._share(row, times) for row, times in sorted(kept.items(), key=_order)}

    def _share(self, row: Confusion, times: int) -> float:
        taken = 0.0 if row.printed == row.read else _DISCOUNT
        return (times - taken) / self.printed[row.printed]

    @staticmethod
    def _is_kept(row: Confusion, times: int) -> bool:
        blank = " " in row.printed or " " in row.read
        lost = len(row.printed) > 1 and not row.read
        return not blank and not lost and times >= _LEAST_TIMES


def _order(item: tuple[Confusion, int]) -> tuple[int, str, int, str]:
    row, times = item
    return len(row.printed), row.printed, -times, row.read


def word_pairs(lines: Iterable[tuple[str, str]]) -> WordPairs:
    """What was read for each printed word, right ones too; runs of wrong words stand together."""
    pairs: WordPairs = Counter()
    for printed, read in lines:
        true, found = printed.split(), read.split()
        for step in Levenshtein.opcodes(true, found):
            words, made = true[step.src_start : step.src_end], found[step.dest_start : step.dest_end]
            if step.tag == "equal" or (step.tag == "replace" and len(words) == len(made)):
                pairs.update(zip(words, made, strict=True))
            elif words and made:
                pairs[" ".join(words), " ".join(made)] += 1
    return pairs


def learnt(pairs: WordPairs) -> Learnt:
    """The confusions behind the pairs: each round prices them by what the round before has found."""
    known = Learnt(Counter(), Counter())
    for _ in range(_ROUNDS):
        price = priced(known)
        times: Counter[Confusion] = Counter()
        printed: Counter[str] = Counter()
        for (true, found), number in pairs.items():
            rows = _groups(true, found, price)
            for row in rows:
                times[row] += number
            # A word that no way leads through counts for nothing.
            for group in _windows(true) if rows else ():
                printed[group] += number
        known = Learnt(times, printed)
    return known


def _groups(true: str, found: str, price: Pricing) -> tuple[Confusion, ...]:
    if true == found:
        return tuple(Confusion(letter, letter) for letter in true)
    return grouped(true, found, price) if max(len(true), len(found)) <= _LONGEST else ()


def _windows(text: str) -> Iterator[str]:
    """Every group of letters that stands in the text."""
    return (text[at : at + size] for size in range(1, MOST + 1) for at in range(len(text) - size + 1))


def priced(known: Learnt) -> Pricing:
    """Prices by what is known; what isn't costs more the more letters it has."""
    prices: dict[Confusion, float] = {}

    def price(row: Confusion) -> float:
        if row not in prices:
            prices[row] = _price(row, known)
        return prices[row]

    return price


def _price(row: Confusion, known: Learnt) -> float:
    if row.printed == row.read:
        return _RIGHT
    if known.times[row] > 1:
        return -log(known.times[row] / (known.printed[row.printed] + 1.0))
    strange = _STRANGE if known.times else 0.0
    return strange + _A_LETTER * (len(row.printed) + max(1, len(row.read)))


def read_pairs(lines: Iterable[str], models: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Printed and read lines of the models; of all where none is named."""
    wanted = frozenset(models)
    for line in lines:
        model, _, _, printed, read = line.rstrip("\n").split("\t")
        if not wanted or model in wanted:
            yield printed, read


def table(family: str, shares: Mapping[Confusion, float], remark: str) -> str:
    """The shares as the file that `confusions.py` reads; what is read right is left out."""
    wrong = ((row, share) for row, share in shares.items() if row.printed != row.read)
    rows = "".join(f"{family}\t{row.printed}\t{row.read}\t{share:.3g}\n" for row, share in wrong)
    return f"# {remark}\n{rows}"


def main() -> None:
    """Learn from the pairs that are given and write the table."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("pairs", type=Path, nargs="+", metavar="PAIRS.tsv")
    parser.add_argument("--out", type=Path, default=DATA)
    given = parser.parse_args()
    lines = [line for path in given.pairs for line in path.read_text("utf-8").splitlines()]
    given.out.write_text("".join(learnt_table(family, lines) for family in FAMILIES), "utf-8")


def learnt_table(family: str, lines: Iterable[str]) -> str:
    """What the lines teach of one family."""
    known = learnt(word_pairs(read_pairs(lines, FAMILIES[family])))
    letters = sum(number for group, number in known.printed.items() if len(group) == 1)
    models = ", ".join(FAMILIES[family])
    return table(family, known.shares(), f"Counted over {letters:,} letters (models: {models}).")


if __name__ == "__main__":
    main()
