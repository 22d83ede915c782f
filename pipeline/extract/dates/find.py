"""The dates of a document: where they stand, what they say as EDTF, and what happened on them."""

from __future__ import annotations

import re
from statistics import median_low

from models.text import Text
from pipeline.extract.dates.forms import DAY_FORMS, YEARLESS_FORMS
from pipeline.extract.dates.grammar import YEAR
from pipeline.extract.dates.spans import SPAN_FORMS, YEARLESS_SPANS
from pipeline.extract.dates.value import FoundDate
from pipeline.extract.stretches import Stretches

_FORMS = (*DAY_FORMS, *SPAN_FORMS, *YEARLESS_FORMS, *YEARLESS_SPANS)
_PRINTED_YEAR = re.compile(rf"(?<![\w./-]){YEAR}(?=-\d\d-\d\d(?!\d))|(?<=[a-zåäö.] ){YEAR}(?!\w)")
_NOT_DATES = re.compile(
    r"\d{6}[-–+]\d{4}(?!\d)"
    r"|(?<![\d–-])0\d{1,3}\s?[-–/]\s?\d{2,3}(?:\s?\d{2,4}){1,3}(?!\d)"
    r"|\+46[\s\d()-]{7,14}"
    r"|\b\d{3} \d{2}(?= [A-ZÅÄÖ])"
    r"|\(\d{4}:\d+\)"
    r"|\b(?:D\s?nr|Diarienr|Diarienummer|Org\.?\s?nr)[.:]?[ ]{0,3}"
    r"(?:\d{1,6}[-–/]\d{2,4}\b|\d{4}[./]\d+|\d{4}-\d{3,})",
    re.IGNORECASE,
)
"""Numbers that look like dates: personal and organisation numbers, telephones, postcodes, laws, dnr."""


def find_dates(text: Text) -> tuple[FoundDate, ...]:
    """Every date of the text, in order and apart."""
    content = text.content
    reference = _year_of_print(content)
    taken = Stretches(found.span() for found in _NOT_DATES.finditer(content))
    dates: list[FoundDate] = []
    for form in _FORMS:
        dates += [found for found in form.search(content, reference) if taken.add(found.start, found.end)]
    return tuple(sorted(dates, key=lambda found: found.start))


def _year_of_print(content: str) -> int | None:
    years = [int(found[0]) for found in _PRINTED_YEAR.finditer(content)]
    return median_low(years) if years else None
