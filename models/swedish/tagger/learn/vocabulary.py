"""Lists rare Swedish words: `python -m models.swedish.tagger.learn.vocabulary --out WORDS.txt`.

The words of wordfreq's Swedish list that Hunspell's dictionary (Debian's hunspell-sv) also knows: the list
alone holds words of other languages and words that lost their marks, the dictionary alone holds forms that
nobody uses.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from hunspell import Hunspell
from wordfreq import top_n_list, word_frequency

DICTIONARY = Path("/usr/share/hunspell/sv_SE.dic")
_MOST = 400_000
_SHORTEST = 3
_TWIN_RATIO = 20
"""A word without å ä ö is left out where one with them is this many times as common: it may be damage."""
_PLAIN = str.maketrans("åäöé", "aaoe")


def rare(listed: Iterable[str], known: Callable[[str], bool], often: Callable[[str], float]) -> Iterator[str]:
    """The listed words that are known, in the list's order, but for those that may have lost their marks."""
    words = [word for word in listed if word.isalpha() and len(word) >= _SHORTEST]
    twins: dict[str, float] = {}
    for word in words:
        bare = word.translate(_PLAIN)
        if bare != word:
            twins[bare] = max(twins.get(bare, 0.0), often(word))
    for word in words:
        if twins.get(word, 0.0) < _TWIN_RATIO * often(word) and known(word):
            yield word


def main() -> None:
    """Write the words, one on each line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--dictionary", type=Path, default=DICTIONARY)
    parser.add_argument("--out", type=Path, required=True, metavar="WORDS.txt")
    given = parser.parse_args()
    speller = Hunspell(given.dictionary.stem, hunspell_data_dir=str(given.dictionary.parent))
    words = rare(
        top_n_list("sv", _MOST, wordlist="large"), speller.spell, lambda word: word_frequency(word, "sv")
    )
    given.out.write_text("".join(f"{word}\n" for word in words), "utf-8")


if __name__ == "__main__":
    main()
