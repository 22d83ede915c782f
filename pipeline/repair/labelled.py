"""A stretch of text with what the tagger says of each sign: the likeliest ways to read any part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from heapq import heappop, heappush
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein

from models.swedish.tagger.alphabet import KEEP, LOST, NOTHING, PAD, code_of, sign_of
from models.swedish.tagger.folded import folded
from models.swedish.tagger.tagger import Said, tagger

_LABELS = 4
"""Labels of one sign that are weighed."""
_LONGEST_WORD = 80
_FLOOR = -9.0
"""No label weighs less: the tagger can't be surer than that."""


class Choice(NamedTuple):
    """What may be printed for one sign, with its log probability."""

    text: str
    weight: float


@dataclass(frozen=True)
class Labelled:
    """A text, as the tagger was given it, and its labels."""

    text: str
    said: Said = field(repr=False)

    @cached_property
    def weights(self) -> npt.NDArray[np.float64]:
        """For each place, the summed log probability of the likeliest labels of all signs before it."""
        best = self.said.here.logs[:, 0].astype(np.float64) + self.said.after.logs[:, 0]
        return np.concatenate(([0.0], np.cumsum(best)))

    @cached_property
    def signs(self) -> list[str]:
        """For each sign what is likeliest to be printed for it."""
        here, after = (labels.labels[:, 0].tolist() for labels in self.said)
        pairs = zip(self.text, here, after, strict=True)
        return [_shown(sign, said) + (sign_of(lost) if lost > LOST else "") for sign, said, lost in pairs]

    def likeliest(self, start: int, end: int) -> Choice:
        """What is likeliest to be printed for `text[start:end]`, sign by sign."""
        return Choice("".join(self.signs[start:end]), float(self.weights[end] - self.weights[start]))

    def lost_before(self, at: int) -> list[Choice]:
        """What letter may have been lost before the first letter of a word, best first; "" for none."""
        if not at:
            return [Choice("", 0.0)]
        choices = [Choice("", self.said.after.log_of(at - 1, NOTHING, _FLOOR))]
        letter, weight = self._lost_after(at - 1)
        if letter.isalpha():
            choices.append(Choice(letter, weight))
        return sorted(choices, key=lambda choice: -choice.weight)

    def ways(self, start: int, end: int, most: int, reach: float) -> dict[str, float]:
        """The `most` likeliest strings of letters for a word, and the word as it stands, with their weights.

        `reach` is how much less than the likeliest (in natural logarithms) another may weigh. A string longer
        than any word stays as it is.
        """
        if end - start > _LONGEST_WORD:
            return {self.text[start:end]: 0.0}
        before = self.lost_before(start)
        columns = [before, *(self._choices(at, first=at == start) for at in range(start, end))]
        found = dict(_best(columns, most, reach))
        nothing = next(choice.weight for choice in before if not choice.text)
        found.setdefault(self.text[start:end], nothing + self.weight_of(start, end, self.text[start:end]))
        return found

    def weight_of(self, start: int, end: int, printed: str) -> float:
        """The log probability that `printed` stands on paper for `text[start:end]`."""
        lost = dict.fromkeys(range(start, end), NOTHING)
        total = 0.0
        for step in Levenshtein.opcodes(self.text[start:end], printed):
            read = range(start + step.src_start, start + step.src_end)
            put = printed[step.dest_start : step.dest_end]
            for number, at in enumerate(read):
                label = KEEP if step.tag == "equal" else code_of(put[number]) if number < len(put) else LOST
                total += self.said.here.log_of(at, label, _FLOOR)
            for sign in put[len(read) :]:
                lost[max(read.stop - 1, start)] = code_of(sign)
        return total + sum(self.said.after.log_of(at, label, _FLOOR) for at, label in lost.items())

    def _lost_after(self, at: int) -> Choice:
        """The sign that is likeliest to have been lost after one."""
        signs = ((label, weight) for label, weight in self.said.after.ranked(at) if label > LOST)
        label, weight = next(signs, (PAD, _FLOOR))
        return Choice(sign_of(label), max(weight, _FLOOR))

    def _choices(self, at: int, *, first: bool) -> list[Choice]:
        """What may stand for the sign at a place, best first; a word's first letter keeps its case."""
        own = self.text[at]
        found = {own: self.said.here.log_of(at, KEEP, _FLOOR)}
        for label, weight in self.said.here.ranked(at)[:_LABELS]:
            text = _shown(own, label)
            plain_case = first and label > LOST and text.lower() == own.lower()
            if (label == LOST or text.isalpha()) and not plain_case:
                found[text] = max(weight, found.get(text, _FLOOR))
        nothing = self.said.after.log_of(at, NOTHING, _FLOOR)
        choices = [Choice(text, weight + nothing) for text, weight in found.items()]
        more, extra = self._lost_after(at)
        if more.isalpha() or more == " ":
            choices += [Choice(text + more, weight + extra) for text, weight in found.items()]
        return sorted(choices, key=lambda choice: (-choice.weight, choice.text))


def labelled(text: str) -> Labelled:
    """The text with its labels."""
    given = folded(text)
    return Labelled(given, tagger().labels(given))


def _shown(sign: str, label: int) -> str:
    return sign if label == KEEP else sign_of(label)


def _best(columns: list[list[Choice]], most: int, reach: float) -> Iterator[tuple[str, float]]:
    """The strings that the columns make, best first; a string that two ways make only by its better one."""
    start = tuple(0 for _ in columns)
    least = sum(column[0].weight for column in columns) - reach
    heap = [(-sum(column[0].weight for column in columns), start)]
    met, given = {start}, set[str]()
    while heap and len(given) < most:
        price, way = heappop(heap)
        text = "".join(column[at].text for column, at in zip(columns, way, strict=True))
        if text and text not in given:
            given.add(text)
            yield text, -price
        for place, at in enumerate(way):
            column = columns[place]
            if at + 1 < len(column):
                dearer = price + column[at].weight - column[at + 1].weight
                other = (*way[:place], at + 1, *way[place + 1 :])
                if -dearer >= least and other not in met:
                    met.add(other)
                    heappush(heap, (dearer, other))
