"""Words right after each program, and how far its confidence can be believed, as a small SVG."""

from __future__ import annotations

import io

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks.reliability import bare, diagram
from benchmarks.repair.counts import Counts
from benchmarks.repair.programs.known import SHOWN
from benchmarks.repair.result import Result
from benchmarks.repair.tables import in_set, of, sets

_COLOURS = dict(zip(SHOWN, ("#999999", "#E69F00", "#56B4E9", "#CC79A7", "#0072B2"), strict=True))
"""By program, colours that colour-blind readers tell apart (Okabe and Ito 2008)."""


def plot(result: Result, confidence: Counts) -> str:
    """The picture; the same result always gives the same SVG."""
    with mpl.rc_context({"svg.hashsalt": "repair", "svg.fonttype": "none", "font.size": 9}):
        figure = Figure(figsize=(7.2, 8.0), layout="constrained")
        _bars(figure.add_subplot(2, 1, 1), result)
        # How sure the program was of its edits, and how many were right.
        diagram(figure.add_subplot(2, 1, 2), [("", _COLOURS["ours"], confidence.bins)], "edits")
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    # Matplotlib leaves blanks at line ends.
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _bars(axes: Axes, result: Result) -> None:
    """The share of words wrong after each program, for each set: shorter is better."""
    names = sets(result, "damaged")
    height = 0.8 / max(1, len(result.programs))
    for number, program in enumerate(result.programs):
        wrong = [100 * (1 - of(result, program, in_set(name)).words.after) for name in names]
        places = [row + (number - (len(result.programs) - 1) / 2) * height for row in range(len(names))]
        axes.barh(places, wrong, height, color=_COLOURS[program.name], label=SHOWN[program.name])
    axes.set_yticks(list(range(len(names))), names)
    axes.invert_yaxis()
    axes.set_xlabel("words wrong after repair, per cent (less is better)")
    axes.legend(loc="lower center", bbox_to_anchor=(0.4, 1.0), ncols=2, frameon=False)
    bare(axes)
