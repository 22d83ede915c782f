"""Stage 4: everything that a part says, as a record."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from models.finding import Finding, Severity
from models.mention import Dnr, Paragraph, PersonalNumber
from models.outline import Part
from models.record import (
    PartOf,
    PipelineInfo,
    Quality,
    Record,
    RecordEdit,
    RecordFinding,
    RecordPage,
    SourceFile,
)
from models.source import path_text
from models.text import Text
from models.vocabulary import Kind, ParagraphKind, Status
from pipeline.extract.context import MEETING_KINDS, Context
from pipeline.extract.dates.document import document_date
from pipeline.extract.dates.find import find_dates
from pipeline.extract.dates.mentions import dates
from pipeline.extract.dates.value import FoundDate
from pipeline.extract.decisions.entries import Nearby, decisions
from pipeline.extract.dnr.entries import dnrs
from pipeline.extract.issuer import body_of, municipality_of
from pipeline.extract.items.entries import Facts, items
from pipeline.extract.kind import kind_of, title_of
from pipeline.extract.meeting.entries import meeting
from pipeline.extract.organisations import organisations
from pipeline.extract.paragraphs.entries import paragraphs
from pipeline.extract.people.entries import people
from pipeline.extract.personal_numbers import personal_numbers
from pipeline.extract.placed import Placed
from pipeline.extract.provenance import Provenance


def extract(part: Part, provenance: Provenance, earlier: Sequence[Record] = ()) -> Record:
    """The record of one document; `earlier` are those before it in the same file."""
    identifier = f"{provenance.source.id}-{part.number}"
    found = find_dates(part.text)
    kind, part = _known(part)
    dated = document_date(part, kind, found)
    context = Context(kind, municipality_of(part), body_of(part), dated.value, dated.year)
    numbers = dnrs(part, context, [number for record in earlier for number in record.dnr])
    sections = paragraphs(part, context, found)
    met = meeting(part, context, found)
    persons = people(part, context, met.attendance if met else ())
    personal = personal_numbers(part, context)
    taken = decisions(part, context, _nearby(found, sections, numbers, personal), identifier)
    return Record(
        id=identifier,
        source=_source(provenance),
        part=_part_of(part),
        kind=kind,
        title=title_of(part, kind),
        municipality=context.municipality,
        body=context.body,
        date=dated.value,
        not_before=dated.not_before,
        not_after=dated.not_after,
        dnr=numbers,
        dates=dates(part, context, found),
        paragraphs=sections,
        people=persons,
        organisations=organisations(part, context),
        personal_numbers=personal,
        meeting=met,
        items=items(part, Facts(Placed(persons), Placed(numbers), Placed(sections), Placed(taken))),
        decisions=taken,
        pages=_pages(part, provenance),
        findings=_findings(part, provenance),
        quality=_quality(part, provenance),
        text=part.text.content,
        edits=_edits(part.text),
        pipeline=_pipeline(provenance),
    )


def _known(part: Part) -> tuple[Kind, Part]:
    """The part's kind; only of a meeting are its § items."""
    kind = kind_of(part)
    return kind, part if kind in MEETING_KINDS else part.without_items()


def _part_of(part: Part) -> PartOf:
    return PartOf(number=part.number, of=part.of, page_from=part.page_from, page_to=part.page_to)


def _nearby(
    found: Sequence[FoundDate],
    sections: Sequence[Paragraph],
    numbers: Sequence[Dnr],
    personal: Sequence[PersonalNumber],
) -> Nearby:
    """What decisions take their date, § and dnr from, and no amount."""
    cited = (section for section in sections if section.kind is ParagraphKind.CITED)
    return Nearby(found, Placed(cited), Placed(numbers), Placed(personal))


def _source(provenance: Provenance) -> SourceFile:
    source = provenance.source
    return SourceFile(
        path=path_text(source.path),
        sha256=source.sha256,
        bytes=source.size,
        media_type=source.media_type.value,
        page_count=len(provenance.sheets),
    )


def _pages(part: Part, provenance: Provenance) -> tuple[RecordPage, ...]:
    return tuple(
        RecordPage(
            number=page.number,
            width=page.width,
            height=page.height,
            unit=page.unit.value if page.unit else None,
            dpi=page.dpi,
            origin=page.origin.value,
            engine=str(page.engine) if page.engine else None,
            confidence=page.confidence,
            rotation=page.rotation,
        )
        for page in provenance.sheets
        if part.page_from <= page.number <= part.page_to
    )


def _findings(part: Part, provenance: Provenance) -> tuple[RecordFinding, ...]:
    """The findings of the part's own pages, and those of the whole file."""
    return tuple(
        RecordFinding(code=f.code, severity=f.severity, page=f.page, message=f.message)
        for f in provenance.findings
        if f.page is None or part.page_from <= f.page <= part.page_to
    )


def _quality(part: Part, provenance: Provenance) -> Quality:
    pages = [page for page in provenance.sheets if part.page_from <= page.number <= part.page_to]
    known = [page.confidence for page in pages if page.confidence is not None]
    return Quality(
        status=status_of(provenance.findings),
        words=len(part.text.content.split()),
        repaired_words=sum(edit.reason != "hyphen" for edit in part.text.edits),
        confidence=round(fmean(known), 4) if known else None,
    )


def status_of(findings: tuple[Finding, ...] | tuple[RecordFinding, ...]) -> Status:
    """Partial where any finding is an error."""
    partial = any(finding.severity is Severity.ERROR for finding in findings)
    return Status.PARTIAL if partial else Status.WHOLE


def _edits(text: Text) -> tuple[RecordEdit, ...]:
    spans = (text.span_of(n) for n in range(len(text.edits)))
    return tuple(
        RecordEdit(
            start=start,
            end=end,
            raw=text.raw[edit.start : edit.end],
            reason=edit.reason,
            confidence=round(edit.confidence, 4),
        )
        for (start, end), edit in zip(spans, text.edits, strict=True)
    )


def _pipeline(provenance: Provenance) -> PipelineInfo:
    return PipelineInfo(
        version=provenance.version,
        settings=provenance.settings,
        engines=dict(provenance.engines),
        processed_at=provenance.processed_at,
    )
