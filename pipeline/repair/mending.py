"""One mending: what is put for what was read, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from models.text import Change

_SUREST = 0.99
"""No mending is surer than this: so few are wrong among the surest that they can't be told apart."""
_SLOPE = 0.77
_SLOPE_OF_LETTERS = 0.46
"""What the log odds are worth, and those of other letters and signs: `benchmarks.repair.calibrate`."""
MARKED = frozenset("åäöÅÄÖ")
"""The letters that are lost first."""


@dataclass(frozen=True, slots=True)
class Mending:
    """What to put for `read` at `start`, and how sure that is."""

    start: int
    read: str
    text: str
    confidence: float

    @property
    def gains(self) -> bool:
        """Whether å, ä or ö come back by it."""
        return [s for s in self.text if s in MARKED] != [s for s in self.read if s in MARKED]

    def change(self) -> Change:
        """The mending as a change of the text."""
        reason, slope = ("å ä ö", _SLOPE) if self.gains else ("letters", _SLOPE_OF_LETTERS)
        # No finer than it is known: the network's last digits differ between kinds of processors.
        confidence = round(min(_calibrated(self.confidence, slope), _SUREST), 2)
        return Change(self.start, self.start + len(self.read), self.text, reason, confidence)


def _calibrated(share: float, slope: float) -> float:
    """How often a word of this share among its readings is right (Platt's scaling)."""
    against: float = ((1 - share) / share) ** slope
    return 1 / (1 + against)
