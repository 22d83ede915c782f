"""Write a result into the docs: `python -m benchmarks.reading.report RESULT.json [--docs DIR]`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.arguments import reported
from benchmarks.reading.measure import total
from benchmarks.reading.plot import plot
from benchmarks.reading.programs.ours import Ours
from benchmarks.reading.result import ProgramResult, Result
from benchmarks.reading.tables import (
    DETAILS,
    GROUPINGS,
    detail_row,
    in_order,
    long_rows,
    of_pages,
    overall_row,
    percent,
    shown_programs,
)

_COSTS = 3
"""The last of the details are costs, known by kind alone."""
_INTRODUCTION = """# How well pages are read

Made by `python -m benchmarks.reading.report` from one run of `python -m benchmarks.reading`:
change nothing here by hand. What the measures mean stands at the top of `benchmarks/reading/measure.py`,
how the pages are made in [benchmarks/reading](../benchmarks/reading/README.md).
"""


def main() -> None:
    """Write reading.md and pictures/reading.svg."""
    asked = reported("python -m benchmarks.reading.report", __doc__)
    result = Result.model_validate_json(asked.result)
    (asked.docs / "reading.md").write_text(as_markdown(result, asked.remark), "utf-8")
    (asked.docs / "pictures" / "reading.svg").write_text(plot(result), "utf-8")


def as_markdown(result: Result, remark: str = "") -> str:
    """The page."""
    return "\n".join(_lines(result, remark))


def _lines(result: Result, remark: str) -> Iterator[str]:
    yield _INTRODUCTION
    seed = "" if result.seed is None else f" from seed {result.seed}"
    yield (
        f"{len(result.pages)} pages{seed}, read on {result.made_at[:10]} with {result.jobs} jobs on a "
        f"machine of {result.machine}. justerat writes records alone here, OCRmyPDF its PDF as "
        "well. Seconds are those of a page.\n"
    )
    if remark:
        yield f"{remark}\n"
    yield from table(
        ("program", *DETAILS, "unread"), [(one.name, *overall_row(result, one)) for one in result.programs]
    )
    yield from (f"- `{program.name}`: {program.version}" for program in shown_programs(result))
    yield "\n![Character error rate of each program on each kind of page](pictures/reading.svg)\n"
    yield from _against_peers(result)
    for name in GROUPINGS:
        yield f"## Character error rate by {name}\n"
        yield from _grouped(result, name)
    long = list(long_rows(result))
    if long:
        yield "## Long files\n"
        yield from table(("what", "figure"), long)


def _against_peers(result: Result) -> Iterator[str]:
    """How many times more errors and seconds every other program needs."""
    programs = shown_programs(result)
    ours = next((program for program in programs if program.name == Ours().name), programs[0])
    peers = [program for program in programs if program is not ours]
    if not peers:
        return
    yield "## Against the other programs\n"
    yield f"How many times the errors and the seconds of `{ours.name}` each of them needs:\n"
    rows = [(peer.name, *_ratios(ours, peer)) for peer in peers]
    yield from table(("program", "characters wrong", "words wrong", "wall time", "CPU time"), rows)


def _ratios(ours: ProgramResult, peer: ProgramResult) -> Sequence[str]:
    mine, theirs = total(ours.counts), total(peer.counts)
    pairs = (
        (theirs.character_errors, mine.character_errors), (theirs.word_errors, mine.word_errors),
        (peer.wall, ours.wall), (peer.cpu, ours.cpu),
    )  # fmt: skip
    return [f"{their / my:.2f}" if my else "–" for their, my in pairs]


def _grouped(result: Result, name: str) -> Iterator[str]:
    programs = shown_programs(result)
    found = in_order(result, name)
    rows = [
        (group, str(len(places)), *(percent(of_pages(program, places).cer) for program in programs))
        for group, places in found
    ]
    yield from table((name, "pages", *(program.name for program in programs)), rows)
    for program in programs[: None if name == "kind" else 1]:
        yield f"`{program.name}` with its other measures:\n"
        width = len(DETAILS) if name == "kind" and program.kinds else len(DETAILS) - _COSTS
        measured = [(group, *detail_row(program, group, places)[:width]) for group, places in found]
        yield from table((name, *DETAILS[:width]), measured)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table of Markdown, figures to the right."""
    yield f"| {' | '.join(head)} |"
    yield f"|---|{'---:|' * (len(head) - 1)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


if __name__ == "__main__":
    main()
