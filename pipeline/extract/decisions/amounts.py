"""The amounts of money that a decision names, each once, with the point that names it and its places."""

from __future__ import annotations

from decimal import Decimal

from models.matter import Amount
from models.mention import Place
from models.text import Text
from pipeline.extract.decisions.clauses import bare
from pipeline.extract.decisions.draft import Draft
from pipeline.extract.decisions.money import sums_in
from pipeline.extract.decisions.terms import with_terms

_RULE = "belopp"


def amounts(text: Text, draft: Draft) -> tuple[Amount, ...]:
    """The amounts of a draft in the order of the text."""
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
            piece = clause.part(ahead + one.start, ahead + one.end)
            found.setdefault(amount, []).extend(piece.places(text, _RULE))
    return tuple(amount.model_copy(update={"places": tuple(at)}) for amount, at in found.items())


def _exact(value: Decimal) -> str:
    return format(value.normalize(), "f")
