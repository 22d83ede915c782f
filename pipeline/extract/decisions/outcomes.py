"""What a clause decides, told by its verbs."""

from __future__ import annotations

from functools import cache, lru_cache

from spacy.matcher import Matcher

from models.swedish.table import rows_of
from models.vocabulary import DecisionOutcome
from pipeline.extract.language import parse, swedish

_GAP = 10
_REMEMBERED = 2048
"""A clause is asked about by several rules, one soon after the other."""


def outcome_of(clause: str) -> DecisionOutcome:
    """The outcome that the clause's first deciding words name; okänd where it holds none."""
    first = first_trigger(clause)
    return first[1] if first else DecisionOutcome.OKAND


@lru_cache(maxsize=_REMEMBERED)
def first_trigger(clause: str) -> tuple[int, DecisionOutcome] | None:
    """Where in the clause its first deciding words stand, and what they decide."""
    doc = parse(clause)
    keys = ((doc.vocab.strings[key], start, end) for key, start, end in _matcher()(doc))
    matches = [(key[0], start, -end, key[1:]) for key, start, end in keys]
    if not matches:
        return None
    _, start, _, outcome = min(matches)
    return doc[start].idx, DecisionOutcome(outcome)


@cache
def _matcher() -> Matcher:
    """The table's patterns, each under its rank, a digit, followed by its outcome."""
    matcher = Matcher(swedish().vocab)
    for row in rows_of("outcomes"):
        matcher.add(row["rank"] + row["outcome"], [_pattern(row["words"])])
    return matcher


def _pattern(words: str) -> list[dict[str, object]]:
    gap: dict[str, object] = {"OP": f"{{0,{_GAP}}}"}
    return [gap if word == "..." else {"LOWER": {"IN": word.split("|")}} for word in words.split()]
