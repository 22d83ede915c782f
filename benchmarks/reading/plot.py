"""The character error rate of every program on every kind of page, as a small SVG."""

from __future__ import annotations

import io

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks.reading.result import Result
from benchmarks.reading.tables import kinds_in_order, of_pages, shown_programs

_LOOKS = (
    ("#0072B2", "o"), ("#D55E00", "s"), ("#E69F00", "D"), ("#56B4E9", "^"), ("#CC79A7", "v"),
    ("#000000", "x"), ("#009E73", "P"),
)  # fmt: skip
"""Colours that colour-blind readers tell apart (Okabe and Ito 2008), each with a mark of its own."""
_LEAST = 0.005
"""Per cent at which a page without an error stands on the scale, which has no nought."""


def plot(result: Result) -> str:
    """The picture; the same result always gives the same SVG."""
    with mpl.rc_context({"svg.hashsalt": "reading", "svg.fonttype": "none", "font.size": 9}):
        figure = Figure(figsize=(7.2, 5.6), layout="constrained")
        axes = figure.add_subplot()
        _draw(axes, result)
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    # Matplotlib leaves blanks at line ends.
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _draw(axes: Axes, result: Result) -> None:
    kinds = kinds_in_order(result)
    rows = list(range(len(kinds)))
    for program, (colour, mark) in zip(shown_programs(result), _LOOKS, strict=False):
        rates = [max(_LEAST, 100 * of_pages(program, places).cer) for _, places in kinds]
        axes.plot(rates, rows, mark, color=colour, label=program.name, markersize=5.5, linestyle="none")
    axes.set_xscale("log")
    ticks = (_LEAST, 0.02, 0.2, 1, 10, 100)
    axes.set_xticks(ticks, ["0", *(f"{tick:g} %" for tick in ticks[1:])])
    axes.minorticks_off()
    axes.set_yticks(rows, [name for name, _ in kinds])
    axes.invert_yaxis()
    axes.grid(color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.set_xlabel("character error rate (lower is better)")
    axes.legend(loc="upper center", bbox_to_anchor=(0.4, 1.13), ncols=3, frameon=False)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
