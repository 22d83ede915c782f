"""The personal numbers of a document, each with its place: what must be masked before it is published."""

from __future__ import annotations

from models.mention import PersonalNumber
from models.outline import Part
from models.swedish.personal.digits import is_coordination
from models.swedish.personal.find import find_personal_numbers
from models.swedish.personal.forms import as_digits
from models.vocabulary import PersonalNumberKind
from pipeline.extract.context import Context

_SURE, _LABELLED = "personal number", "personal number after a label"
"""The rules: a right checksum or a form that no other number has; a word that names a damaged one."""


def personal_numbers(part: Part, context: Context) -> tuple[PersonalNumber, ...]:
    """Each time that a personal number is printed, in the order of the text."""
    content = part.text.content
    return tuple(
        PersonalNumber(
            kind=_kind(content[one.start : one.end]),
            places=part.text.places(one.start, one.end, _LABELLED if one.labelled else _SURE),
        )
        for one in find_personal_numbers(content, context.year)
    )


def _kind(printed: str) -> PersonalNumberKind:
    digits = as_digits("".join(filter(str.isalnum, printed))) or ""
    return (
        PersonalNumberKind.SAMORDNINGSNUMMER if is_coordination(digits) else PersonalNumberKind.PERSONNUMMER
    )
