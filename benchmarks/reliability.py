"""Whether confidence can be believed: of what is given so much of it, so much should be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matplotlib.axes import Axes
from pydantic import BaseModel, ConfigDict

_LEAST = 10
"""A bin of fewer values tells nothing, and has no point."""
_LOWEST = 75.0
"""Per cent at which the axes begin at the latest."""


class Bin(BaseModel):
    """Values of one bin of confidence, and how many of them were right."""

    model_config = ConfigDict(frozen=True)

    values: int = 0
    right: int = 0
    confidence: float = 0.0
    """The sum over all values, of which their mean comes."""

    def __add__(self, other: Bin) -> Bin:
        """Both together."""
        return Bin(
            values=self.values + other.values,
            right=self.right + other.right,
            confidence=self.confidence + other.confidence,
        )

    @property
    def mean(self) -> float:
        """The mean confidence; 0 of nothing."""
        return self.confidence / self.values if self.values else 0.0

    @property
    def share(self) -> float:
        """The share that was right; 0 of nothing."""
        return self.right / self.values if self.values else 0.0


def binned(judged: Iterable[tuple[float, bool]], edges: Sequence[float]) -> tuple[Bin, ...]:
    """Confidences and whether each was right, in bins that begin at the edges, from 0 up."""
    bins = [Bin() for _ in edges]
    for confidence, right in judged:
        at = max(n for n, edge in enumerate(edges) if edge <= max(confidence, 0.0))
        bins[at] += Bin(values=1, right=right, confidence=confidence)
    return tuple(bins)


def together(one: Sequence[Bin], other: Sequence[Bin]) -> tuple[Bin, ...]:
    """The bins of both."""
    return tuple(mine + theirs for mine, theirs in zip(one, other, strict=True))


def cells(low: float, high: float, found: Bin) -> tuple[str, ...]:
    """A row of a table: from, to, how many, mean confidence, right."""
    return (f"{low:.2f}–{high:.2f}", f"{found.values:,}", f"{found.mean:.3f}", f"{found.share:.1%}")


def diagram(axes: Axes, series: Sequence[tuple[str, str, Sequence[Bin]]], what: str) -> None:
    """A reliability diagram: name, colour and bins of each line; the points should lie on the diagonal."""
    shown = [(name, colour, [one for one in bins if one.values >= _LEAST]) for name, colour, bins in series]
    shares = [
        100 * share for _, _, bins in shown for one in bins for share in (one.mean, one.share)
    ]  # fmt: skip
    low = min([_LOWEST, *shares]) - 2
    axes.plot([low, 100], [low, 100], ",", color="#999999", label="", markersize=0, linestyle="-")
    for name, colour, bins in shown:
        sure, right = [100 * one.mean for one in bins], [100 * one.share for one in bins]
        axes.plot(sure, right, "o", color=colour, label=name, markersize=5, linestyle="-")
    axes.set_xlabel(f"confidence of the {what}, per cent")
    axes.set_ylabel("of them right, per cent")
    bare(axes)


def bare(axes: Axes) -> None:
    """A grid behind, and no frame above and to the right."""
    axes.grid(color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
