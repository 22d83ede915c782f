"""Stage 5: what looks wrong in a record, as findings beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.finding import Severity
from models.record import Record, RecordFinding
from models.vocabulary import Kind, ParagraphKind
from pipeline.extract.items.entries import IN_CONTENTS
from pipeline.extract.record import status_of
from pipeline.sensitive import sensitive

_UNSURE = 0.7
"""A page whose words are less sure than this is worth a look."""
_LONG = 60
"""Minutes of so many words should name who was there."""


def check(record: Record) -> Record:
    """The record with what looks wrong in it among its findings, and its status by them."""
    findings = (*record.findings, *_findings(record))
    quality = record.quality.model_copy(update={"status": status_of(findings)})
    return record.model_copy(update={"findings": findings, "quality": quality})


def _findings(record: Record) -> Iterator[RecordFinding]:
    yield from _empty(record)
    yield from _unsure_pages(record)
    yield from sensitive(record)
    if record.kind is Kind.PROTOKOLL:
        yield from _minutes(record)
    for number in record.dnr:
        if number.candidates:
            others = ", ".join(c for c in number.candidates if c != number.value)
            message = f"dnr {number.value} may also be {others}"
            yield _finding(
                "dnr-ambiguous", Severity.INFO, message, number.places[0].page if number.places else None
            )


def _empty(record: Record) -> Iterator[RecordFinding]:
    if record.quality.words == 0:
        yield _finding("no-text", Severity.WARNING, "no words were found in the document", None)


def _unsure_pages(record: Record) -> Iterator[RecordFinding]:
    for page in record.pages:
        if page.confidence is not None and page.confidence < _UNSURE:
            share = f"{page.confidence:.0%}"
            yield _finding(
                "page-unsure", Severity.WARNING, f"the page was read with {share} confidence", page.number
            )


def _minutes(record: Record) -> Iterator[RecordFinding]:
    if record.date is None:
        yield _finding("no-date", Severity.WARNING, "the minutes' date was not found", None)
    elif len(record.date) == len("2000-01-01") and date.fromisoformat(record.date).weekday() > 4:
        yield _finding("weekend", Severity.INFO, f"the meeting's date, {record.date}, is not a weekday", None)
    meeting = record.meeting
    if record.quality.words > _LONG and (meeting is None or not meeting.attendance):
        yield _finding("no-attendance", Severity.INFO, "no list of those present was found", None)
    yield from _missing_paragraphs(record)
    listed = [item for item in record.items if item.places and item.places[0].rule == IN_CONTENTS]
    if listed:
        numbers = ", ".join(str(item.paragraph) for item in listed)
        message = f"only the contents name § {numbers}: the pages that minute them are not in the file"
        yield _finding("only-in-contents", Severity.WARNING, message, listed[0].places[0].page)
    for item in record.items:
        if not item.decisions and item not in listed:
            page = item.places[0].page if item.places else None
            yield _finding("no-decision", Severity.INFO, f"§ {item.paragraph} holds no decision", page)


def _missing_paragraphs(record: Record) -> Iterator[RecordFinding]:
    """The § that the front page promises and the document doesn't hold."""
    meeting = record.meeting
    if meeting is None or meeting.paragraph_from is None or meeting.paragraph_to is None:
        return
    minuted = {p.number for p in record.paragraphs if p.kind is ParagraphKind.MINUTED}
    promised = range(meeting.paragraph_from, meeting.paragraph_to + 1)
    missing = [number for number in promised if number not in minuted]
    if missing and len(promised) < 1000:
        named = ", ".join(map(str, missing[:10])) + (" ..." if len(missing) > 10 else "")
        message = f"the front page names §§ {promised[0]}-{promised[-1]}; not found: {named}"
        yield _finding("paragraph-missing", Severity.WARNING, message, None)


def _finding(code: str, severity: Severity, message: str, page: int | None) -> RecordFinding:
    return RecordFinding(code=code, severity=severity, page=page, message=message)
