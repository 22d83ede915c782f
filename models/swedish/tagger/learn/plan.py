"""How a training goes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """How long the tagger is trained, on what, and how fast it learns."""

    minutes: float = 24.0
    batch: int = 256
    """Windows that are learnt from at a time."""
    workers: int = 14
    """Processes that draw windows; 0 for none beside the one that learns."""
    rate: float = 1.2e-3
    """The rate of learning at its highest."""
    real: float = 0.07
    """The share of windows that are from pages really read."""
    seed: int = 1
