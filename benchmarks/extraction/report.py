"""Write a result into the docs: `python -m benchmarks.extraction.report RESULT.json [--docs DIR]`."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.arguments import reported
from benchmarks.extraction.plot import plot
from benchmarks.extraction.result import (
    BORN_DIGITAL,
    SCANS,
    SCANS_UNSCANNED,
    TEXTS,
    TEXTS_SCANNED,
    Result,
    Run,
)
from benchmarks.extraction.tables import (
    CALIBRATION_HEAD,
    FIELDS_HEAD,
    LOST_HEAD,
    VOLUME_HEAD,
    calibration_rows,
    decade_head,
    decade_rows,
    field_rows,
    form_tables,
    lost_rows,
    volume_rows,
)
from benchmarks.reading.report import table

_INTRODUCTION = """# How right the records are

Made by `python -m benchmarks.extraction.report` from runs of `python -m benchmarks.extraction`: change
nothing here by hand. The minutes are made from a grammar, of invented municipalities and people, with what is
true of them beside: see [benchmarks/extraction](../benchmarks/extraction/README.md). A field's values are the
distinct ones of each file; what the fields mean stands in `benchmarks/records/values.py`.
"""


def main() -> None:
    """Write extraction.md and pictures/extraction.svg."""
    asked = reported("python -m benchmarks.extraction.report", __doc__)
    result = Result.model_validate_json(asked.result)
    (asked.docs / "extraction.md").write_text(as_markdown(result, asked.remark), "utf-8")
    if BORN_DIGITAL in result.runs:
        picture = asked.docs / "pictures" / "extraction.svg"
        picture.write_text(plot(result.runs[BORN_DIGITAL]), "utf-8")


def as_markdown(result: Result, remark: str = "") -> str:
    """The page."""
    return "\n".join(_lines(result, remark))


def _lines(result: Result, remark: str) -> Iterator[str]:
    yield _INTRODUCTION
    yield f"Run on {result.made_at[:10]} from seed {result.seed} on a machine of {result.machine}.\n"
    if remark:
        yield f"{remark}\n"
    digital, scans = result.runs.get(BORN_DIGITAL), result.runs.get(SCANS)
    unscanned = result.runs.get(SCANS_UNSCANNED)
    if digital:
        yield from _digital(digital)
    if scans and unscanned:
        yield from _scans(scans, unscanned)
    texts, printed = result.runs.get(TEXTS), result.runs.get(TEXTS_SCANNED)
    if texts and printed:
        yield "## Documents of other authors\n"
        yield from _lost(printed, texts)
    if result.volumes:
        yield "## Long files\n"
        yield from table(VOLUME_HEAD, volume_rows(result.volumes))


def _digital(run: Run) -> Iterator[str]:
    speed = (
        f"{run.pages / run.seconds:.1f} pages a second and core from words to record." if run.seconds else ""
    )
    yield f"{run.files} files of {run.pages} pages, born digital. {speed} Every target is a least F1.\n"
    yield from table(FIELDS_HEAD, field_rows(run))
    yield "\n![F1 by decade, and the reliability of confidence](pictures/extraction.svg)\n"
    yield "## By decade\n"
    yield from table(decade_head(run), decade_rows(run))
    yield "## By form\n"
    for head, rows in form_tables(run):
        yield from table(head, rows)
    yield "## Whether confidence can be believed\n"
    yield "A value is as sure as where the program was surest of it.\n"
    yield from table(CALIBRATION_HEAD, calibration_rows(run))


def _scans(run: Run, digital: Run) -> Iterator[str]:
    yield "## Scans\n"
    yield from _lost(run, digital)
    yield from table(decade_head(run), decade_rows(run))


def _lost(run: Run, digital: Run) -> Iterator[str]:
    yield f"{run.files} files of {run.pages} pages, printed, scanned at 300 dpi and read by OCR.\n"
    yield from table(LOST_HEAD, lost_rows(digital, run))


if __name__ == "__main__":
    main()
