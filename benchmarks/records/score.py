"""Precision, recall and F1 of records over the distinct values of each file, summed over files.

A record belongs to the facts whose source has its file's name; the parts of one file are pooled. A decision
is right when its §, status and text are, and for `outcome` that as well. Values that the facts hold as
unscored count neither way.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from benchmarks.records.folded import fold
from benchmarks.records.values import Keyed, known, true_values, values_of
from models.matter import Decision
from models.record import Record
from samples.make.facts import DecisionFact, Facts

_OF_DOCUMENTS = ("dnr", "dates", "minuted", "cited", "people", "party", "attendance", "replaces")
_OF_ITEMS = ("item_dnr", "votes", "reservations")
_LISTED = frozenset({*_OF_DOCUMENTS, *_OF_ITEMS})
"""Fields of which the facts may say that they were not annotated."""
_KEYED = frozenset({"document", "heading", "meeting", "present_for"})
"""Fields whose values are pairs, the first telling of what."""
SAME_TEXT = 0.75
"""Share of the shorter text's words that two clauses must have in common to be the same."""


@dataclass(slots=True)
class Score:
    """What was found of one field: right, spurious, missed."""

    right: int = 0
    spurious: int = 0
    missed: int = 0
    faults: list[str] = field(default_factory=list[str])

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return self.right / max(1, self.right + self.spurious)

    @property
    def recall(self) -> float:
        """Share of the true that was found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; 1 where there was nothing to find and nothing was found."""
        if not self.right:
            return float(not self.spurious and not self.missed)
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    def count(self, true: set[Hashable], found: set[Hashable], source: str) -> None:
        """Add the values of one file."""
        self.right += len(true & found)
        self.spurious += len(found - true)
        self.missed += len(true - found)
        self.faults += [f"{source}: missed {value}" for value in sorted(map(str, true - found))]
        self.faults += [f"{source}: spurious {value}" for value in sorted(map(str, found - true))]

    def judge(self, true: DecisionFact, source: str, *, right: bool) -> None:
        """Add one decision that should be found."""
        self.right += right
        self.missed += not right
        if not right:
            self.faults.append(f"{source}: missed {true.status}, {true.outcome}: {true.text[:80]}")


def score(truth: Iterable[Facts], records: Iterable[Record]) -> dict[str, Score]:
    """The score of every field over all these files."""
    by_name: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_name[Path(record.source.path).name].append(record)
    scores: defaultdict[str, Score] = defaultdict(Score)
    for facts in truth:
        found, true = values_of(by_name[facts.source]), true_values(facts)
        for name, values in true.items():
            if facts.annotated is not None and name in _LISTED and name not in facts.annotated:
                continue
            unscored = known(name, facts.unscored.get(name, []))
            scores[name].count(values, _asked(name, found[name], values) - (unscored - values), facts.source)
        if facts.annotated is not None and "decisions" not in facts.model_fields_set:
            continue
        decisions = [d for record in by_name[facts.source] for d in record.decisions]
        _score_decisions(facts, decisions, scores["decisions"], scores["outcome"])
    return dict(scores)


def _asked(name: str, found: set[Hashable], true: set[Hashable]) -> set[Hashable]:
    """What was found of the things that the facts tell of: a § without heading, say, is not asked for its."""
    if name not in _KEYED:
        return found
    things = {_thing(value) for value in true}
    return {value for value in found if _thing(value) in things}


def _thing(value: Hashable) -> Hashable:
    return cast("Keyed", value)[0]


def _score_decisions(facts: Facts, found: list[Decision], decisions: Score, outcomes: Score) -> None:
    """Each true clause takes the found one most like it; one that has points may serve several."""
    taken: set[int] = set()
    unscored = facts.unscored.get("decisions", [])
    for true in facts.decisions:
        free = [n for n in range(len(found)) if n not in taken or found[n].points]
        like = [(likeness(true, found[n]), n) for n in free]
        (same_status, shared), best = max(like, default=((False, 0.0), -1))
        same = shared >= SAME_TEXT
        if same:
            taken.add(best)
        decisions.judge(true, facts.source, right=same and same_status)
        outcomes.judge(true, facts.source, right=same and same_status and _same_outcome(true, found[best]))
    for n in set(range(len(found))) - taken:
        if any(words_shared(str(text), found[n].text) >= SAME_TEXT for text in unscored):
            continue
        decisions.spurious += 1
        outcomes.spurious += 1
        decisions.faults.append(f"{facts.source}: spurious {found[n].status.value}: {found[n].text[:80]}")


def likeness(true: DecisionFact, found: Decision) -> tuple[bool, float]:
    """Whether text and status agree, and the share of words in common; the first outweighs the second."""
    if true.paragraph is not None and true.paragraph not in {found.item, found.paragraph}:
        return False, 0.0
    clauses = [found.text, *(point.text for point in found.points)]
    shared = max(words_shared(true.text, clause) for clause in clauses)
    statuses = {true.status, *(true.accept.status if true.accept else ())}
    return found.status.value in statuses and shared >= SAME_TEXT, shared


def words_shared(one: str, other: str) -> float:
    """The share of the shorter text's words that both have."""
    first, second = (Counter(word.strip(",;:") for word in fold(text).split()) for text in (one, other))
    return (first & second).total() / max(1, min(first.total(), second.total()))


def _same_outcome(true: DecisionFact, found: Decision) -> bool:
    outcomes = {found.outcome.value, *(point.outcome.value for point in found.points)}
    return bool(outcomes & {true.outcome, *(true.accept.outcome if true.accept else ())})
