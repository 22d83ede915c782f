"""How far each rule can be believed, as measured: what makes the confidence of a value mean something."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_PRIOR_RIGHT, _PRIOR_WRONG = 8.5, 1.5
"""What a rule starts from before anything is known of it: of ten values 8.5 right (a beta prior)."""
_MOST = 0.995
"""Nothing is surer: what was never wrong in some hundreds of values may be in thousands."""


@cache
def trust_in(rule: str) -> float:
    """The share of a rule's values that are right, as far as they were counted; above 0 and below 1.

    `confidences.tsv` counts them; `python -m benchmarks.extraction.learn` makes it anew. The counts are
    smoothed by a prior (Gelman et al., Bayesian Data Analysis, 2.4), so that few values say little.
    """
    right, wrong = _counts().get(rule, (0, 0))
    share = (right + _PRIOR_RIGHT) / (right + wrong + _PRIOR_RIGHT + _PRIOR_WRONG)
    return min(share, _MOST)


@cache
def _counts() -> dict[str, tuple[int, int]]:
    _, *rows = files("models").joinpath("confidences.tsv").read_text("utf-8").splitlines()
    cells = (row.split("\t") for row in rows)
    return {rule: (int(right), int(wrong)) for rule, right, wrong in cells}
