"""The confusions of one document: which letters were taken for which, told by the words that are sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import log

from rapidfuzz.distance import Levenshtein

from pipeline.repair.mending import MARKED

_USUAL = 0.02
"""The share of times that a letter is taken for another one, before anything is known of the document."""
_PRIOR = 0.2
_MOST = 1.0
"""So much more or less (natural logarithm) the document's own confusions make a reading weigh."""


@dataclass(frozen=True)
class Channel:
    """How often each letter was printed in the sure words of a document, and what was read for it."""

    printed: Counter[str] = field(default_factory=Counter[str])
    confused: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])

    def support(self, read: str, text: str) -> float:
        """How much the document speaks for `text` being read as `read`: below 0 where it speaks against."""
        return sum(self._support(*pair) for pair in _confused(read, text))

    def _support(self, read: str, printed: str) -> float:
        expected = self.printed[printed] * _USUAL + _PRIOR
        found = self.confused[read, printed] + _PRIOR
        return max(-_MOST, min(_MOST, log(found / expected)))


def channel_of(words: Iterable[tuple[str, str]]) -> Channel:
    """The channel that these words, as read and as printed, show."""
    channel = Channel()
    for read, text in words:
        channel.printed.update(text.lower())
        if read != text:
            channel.confused.update(_confused(read, text))
    return channel


def gains_marks_alone(read: str, text: str) -> bool:
    """Whether all that `text` has other than `read` is å, ä and ö."""
    steps = [step for step in Levenshtein.opcodes(read, text) if step.tag != "equal"]
    put = "".join(text[step.dest_start : step.dest_end] for step in steps)
    return MARKED.issuperset(put) and all(step.tag != "delete" for step in steps)


def _confused(read: str, text: str) -> Iterator[tuple[str, str]]:
    """The letters that were read for others, one for one."""
    read, text = read.lower(), text.lower()
    for step in Levenshtein.opcodes(read, text):
        if step.tag == "replace":
            yield from zip(
                read[step.src_start : step.src_end], text[step.dest_start : step.dest_end], strict=False
            )
