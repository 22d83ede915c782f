"""What stands of the corrections of a document: for each value those that were not undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.correction import Act, Anchor, Correction


@dataclass(frozen=True, slots=True)
class Chain:
    """The standing corrections of one value, the oldest first; the last one says what holds."""

    standing: tuple[Correction, ...]

    @property
    def last(self) -> Correction:
        """The correction that holds."""
        return self.standing[-1]

    @property
    def root(self) -> int:
        """The number of the first correction of the value, whether it stands or not."""
        return self.last.root

    @property
    def field(self) -> str:
        """Which field the value is of."""
        return self.last.field

    @property
    def anchor(self) -> Anchor | None:
        """By what the program's value is found; None for one that a person added."""
        return self.last.anchor

    @property
    def within(self) -> str | None:
        """The decision that an added value belongs to."""
        return self.last.within


def chains(corrections: Iterable[Correction]) -> tuple[Chain, ...]:
    """The values that are corrected, in the order in which they first were."""
    found: dict[int, list[Correction]] = {}
    for one in standing(corrections):
        found.setdefault(one.root, []).append(one)
    return tuple(Chain(tuple(found[root])) for root in sorted(found))


def standing(corrections: Iterable[Correction]) -> list[Correction]:
    """What was not undone, in order; undoing an undoing makes what it had undone stand again."""
    undone: set[int] = set()
    kept: list[Correction] = []
    for one in sorted(corrections, key=lambda one: one.number, reverse=True):
        if one.number in undone:
            continue
        if one.act is Act.UNDO:
            undone.update(() if one.undoes is None else (one.undoes,))
        else:
            kept.append(one)
    return kept[::-1]


def may_undo(corrections: Sequence[Correction], number: int) -> bool:
    """Whether a correction is the one that holds for its value, so that it can be taken back."""
    return any(chain.last.number == number for chain in chains(corrections))
