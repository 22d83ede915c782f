"""No repair: what every program must be better than."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.repair.programs.program import Correct, Corrected


@dataclass(frozen=True, slots=True)
class Nothing:
    """Leaves the text as it was read."""

    name: str = "nothing"

    def version(self) -> str:
        """No version."""
        return "the text as it was read"

    def ready(self) -> Correct:
        """Nothing to load."""
        return lambda text: Corrected(text=text)
