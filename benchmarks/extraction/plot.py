"""F1 of each field in each decade, and how far confidence can be believed, as a small SVG."""

from __future__ import annotations

import io

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks.extraction.result import Run
from benchmarks.extraction.tables import TARGETS
from benchmarks.reliability import bare, diagram

_COLOURS = {
    "dnr": "#0072B2", "minuted": "#56B4E9", "dates": "#009E73", "people": "#E69F00", "attendance": "#D55E00",
    "decisions": "#CC79A7", "cited": "#000000",
}  # fmt: skip
"""By field, colours that colour-blind readers tell apart (Okabe and Ito 2008)."""


def plot(run: Run) -> str:
    """The picture; the same run always gives the same SVG."""
    with mpl.rc_context({"svg.hashsalt": "extraction", "svg.fonttype": "none", "font.size": 9}):
        figure = Figure(figsize=(7.2, 7.6), layout="constrained")
        _by_decade(figure.add_subplot(2, 1, 1), run)
        series = [(name, _COLOURS[name], bins) for name, bins in run.calibration.items()]
        diagram(figure.add_subplot(2, 1, 2), series, "values")
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    # Matplotlib leaves blanks at line ends.
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _by_decade(axes: Axes, run: Run) -> None:
    """F1 in per cent over the decades."""
    decades = sorted(run.decades)
    for name in (name for name in _COLOURS if name in TARGETS):
        known = [
            (at, run.decades[decade][name])
            for at, decade in enumerate(decades)
            if name in run.decades[decade] and run.decades[decade][name].values
        ]
        places = [at for at, _ in known]
        f1 = [100 * tally.score.f1 for _, tally in known]
        axes.plot(places, f1, "o", color=_COLOURS[name], label=name, markersize=4, linestyle="-")
    axes.set_xticks(list(range(len(decades))), decades)
    axes.set_ylabel("F1, per cent")
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=6, frameon=False)
    bare(axes)
