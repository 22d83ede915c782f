"""Files of minutes from a seed: each a PDF, with what is true of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.extraction.grammar import modern, running
from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.town import Town, town_of
from benchmarks.extraction.layout.blocks import Document
from benchmarks.extraction.layout.draw import as_pdf, scanned
from benchmarks.extraction.layout.setter import lay_out
from benchmarks.extraction.layout.sheet import Sheet
from benchmarks.extraction.truth import facts_of
from samples.make.facts import Facts

DECADES = (1890, 1900, 1910, 1920, 1930, 1940, 1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020)
_NEWEST = 2025
_FIRST_FORMS = 1971
"""From this year on minutes have a front page and parts."""
_SINGLE = 0.8
"""The share of files that hold one document."""
_OF_A_TOWN = 2
"""So many files of a decade come from one municipality."""


@dataclass(frozen=True, slots=True)
class Made:
    """One file: its decade, the documents in it, and what is true of them."""

    decade: int
    documents: tuple[Document, ...]
    facts: Facts

    @property
    def traits(self) -> tuple[tuple[str, str], ...]:
        """Which of the grammar's forms its first document has; the others have the same."""
        return self.documents[0].traits

    @property
    def name(self) -> str:
        """The file's name."""
        return self.facts.source

    def pdf(self) -> bytes:
        """The file as it was born."""
        return as_pdf(self.sheets(), self.facts.document.municipality or "")

    def sheets(self) -> list[Sheet]:
        """Its pages as they are set."""
        return [sheet for document in self.documents for sheet in lay_out(document)]

    def scan(self, seed: int) -> bytes:
        """The file printed and scanned."""
        return scanned(self.pdf(), seed)


def made(seed: int, number: int, decades: tuple[int, ...] = DECADES) -> Iterator[Made]:
    """So many files, the decades taking turns."""
    for at in range(number):
        decade = decades[at % len(decades)]
        turn = at // len(decades)
        yield one(seed, decade, turn)


def one(seed: int, decade: int, turn: int) -> Made:
    """The file of this seed, decade and turn."""
    chance = Chance(f"{seed} {decade} {turn}")
    town_seed = f"{seed} {decade} {turn // _OF_A_TOWN}"
    year = min(_NEWEST, decade + Chance(town_seed).number(0, 9))
    documents = tuple(_bound(town_of(town_seed, year), chance))
    name = f"{decade}-{turn + 1:03}.pdf"
    return Made(decade, documents, facts_of(name, documents))


def _bound(town: Town, chance: Chance) -> Iterator[Document]:
    """The minutes of one meeting, or of several of a body in one year that are bound together."""
    minutes = modern.minutes if town.year >= _FIRST_FORMS else running.minutes
    before: Document | None = None
    for _ in range(1 if chance.happens(_SINGLE) else chance.number(2, 3)):
        document = minutes(town, chance, chance.number(4, 9), before)
        if document is None:
            return
        yield document
        before = document


def write(file: Made, folder: Path, *, scan: bool, seed: int) -> Path:
    """The file and its facts in a folder."""
    path = folder / file.name
    path.write_bytes(file.scan(seed) if scan else file.pdf())
    facts = file.facts.model_dump_json(indent=1, exclude_defaults=True)
    path.with_suffix(".gold.json").write_text(facts + "\n", "utf-8")
    return path
