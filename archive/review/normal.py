"""New values as a record has them: checked, and with what follows from them put in."""

from __future__ import annotations

import json
from typing import cast

from pydantic import JsonValue, ValidationError

from archive.edtf import bounds
from archive.review.fields import APART, DAYS, LISTS, SINGLES, ListField, told
from models.correction import LONGEST_TEXT, TEXT
from models.errors import CorrectionError
from models.vocabulary import DatePrecision

_PRECISIONS = {4: DatePrecision.YEAR, 10: DatePrecision.DAY}
_SEASON = 21
"""EDTF's months from here on are seasons."""


def normal(name: str, value: JsonValue, number: int) -> JsonValue:
    """The value of a field as it is kept; CorrectionError where the field can't hold it.

    An added decision is named after the correction's `number`, as no run of the program names any.
    """
    if len(json.dumps(value)) > LONGEST_TEXT:
        message = f"A value may have {LONGEST_TEXT} characters at most."
        raise CorrectionError(message)
    if name == TEXT:
        if not isinstance(value, str) or "\f" in value:
            raise CorrectionError("The new text must be a text, without a form feed, which parts pages.")
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


def _single(name: str, value: JsonValue) -> JsonValue:
    held = SINGLES[name].validate_json(json.dumps(value))
    if name in DAYS and value is not None and bounds(str(value)) is None:
        raise CorrectionError(_NO_DATE)
    return cast("JsonValue", SINGLES[name].dump_python(held, mode="json"))


_NO_DATE = "That is no date: write 1974-11-05, 1974-11, 1974 or 1974-11-05/1974-11-06."


def _listed(field: ListField, value: JsonValue, number: int) -> JsonValue:
    if not isinstance(value, dict):
        message = f"A value of {field.name} is an object with the fields that RECORD tells of."
        raise CorrectionError(message)
    given = {key: held for key, held in value.items() if key not in APART}
    if field.name == "decisions" and not given.get("id"):
        given["id"] = f"review-{number}"
    if field.name == "dates":
        given |= _days(given.get("value"))
    # As JSON, so that lists become tuples and words of closed lists their values.
    return told(field.model.model_validate_json(json.dumps(given)))


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
