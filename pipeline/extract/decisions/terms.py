"""On what terms a sum is named: as a limit or about, and for each of what."""

from __future__ import annotations

import re
from dataclasses import replace

from models.vocabulary import AmountBound
from pipeline.extract.decisions.money import Sum

_PER = re.compile(
    r"(?:[ ]?/[ ]?|[ ](?:per|för varje)[ ])(?P<of>[^\W\d_][\w²]{0,30})"
    r"|[ ](?:om|i)[ ](?P<time>året|månaden|veckan|dagen|timmen)\b"
    r"|[ ](?P<times>årligen|månatligen|månadsvis)\b",
    re.IGNORECASE,
)
_OF = {
    **dict.fromkeys(("år", "året", "årligen"), "år"),
    **dict.fromkeys(("mån", "månad", "månaden", "månatligen", "månadsvis"), "månad"),
    **dict.fromkeys(("vecka", "veckan"), "vecka"),
    **dict.fromkeys(("dag", "dagen"), "dag"),
    **dict.fromkeys(("tim", "timme", "timmen", "timma", "h"), "timme"),
    **dict.fromkeys(("m2", "m²", "kvm"), "m²"),
    **dict.fromkeys(("st", "styck"), "styck"),
}
_NOT_OF = frozenset({"den", "det", "och", "till", "för", "under", "sin", "detta", "denna", "samma", "post"})
_BOUND = re.compile(
    r"\b(?:(?P<most>högst|maximalt|max|upp till|intill|(?:inte|ej) över(?:stiga|skrida))"
    r"|(?P<least>minst|lägst)|(?P<about>cirka|ca|c:a|omkring|ungefär))\.?"
    r"(?:[ ](?:ett|en|totalt|högsta|sammanlagt|(?:låne)?belopp|summa|kostnad|om|av|på|till)){0,5}[ ]?$",
    re.IGNORECASE,
)
_NEAR = 60


def with_terms(text: str, one: Sum) -> Sum:
    """The sum with what the words just before and after it say of it."""
    return replace(one, bound=_bound(text[max(0, one.start - _NEAR) : one.start]), per=_per(text, one.end))


def _bound(before: str) -> AmountBound | None:
    found = _BOUND.search(before)
    if found is None:
        return None
    if found["most"]:
        return AmountBound.HOGST
    return AmountBound.MINST if found["least"] else AmountBound.CIRKA


def _per(text: str, end: int) -> str | None:
    found = _PER.match(text, end)
    if found is None:
        return None
    of = (found["of"] or found["time"] or found["times"]).casefold()
    return None if of in _NOT_OF else _OF.get(of, of)
