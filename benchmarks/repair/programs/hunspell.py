"""Hunspell's first suggestion for every word that it doesn't know, with Debian's Swedish dictionary.

chunspell is the binding that is kept: new releases each year, wheels for every Python, and Hunspell's own
library inside. pyhunspell and cyhunspell have had none for years, and spylls, which phunspell wraps, is
Hunspell written again in Python and slow.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from hunspell import Hunspell

from benchmarks.repair.programs.program import Correct, word_by_word

DICTIONARY = Path("/usr/share/hunspell/sv_SE.dic")
"""Where Debian's hunspell-sv lies; `tools/setup.sh bench` installs it."""


def speller(dictionary: Path) -> Hunspell:
    """The dictionary, loaded."""
    return Hunspell(dictionary.stem, hunspell_data_dir=str(dictionary.parent))


@dataclass(frozen=True, slots=True)
class FirstSuggestion:
    """Hunspell as an editor's spelling checker uses it, with "accept" clicked throughout."""

    name: str = "hunspell"
    dictionary: Path = DICTIONARY

    def version(self) -> str:
        """Which binding, and which dictionary."""
        return f"chunspell {version('chunspell')}, {self.dictionary.stem}, first suggestion"

    def ready(self) -> Correct:
        """The dictionary, loaded."""
        correct = cache(_first(speller(self.dictionary)))
        return lambda text: word_by_word(text, correct)


def _first(known: Hunspell) -> Callable[[str], str]:
    def correct(word: str) -> str:
        if known.spell(word):
            return word
        return next(iter(known.suggest(word)), word)

    return correct
