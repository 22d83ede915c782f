"""Write a result into the docs: `python -m benchmarks.repair.report RESULT.json [--docs DIR]`."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.arguments import reported
from benchmarks.reading.report import table
from benchmarks.repair import tables
from benchmarks.repair.plot import plot
from benchmarks.repair.programs.known import FIRST_OF_A_SET, SHOWN
from benchmarks.repair.result import Result

_INTRODUCTION = """# How well text is repaired

Made by `python -m benchmarks.repair.report` from one run of `python -m benchmarks.repair`: change nothing
here by hand. What the measures mean stands at the top of `benchmarks/repair/measure.py`, where the texts come
from in [benchmarks/repair](../benchmarks/repair/README.md).
"""


def main() -> None:
    """Write repair.md and pictures/repair.svg."""
    asked = reported("python -m benchmarks.repair.report", __doc__)
    result = Result.model_validate_json(asked.result)
    (asked.docs / "repair.md").write_text("\n".join(_lines(result, asked.remark)), "utf-8")
    detail = tables.of(result, result.programs[-1], lambda _: True)
    (asked.docs / "pictures" / "repair.svg").write_text(plot(result, detail), "utf-8")


def _lines(result: Result, remark: str) -> Iterator[str]:
    yield _INTRODUCTION
    yield f"Run on {result.made_at[:10]} on a machine of {result.machine}.\n"
    if remark:
        yield f"{remark}\n"
    yield from (f"- {SHOWN[program.name]}: {program.version}" for program in result.programs)
    for name, most in FIRST_OF_A_SET.items():
        if name in {program.name for program in result.programs}:
            yield f"\n{SHOWN[name]} is so slow that it was given the first {most} documents of each set only."
    yield "\n![Words wrong after each program, and the reliability of confidence](pictures/repair.svg)\n"
    yield from _damaged(result)
    yield from _clean(result)
    yield from _ours(result)
    yield "## What it costs\n"
    yield from table(tables.COST_HEAD, tables.cost_rows(result))


def _damaged(result: Result) -> Iterator[str]:
    yield "## Damaged text\n"
    for name in tables.sets(result, "damaged"):
        yield f"### {name}\n"
        yield from table(tables.DAMAGED_HEAD, tables.damaged_rows(result, tables.in_set(name)))
    yield "Words right after repair, by how worn the pages were:\n"
    programs = [SHOWN[program.name] for program in result.programs]
    yield from table(("pages", *programs), tables.set_rows(result))


def _clean(result: Result) -> Iterator[str]:
    yield "## Sound text\n\nWhat is changed here is harm.\n"
    yield from table(tables.CLEAN_HEAD, tables.clean_rows(result, tables.of_kind("clean")))
    yield "Words broken, by kind of text:\n"
    programs = [SHOWN[program.name] for program in result.programs]
    yield from table(("text", "words", *programs), tables.clean_set_rows(result))


def _ours(result: Result) -> Iterator[str]:
    ours = result.programs[-1]
    yield f"## {SHOWN[ours.name]} by class of word\n"
    yield from table(tables.CLASS_HEAD, tables.class_rows(result, ours))
    rows = tables.confidence_rows(tables.of(result, ours, lambda _: True))
    if rows:
        yield "## Whether its confidence can be believed\n"
        yield from table(tables.CONFIDENCE_HEAD, rows)


if __name__ == "__main__":
    main()
