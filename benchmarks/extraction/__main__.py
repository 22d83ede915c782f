"""Measure extraction: `python -m benchmarks.extraction [--number K] [--decade 1960] [--scan]`.

Makes minutes of all decades from 1890 on from a grammar, has the program read them, and counts what it found
of what is true. With --gold and --records it counts records that were made elsewhere, of any documents whose
facts are known.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from benchmarks.extraction.make import DECADES, made, write
from benchmarks.extraction.printed import scan_of
from benchmarks.extraction.result import (
    BORN_DIGITAL,
    SCANS,
    SCANS_UNSCANNED,
    TEXTS,
    TEXTS_SCANNED,
    Result,
    Run,
)
from benchmarks.extraction.run import Read, counted, of_folder, read
from benchmarks.extraction.tables import (
    CALIBRATION_HEAD,
    FIELDS_HEAD,
    LOST_HEAD,
    VOLUME_HEAD,
    calibration_rows,
    decade_head,
    decade_rows,
    fault_lines,
    field_rows,
    form_tables,
    lost_rows,
    volume_rows,
)
from benchmarks.extraction.volume import measure_volumes
from benchmarks.records.stored import stored
from benchmarks.repair.tables import shown
from models.settings import Settings
from samples.make.facts import read_facts

_WIDE = 200
"""Columns of what goes to a file and not to a terminal."""


def main() -> int:
    """Do what was asked."""
    asked = _arguments()
    console = Console() if sys.stdout.isatty() else Console(width=_WIDE)
    if asked.make:
        asked.keep.mkdir(parents=True, exist_ok=True)
        for file in made(asked.seed, asked.number, _decades(asked)):
            print(write(file, asked.keep, scan=asked.scan, seed=asked.seed))
    elif asked.volume:
        result = _result(asked)
        result.volumes = measure_volumes(asked.volume, asked.seed)
        _write(asked, result)
        console.print(shown("Bound volumes", VOLUME_HEAD, volume_rows(result.volumes)))
    elif asked.print:
        result = _result(asked)
        scans, texts = _printed(asked, scan=True), _printed(asked, scan=False)
        result.runs[TEXTS_SCANNED], result.runs[TEXTS] = scans, texts
        _write(asked, result)
        _show(scans, console, asked.misses)
        console.print(shown("Beside the texts", LOST_HEAD, lost_rows(texts, scans)))
    elif asked.gold:
        _show(of_folder(read_facts(asked.gold), stored(asked.records)), console, asked.misses)
    else:
        result, run = _result(asked), _measured(asked, scan=asked.scan)
        result.runs[SCANS if asked.scan else BORN_DIGITAL] = run
        if asked.scan:
            result.runs[SCANS_UNSCANNED] = _measured(asked, scan=False)
        _write(asked, result)
        _show(run, console, asked.misses)
    return 0


def _decades(asked: argparse.Namespace) -> tuple[int, ...]:
    return tuple(asked.decade) if asked.decade else DECADES


def _measured(asked: argparse.Namespace, *, scan: bool) -> Run:
    run, settings = Run(), Settings()
    with _folder(asked, "scans" if scan else "digital") as folder:
        for file in made(asked.seed, asked.number, _decades(asked)):
            found = read(write(file, folder, scan=scan, seed=asked.seed), settings)
            _keep(asked, found, folder)
            counted(run, str(file.decade), file.facts, found, file.traits)
    return run


def _printed(asked: argparse.Namespace, *, scan: bool) -> Run:
    """The documents of a folder with their facts, read as they are or from a scan of their print."""
    run, settings = Run(), Settings()
    with _folder(asked, "printed" if scan else "texts") as folder:
        for facts in read_facts(asked.print):
            text = asked.print / facts.source
            path = folder / f"{text.stem}.pdf" if scan else text
            if scan:
                path.write_bytes(scan_of(text, asked.seed))
            found = read(path, settings)
            _keep(asked, found, folder)
            counted(run, "texts", facts.model_copy(update={"source": path.name}), found)
    return run


@contextmanager
def _folder(asked: argparse.Namespace, name: str) -> Generator[Path]:
    """Where files are made: in the folder to keep them in, or in one that goes when they are read."""
    keep = (
        nullcontext(str(asked.keep))
        if asked.keep
        else tempfile.TemporaryDirectory(prefix="justerat-extraction-")
    )
    with keep as parent:
        folder = Path(parent).resolve() / name
        folder.mkdir(parents=True, exist_ok=True)
        yield folder


def _keep(asked: argparse.Namespace, found: Read, folder: Path) -> None:
    for record in found.records if asked.keep else ():
        target = folder / f"{Path(record.source.path).stem}-{record.part.number}.record.json"
        target.write_text(record.model_dump_json(indent=2) + "\n", "utf-8")


def _result(asked: argparse.Namespace) -> Result:
    """The result that --json holds already, or a new one."""
    if asked.json and asked.json.exists():
        return Result.model_validate_json(asked.json.read_text("utf-8"))
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    return Result(made_at=made_at, seed=asked.seed, machine=machine)


def _write(asked: argparse.Namespace, result: Result) -> None:
    if asked.json:
        asked.json.write_text(result.model_dump_json(indent=1) + "\n", "utf-8")


def _show(run: Run, console: Console, misses: int) -> None:
    console.print(shown(f"{run.files} files, {run.pages} pages", FIELDS_HEAD, field_rows(run)))
    console.print(shown("By decade", decade_head(run), decade_rows(run)))
    for head, rows in form_tables(run):
        console.print(shown(f"By form of {head[0]}", head, rows))
    console.print(shown("Whether confidence can be believed", CALIBRATION_HEAD, calibration_rows(run)))
    if run.seconds:
        console.print(f"{run.pages / run.seconds:.1f} pages a second and core, from words to record")
    for line in fault_lines(run, misses):
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def _arguments() -> argparse.Namespace:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        "python -m benchmarks.extraction", description=__doc__, formatter_class=form
    )
    add = parser.add_argument
    add("--seed", type=int, default=1)
    add(
        "--number", type=int, default=2 * len(DECADES), metavar="K", help="files (default two of each decade)"
    )
    add(
        "--decade",
        type=int,
        action="append",
        choices=DECADES,
        metavar="1960",
        help="only of this decade; may be repeated",
    )
    add("--scan", action="store_true", help="print and scan the pages, so that they are read by OCR")
    add("--keep", type=Path, metavar="DIR", help="keep the files, their facts and the records here")
    add("--make", action="store_true", help="make the files in --keep and stop")
    add("--misses", type=int, default=0, metavar="N", help="show N faults of each field and decade")
    add("--json", type=Path, metavar="FILE", help="write the result, for benchmarks.extraction.report")
    add("--volume", type=int, metavar="N", help="one PDF of N pages: memory, and time of its first and last")
    add(
        "--print",
        type=Path,
        metavar="DIR",
        help="print and scan each NAME.txt of DIR with its NAME.gold.json",
    )
    add("--gold", type=Path, metavar="DIR", help="a folder of NAME.gold.json")
    add("--records", type=Path, metavar="DIR", help="a folder of records of the same files")
    asked = parser.parse_args()
    if bool(asked.gold) != bool(asked.records):
        parser.error("--gold and --records go together")
    if asked.make and not asked.keep:
        parser.error("--make needs --keep")
    return asked


if __name__ == "__main__":
    sys.exit(main())
