"""The programs by name, in the order of the tables."""

from __future__ import annotations

from benchmarks.repair.programs.hunspell import FirstSuggestion
from benchmarks.repair.programs.nothing import Nothing
from benchmarks.repair.programs.ours import Ours
from benchmarks.repair.programs.program import Program
from benchmarks.repair.programs.symspell import WordCounts

_ALL: tuple[Program, ...] = (
    Nothing(), FirstSuggestion(), WordCounts(), WordCounts("symspell-known", leave_known=True), Ours(),
)  # fmt: skip
PROGRAMS: dict[str, Program] = {program.name: program for program in _ALL}
SHOWN = {
    "nothing": "no repair",
    "hunspell": "Hunspell, first suggestion",
    "symspell": "symspellpy with wordfreq",
    "symspell-known": "the same, Hunspell's words left alone",
    "ours": "justerat",
}
"""What they are called in tables."""
FIRST_OF_A_SET = {"hunspell": 2}
"""Hunspell takes a third of a second for an unknown word: it gets so many documents of each set."""
NEEDS_DICTIONARY = frozenset({"hunspell", "symspell-known"})
