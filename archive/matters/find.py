"""Matters asked for: by diarienummer, by record and §, by body, day and §, or by words of their titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from archive.edtf import bounds
from archive.matters.gather import gather
from archive.matters.reading import Case, Tellings
from archive.matters.rows import municipality_key
from archive.tables import TOLD_NUMBERS
from models.errors import MatterMissing
from models.swedish.organs import organ_of
from models.way import CaseNumber, Stated, Telling, Way

_NAMED = 6
"""Matters that a sentence names."""


@dataclass(frozen=True, slots=True)
class AskedParagraph:
    """A § of a body's minutes; `date` is EDTF, and its year is enough to know a § by."""

    body: str
    date: str
    paragraph: int


class Matters:
    """What the archive knows of matters; a municipality is given by its name, or left open."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tellings = Tellings(connection)

    def numbered(self, numbers: Iterable[CaseNumber], municipality: str | None = None) -> list[Way]:
        """The matters that bear one of the numbers, which may be readings of one print.

        A number without registry is every registry's; one with a registry also is that of documents that
        print none, where no other registry of the municipality has it.
        """
        cases = {case: None for number in numbers for case in self._cases(number, municipality)}
        return [gather(self._tellings, case, self._tellings.numbered(case)) for case in cases]

    def of_item(self, document: str, paragraph: int | None) -> list[Way]:
        """The matters of a record, or of one § of it."""
        own = [
            one
            for one in self._tellings.of_document(document)
            if one.told.telling is Telling.OWN and paragraph in {None, one.told.paragraph}
        ]
        return self._ways(own)

    def of_paragraph(self, asked: AskedParagraph, municipality: str | None = None) -> list[Way]:
        """The matters of a § that is minuted, or at least cited, somewhere in the archive."""
        organ, days = organ_of(asked.body), bounds(asked.date)
        if organ is None or days is None:
            return []
        met = [
            one
            for one in self._tellings.of_paragraph(organ, int(days[0][:4]), asked.paragraph, municipality)
            if (told := bounds(one.told.date)) is None or (told[0] <= days[1] and told[1] >= days[0])
        ]
        own = [one for one in met if one.told.telling is Telling.OWN]
        citing = (self._tellings.one(one.document, one.told.by) for one in met)
        return self._ways(own or [one for one in citing if one])

    def _ways(self, steps: Iterable[Stated]) -> list[Way]:
        """The matters of these steps, by their numbers or, where they bear none, each by itself."""
        cases = {case: step for step in steps for case in self.cases_of(step)}
        ways = (
            gather(self._tellings, case, self._tellings.numbered(case) if case.number else [step])
            for case, step in cases.items()
        )
        return list(dict.fromkeys(ways))

    def cases_of(self, step: Stated) -> list[Case]:
        """The matters that a step is of: of each number it bears, or of none."""
        place = self._tellings.municipality_of(step.document)
        if not step.told.numbers:
            return [Case(place, None, first=(step.document, step.told.position))]
        every = (case for number in step.told.numbers for case in self._cases(number, place))
        return [case for case in every if any(case.has(number) for number in step.told.numbers)]

    def _cases(self, asked: CaseNumber, municipality: str | None) -> Iterator[Case]:
        """The matters that a number can be, with the registry that the municipality prints with it."""
        columns = TOLD_NUMBERS.c
        query = select(columns.municipality, columns.registry).distinct()
        query = query.where(columns.year == asked.year, columns.number == asked.number)
        if municipality is not None:
            query = query.where(columns.municipality == municipality_key(municipality))
        known: dict[str, set[str | None]] = {}
        for row in self._connection.execute(query):
            known.setdefault(row.municipality, set()).add(row.registry)
        for place, printed in sorted(known.items()):
            registries = {registry for registry in printed if registry}
            alone = len(registries) < 2
            of_any = registries if registries and alone else printed
            for registry in sorted(of_any, key=lambda one: one or ""):
                if asked.registry in {None, registry} or not registries:
                    yield Case(place, replace(asked, registry=registry), alone=alone)


def single(ways: list[Way]) -> Way:
    """The one matter that these are; MatterMissing where there is none, or where they are several.

    One of which there are only documents that name it is left out where another has steps, and so is one of
    no known municipality.
    """
    known = [way for way in ways if way.steps] or ways
    known = [way for way in known if way.municipality] or known
    if len(known) == 1:
        return known[0]
    if not known:
        message = "No such matter is in the archive: `justerat matters` lists those there are."
        raise MatterMissing(message)
    names = "; ".join(_name(way) for way in known[:_NAMED])
    more = f" and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
    message = (
        f"Several matters answer ({names}{more}): tell which by its number, --municipality or --paragraph."
    )
    raise MatterMissing(message)


def _name(way: Way) -> str:
    return ", ".join(str(part) for part in (way.number or way.title, way.municipality) if part)
