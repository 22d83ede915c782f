"""symspellpy over wordfreq's Swedish counts, alone or leaving alone what Hunspell knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from symspellpy import SymSpell, Verbosity
from wordfreq import get_frequency_dict

from benchmarks.repair.programs.hunspell import DICTIONARY, speller
from benchmarks.repair.programs.program import Correct, word_by_word

_DISTANCE = 2
_PREFIX = 7
_COUNTS = 1e9
"""wordfreq tells shares; SymSpell wants whole numbers."""


def _dictionary() -> SymSpell:
    made = SymSpell(max_dictionary_edit_distance=_DISTANCE, prefix_length=_PREFIX)
    for word, share in get_frequency_dict("sv", wordlist="best").items():
        made.create_dictionary_entry(word, max(1, round(share * _COUNTS)))
    return made


@dataclass(frozen=True, slots=True)
class WordCounts:
    """The commonest word within two letters; `leave_known` asks Hunspell first."""

    name: str = "symspell"
    leave_known: bool = False
    dictionary: Path = DICTIONARY

    def version(self) -> str:
        """Which release, and of which words."""
        beside = f", words of {self.dictionary.stem} left alone" if self.leave_known else ""
        return f"symspellpy {version('symspellpy')}, wordfreq {version('wordfreq')}{beside}"

    def ready(self) -> Correct:
        """The counts, loaded."""
        correct = cache(_commonest(_dictionary(), self._known()))
        return lambda text: word_by_word(text, correct)

    def _known(self) -> Callable[[str], bool]:
        return speller(self.dictionary).spell if self.leave_known else lambda _: False


def _commonest(counts: SymSpell, known: Callable[[str], bool]) -> Callable[[str], str]:
    def correct(word: str) -> str:
        if known(word):
            return word
        found = counts.lookup(word, Verbosity.TOP, _DISTANCE, include_unknown=True, transfer_casing=True)
        return found[0].term

    return correct
