"""All that belongs to a matter: its own steps, what they cite, and who cites them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from archive.matters.drafts import Cited
from archive.matters.join import way
from archive.matters.reading import Case, Tellings
from models.way import Stated, Telling, Told, Way

_MOST_STEPS = 500
"""So many steps of a matter are followed; of a longer one it is told that it isn't whole."""


def gather(tellings: Tellings, case: Case, seeds: Iterable[Stated]) -> Way:
    """The way of the matter that these tellings are of."""
    found = _Found(tellings, case)
    seeds = list(seeds)
    for seed in seeds:
        if seed.told.telling is Telling.OWN:
            found.join(seed)
        elif seed.told.telling is Telling.CITED:
            found.cite(seed)
    found.follow()
    named = [seed for seed in seeds if seed.told.telling is Telling.NAMED]
    document = min((one.document for one in (*found.own.values(), *seeds)), default="")
    municipality = tellings.municipality_name(document)
    made = way(municipality, case.number, found.own.values(), found.cited.values(), named)
    return replace(made, whole=found.whole)


Key = tuple[str, int]


class _Found:
    """What has been found of one matter, and what is still to be followed."""

    def __init__(self, tellings: Tellings, case: Case) -> None:
        self._tellings = tellings
        self._case = case
        self._open: list[Stated] = []
        self._met: set[tuple[object, ...]] = set()
        self.own: dict[Key, Stated] = {}
        self.cited: dict[Key, Cited] = {}
        self.whole = True

    def join(self, step: Stated) -> None:
        """Take a step in as the matter's own, to be followed."""
        if _key(step) in self.own:
            return
        if len(self.own) < _MOST_STEPS:
            self.own[_key(step)] = step
            self._open.append(step)
        else:
            self.whole = False

    def cite(self, cited: Stated) -> None:
        """Take in what another step cites."""
        by = self._tellings.one(cited.document, cited.told.by)
        if by:
            self.cited.setdefault(_key(cited), Cited(cited, by))

    def follow(self) -> None:
        """Follow each step of the matter to what it cites and to what cites it, until nothing new is met."""
        for seed in list(self.cited.values()):
            self._meet(seed.told, None)
        while self._open:
            step = self._open.pop()
            self._meet(step.told, None)
            for cited in () if step.told.gathers else self._tellings.cited_by(step):
                if not cited.told.numbers or self._is_of_case(cited.told):
                    self.cited[_key(cited)] = Cited(cited, step)
                    self._meet(cited.told, Telling.OWN)

    def _meet(self, told: Told, telling: Telling | None) -> None:
        """Look at what else is told of a §: `telling` limits it to minutes of the § itself."""
        if told.paragraph is None or told.year is None:
            return
        asked = (told.organ, told.date if told.organ is None else None, told.year, told.paragraph, telling)
        if asked in self._met:
            return
        self._met.add(asked)
        place = self._case.municipality
        for met in self._tellings.of_paragraph(told.organ, told.year, told.paragraph, place, telling):
            if told.organ is None and met.told.date != told.date:
                continue
            if met.told.telling is Telling.OWN:
                self._meet_own(met)
            elif met.told.telling is Telling.CITED:
                self._meet_citation(met)

    def _meet_own(self, met: Stated) -> None:
        """Minutes of a §: the matter's own where they bear its number or none, else another matter's."""
        if not met.told.numbers or self._is_of_case(met.told):
            self.join(met)
        else:
            self.own.setdefault(_key(met), met)

    def _meet_citation(self, met: Stated) -> None:
        """Where one of the matter's § is cited: a step of it too where it bears no number of another."""
        by = self._tellings.one(met.document, met.told.by)
        if by is None:
            return
        self.cited.setdefault(_key(met), Cited(met, by))
        if not by.told.gathers and (not by.told.numbers or self._is_of_case(by.told)):
            self.join(by)

    def _is_of_case(self, told: Told) -> bool:
        return any(self._case.has(number) for number in told.numbers)


def _key(stated: Stated) -> Key:
    return stated.document, stated.told.position
