"""The program is run over files whose facts are known, and what it finds is counted."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.extraction.calibration import calibration
from benchmarks.extraction.result import Run, Tally
from benchmarks.records.score import Score, score
from benchmarks.reliability import Bin, together
from ingest.files import open_source
from ingest.reader import FileReader
from models.page import Page
from models.record import Record
from models.settings import Settings
from models.source import Source
from pipeline.document import read_document
from samples.make.facts import Facts


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read: its records, its pages, and the seconds from words to record."""

    records: tuple[Record, ...]
    pages: int
    seconds: float


@dataclass(frozen=True, slots=True)
class _ReadBefore:
    """A reader of pages that are there already."""

    read: tuple[Page, ...]

    def pages(self, source: Source) -> Iterator[Page]:
        """The pages, whatever the source."""
        del source
        yield from self.read


def read(path: Path, settings: Settings) -> Read:
    """One file, in this process; reading its words is not timed."""
    source = open_source(path, settings.reading)
    pages = tuple(FileReader(settings.reading).pages(source))
    begun = time.process_time()
    records = read_document(source, _ReadBefore(pages), settings).records
    return Read(records, len(pages), time.process_time() - begun)


def counted(run: Run, decade: str, facts: Facts, found: Read, traits: Iterable[tuple[str, str]] = ()) -> None:
    """Add one file to the run; `traits` are the grammar's forms that it has."""
    run.files += 1
    run.pages += found.pages
    run.seconds += found.seconds
    tallies = {name: _tally(one) for name, one in score([facts], found.records).items()}
    _add(run.decades.setdefault(decade, {}), tallies)
    for kind, form in traits:
        _add(run.forms.setdefault(kind, {}).setdefault(form, {}), tallies)
    for name, bins in calibration(facts, found.records).items():
        run.calibration[name] = together(bins, run.calibration.get(name) or (Bin(),) * len(bins))


def _add(sums: dict[str, Tally], tallies: dict[str, Tally]) -> None:
    for name, tally in tallies.items():
        sums[name] = sums.get(name, Tally()) + tally


def _tally(one: Score) -> Tally:
    return Tally(right=one.right, spurious=one.spurious, missed=one.missed, faults=one.faults)


def of_folder(truth: Iterable[Facts], records: Iterable[Record]) -> Run:
    """Records made elsewhere, against the facts of their files; decades are told by the documents' dates."""
    run = Run()
    found = list(records)
    for facts in truth:
        mine = tuple(one for one in found if Path(one.source.path).stem == Path(facts.source).stem)
        pages = max((one.source.page_count for one in mine), default=0)
        decade = f"{facts.document.date[:3]}0" if facts.document.date else "undated"
        named = facts.model_copy(update={"source": Path(mine[0].source.path).name}) if mine else facts
        counted(run, decade, named, Read(mine, pages, 0.0))
    return run
