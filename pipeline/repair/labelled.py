"""A stretch of text with what the tagger says of each sign: the likeliest ways to read any part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from heapq import heappop, heappush
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein

from models.swedish.tagger.alphabet import KEEP, LOST, NOTHING, code_of, sign_of
from models.swedish.tagger.folded import folded
from models.swedish.tagger.tagger import Labels, tagger

_LABELS = 4
"""Labels of one sign that are weighed."""
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
    labels: Labels = field(repr=False)

    @cached_property
    def weights(self) -> list[float]:
        """For each place, the summed log probability of the likeliest labels of all signs before it."""
        best = self.labels.here.max(axis=1) + self.labels.after.max(axis=1)
        return [0.0, *np.cumsum(best, dtype=np.float64).tolist()]

    @cached_property
    def signs(self) -> list[str]:
        """For each sign what is likeliest to be printed for it."""
        here, after = self.labels.here.argmax(axis=1).tolist(), self.labels.after.argmax(axis=1).tolist()
        pairs = zip(self.text, here, after, strict=True)
        return [_shown(sign, said) + (sign_of(lost) if lost > LOST else "") for sign, said, lost in pairs]

    def likeliest(self, start: int, end: int) -> Choice:
        """What is likeliest to be printed for `text[start:end]`, sign by sign."""
        return Choice("".join(self.signs[start:end]), self.weights[end] - self.weights[start])

    def lost_before(self, at: int) -> list[Choice]:
        """What letter may have been lost before the first letter of a word, best first; "" for none."""
        if not at:
            return [Choice("", 0.0)]
        row = self.labels.after[at - 1]
        letter = int(row[LOST + 1 :].argmax()) + LOST + 1
        choices = [Choice("", max(float(row[NOTHING]), _FLOOR))]
        if sign_of(letter).isalpha():
            choices.append(Choice(sign_of(letter), max(float(row[letter]), _FLOOR)))
        return sorted(choices, key=lambda choice: -choice.weight)

    def ways(self, start: int, end: int, most: int, reach: float) -> dict[str, float]:
        """The `most` likeliest strings of letters for a word, and the word as it stands, with their weights.

        `reach` is how much less than the likeliest (in natural logarithms) another may weigh.
        """
        before = self.lost_before(start)
        columns = [before, *(self._choices(at, first=at == start) for at in range(start, end))]
        found = dict(_best(columns, most, reach))
        nothing = next(choice.weight for choice in before if not choice.text)
        found.setdefault(self.text[start:end], nothing + self.weight_of(start, end, self.text[start:end]))
        return found

    def weight_of(self, start: int, end: int, printed: str) -> float:
        """The log probability that `printed` stands on paper for `text[start:end]`."""
        here = self.labels.here
        lost = dict.fromkeys(range(start, end), NOTHING)
        total = 0.0
        for step in Levenshtein.opcodes(self.text[start:end], printed):
            read = range(start + step.src_start, start + step.src_end)
            put = printed[step.dest_start : step.dest_end]
            for number, at in enumerate(read):
                label = KEEP if step.tag == "equal" else code_of(put[number]) if number < len(put) else LOST
                total += max(float(here[at, label]), _FLOOR)
            for sign in put[len(read) :]:
                lost[max(read.stop - 1, start)] = code_of(sign)
        return total + sum(max(float(self.labels.after[at, label]), _FLOOR) for at, label in lost.items())

    def _choices(self, at: int, *, first: bool) -> list[Choice]:
        """What may stand for the sign at a place, best first; a word's first letter keeps its case."""
        row, lost = self.labels.here[at], self.labels.after[at]
        own = self.text[at]
        found = {own: max(float(row[KEEP]), _FLOOR)}
        for label in np.argpartition(row, -_LABELS)[-_LABELS:].tolist():
            text = _shown(own, label)
            plain_case = first and label > LOST and text.lower() == own.lower()
            if (label == LOST or text.isalpha()) and not plain_case:
                found[text] = max(float(row[label]), found.get(text, _FLOOR))
        nothing = float(lost[NOTHING])
        choices = [Choice(text, weight + nothing) for text, weight in found.items()]
        more = int(lost[LOST + 1 :].argmax()) + LOST + 1
        if sign_of(more).isalpha() or sign_of(more) == " ":
            extra = max(float(lost[more]), _FLOOR)
            choices += [Choice(text + sign_of(more), weight + extra) for text, weight in found.items()]
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
