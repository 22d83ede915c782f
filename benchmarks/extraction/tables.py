"""The result as tables of the console and of the docs."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.extraction.calibration import EDGES
from benchmarks.extraction.result import Run, Tally, Volume
from benchmarks.reliability import cells

Rows = list[tuple[str, ...]]
TARGETS = {
    "dnr": 0.98, "minuted": 0.98, "dates": 0.98, "people": 0.97, "attendance": 0.97, "decisions": 0.95,
    "outcome": 0.93,
}  # fmt: skip
FIELDS_HEAD = ("field", "precision", "recall", "F1", "target", "true", "spurious")


def field_rows(run: Run) -> Rows:
    """By field, over all decades."""
    told = ((name, run.field(name)) for name in run.fields)
    return [(name, *_figures(name, tally)) for name, tally in told if tally.values]


def _figures(name: str, tally: Tally) -> tuple[str, ...]:
    one = tally.score
    target = f"{TARGETS[name]:.2f}" if name in TARGETS else ""
    true = f"{tally.right + tally.missed:,}"
    return (f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.f1:.3f}", target, true, f"{tally.spurious:,}")


def decade_head(run: Run) -> tuple[str, ...]:
    """The heads of the table by decade."""
    return ("F1", *sorted(run.decades))


def decade_rows(run: Run) -> Rows:
    """By field and decade, F1."""
    decades = sorted(run.decades)
    return [
        (name, *(_f1(run.decades[decade].get(name)) for decade in decades))
        for name in run.fields
        if run.field(name).values
    ]


def _f1(tally: Tally | None) -> str:
    return f"{tally.score.f1:.2f}" if tally is not None and tally.values else "–"


_OF_FORMS = {
    "attendance": ("attendance", "replaces", "people"),
    "party": ("party", "people", "reservations"),
    "item": ("minuted", "heading", "item_dnr"),
    "decision": ("decisions", "outcome", "reservations"),
    "dnr": ("dnr", "item_dnr", "cited"),
}
"""The fields that a form may make hard."""


def form_tables(run: Run) -> Iterator[tuple[tuple[str, ...], Rows]]:
    """For what the grammar has forms of, F1 of the fields that hang on them; the worst form first."""
    for kind, forms in run.forms.items():
        fields = _OF_FORMS[kind]
        ordered = sorted(forms, key=lambda form: forms[form].get(fields[0], Tally()).score.f1)
        rows = [(form, *(_f1(forms[form].get(field)) for field in fields)) for form in ordered]
        yield (kind, *fields), rows


LOST_HEAD = ("F1", "born digital", "scanned", "lost")


def lost_rows(digital: Run, scans: Run) -> Rows:
    """By field, F1 of the same files born digital and scanned."""
    both = [(name, digital.field(name), scans.field(name)) for name in scans.fields if name in digital.fields]
    return [
        (name, f"{one.score.f1:.3f}", f"{other.score.f1:.3f}", f"{one.score.f1 - other.score.f1:+.3f}")
        for name, one, other in both
        if one.values
    ]


CALIBRATION_HEAD = ("kind of value", "confidence", "values", "mean confidence", "right")


def calibration_rows(run: Run) -> Rows:
    """By kind of value and bin of confidence, the share that was right."""
    ends = (*EDGES[1:], 1.0)
    return [
        (name, *cells(low, high, one))
        for name, bins in run.calibration.items()
        for low, high, one in zip(EDGES, ends, bins, strict=True)
        if one.values
    ]


VOLUME_HEAD = (
    "pages", "seconds", "CPU seconds", "peak MB", "first hundred", "last hundred", "words to record, a page",
)  # fmt: skip


def volume_rows(volumes: list[Volume]) -> Rows:
    """By volume, what it took."""
    return [
        (
            f"{one.pages:,}", f"{one.wall:.1f}", f"{one.cpu:.1f}", f"{one.peak / 2**20:.0f}",
            f"{one.first:.1f} s", f"{one.last:.1f} s", f"{1000 * one.record / one.pages:.0f} ms",
        )
        for one in volumes
    ]  # fmt: skip


def fault_lines(run: Run, most: int) -> list[str]:
    """So many faults of each field and decade."""
    return [
        f"{decade} {name}: {fault}"
        for decade in sorted(run.decades)
        for name, tally in run.decades[decade].items()
        for fault in tally.faults[:most]
    ]
