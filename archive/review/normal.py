"""New values as a record has them: checked, and with what follows from them put in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import cast
from unicodedata import category

from pydantic import JsonValue, ValidationError

from archive.edtf import bounds
from archive.review.fields import APART, DAYS, LISTS, SINGLES, ListField, told
from models.correction import LONGEST_TEXT, TEXT
from models.errors import CorrectionError
from models.vocabulary import DatePrecision

_WINDOW = frozenset({"not_before", "not_after"})
"""The first and the last day of a window, which have no others within them."""
_PRECISIONS = {4: DatePrecision.YEAR, 10: DatePrecision.DAY}
_DNR = re.compile(r"(?:(\S+(?: \S+)*) )?([12]\d{3})/(\d{1,9})")
_KEPT = frozenset("\n\t")
_NO_WRITING = frozenset({"Cc", "Cs"})
"""Unicode's categories of control signs, and of surrogates."""
_NO_YEAR, _LEAP_YEAR = "XXXX", "2000"
"""How EDTF has a year that isn't told; and one that has every day."""
_SEASON = 21
"""EDTF's months from here on are seasons."""


def normal(name: str, value: JsonValue, number: int) -> JsonValue:
    """The value of a field as it is kept; CorrectionError where the field can't hold it.

    An added decision is named after the correction's `number`, as no run of the program names any.
    """
    if len(json.dumps(value)) > LONGEST_TEXT:
        message = f"A value may have {LONGEST_TEXT} characters at most."
        raise CorrectionError(message)
    if not all(map(_is_writing, _texts(value))):
        raise CorrectionError("A value holds no signs that control a screen or part pages.")
    if name == TEXT:
        if not isinstance(value, str):
            raise CorrectionError("What the text is to say must be a text.")
        return value
    try:
        if name in SINGLES:
            return _single(name, value)
        return _listed(LISTS[name], value, number)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        message = f"The value can't be of {name}{f', at {where}' if where else ''}: {first['msg']}."
        raise CorrectionError(message) from error


def _texts(value: JsonValue) -> Iterator[str]:
    """Every text in a value, names of fields too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key, held in value.items():
            yield key
            yield from _texts(held)


def _is_writing(text: str) -> bool:
    """Whether a text holds neither control signs, lines and tabs aside, nor halves of characters."""
    return all(sign in _KEPT or category(sign) not in _NO_WRITING for sign in text)


def _single(name: str, value: JsonValue) -> JsonValue:
    held = SINGLES[name].validate_json(json.dumps(value))
    if name in DAYS and value is not None:
        days = bounds(str(value))
        if days is None:
            raise CorrectionError(_NO_DATE)
        if name in _WINDOW and days[0] != value:
            message = "That is no day: write 1974-11-05."
            raise CorrectionError(message)
    return cast("JsonValue", SINGLES[name].dump_python(held, mode="json"))


_NO_DATE = "That is no date: write 1974-11-05, 1974-11, 1974 or 1974-11-05/1974-11-06."


def _listed(field: ListField, value: JsonValue, number: int) -> JsonValue:
    if not isinstance(value, dict):
        message = f"A value of {field.name} is an object with the fields that RECORD tells of."
        raise CorrectionError(message)
    given = {key: held for key, held in value.items() if key not in APART}
    if field.name == "decisions" and not given.get("id"):
        given["id"] = f"review-{number}"
    if not _is_date(given.get("date")):
        raise CorrectionError(_NO_DATE)
    if field.name == "dates":
        given |= _days(given.get("value"))
    if field.name == "dnr":
        given |= _parts(given.get("value"))
    # As JSON, so that lists become tuples and words of closed lists their values.
    return told(field.model.model_validate_json(json.dumps(given)))


def _is_date(value: JsonValue) -> bool:
    """Whether this may be the day of a decision or of a cited §; it may be unknown, or its year."""
    if not isinstance(value, str):
        return value is None
    return bounds(value.replace(_NO_YEAR, _LEAP_YEAR, 1)) is not None


def _parts(value: JsonValue) -> dict[str, JsonValue]:
    """The registry, year and number that a diarienummer is written of."""
    found = _DNR.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise CorrectionError("That is no diarienummer: write KS 2014/187, or 2014/187.")
    return {"registry": found[1], "year": int(found[2]), "number": int(found[3])}


def _days(value: JsonValue) -> dict[str, JsonValue]:
    """First and last day and precision of a date, which follow from it."""
    found = bounds(value) if isinstance(value, str) else None
    if found is None or not isinstance(value, str):
        raise CorrectionError(_NO_DATE)
    single = value.partition("/")[0]
    month = (
        DatePrecision.SEASON
        if single[5:7].isdecimal() and int(single[5:7]) >= _SEASON
        else DatePrecision.MONTH
    )
    precision = _PRECISIONS.get(len(single), month)
    return {"start": found[0], "end": found[1], "precision": precision.value}
