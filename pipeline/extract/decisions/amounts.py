"""The amounts of money that a decision names, each once, with the point that names it and its places."""

from __future__ import annotations

from decimal import Decimal

from models.matter import Amount
from models.mention import PersonalNumber, Place
from models.text import Text
from pipeline.extract.decisions.clauses import bare
from pipeline.extract.decisions.draft import Draft
from pipeline.extract.decisions.money import sums_in
from pipeline.extract.decisions.terms import with_terms
from pipeline.extract.placed import Placed

_RULE = "belopp"
_LONGEST = 40
"""No personal number is longer, however it is printed."""


def amounts(text: Text, draft: Draft, personal: Placed[PersonalNumber]) -> tuple[Amount, ...]:
    """The amounts of a draft in the order of the text; a personal number is none, whatever stands by it."""
    found: dict[Amount, list[Place]] = {}
    for point, clause in draft.numbered:
        said = bare(clause.text)
        ahead = len(clause.text) - len(said)
        for one in (with_terms(said, one) for one in sums_in(said)):
            amount = Amount(
                value=_exact(one.value),
                value_to=None if one.value_to is None else _exact(one.value_to),
                currency=one.currency,
                bound=one.bound,
                per=one.per,
                point=point,
            )
            places = clause.part(ahead + one.start, ahead + one.end).places(text, _RULE)
            if not any(_is_personal(place, personal) for place in places):
                found.setdefault(amount, []).extend(places)
    return tuple(amount.model_copy(update={"places": tuple(at)}) for amount, at in found.items())


def _is_personal(place: Place, personal: Placed[PersonalNumber]) -> bool:
    near = personal.within((place.start - _LONGEST, place.end))
    return any(of.start < place.end and place.start < of.end for number in near for of in number.places)


def _exact(value: Decimal) -> str:
    return format(value.normalize(), "f")
