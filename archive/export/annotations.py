"""What was found, as W3C Web Annotations: one for each value, with every place that it was found at.

The Web Annotation Data Model (2017) says that several selectors of a target all choose the same: here a box
on the page in percent of its size (Media Fragments 1.0), a quotation,
and positions in the page's repaired text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive.export.names import Names
from models.geometry import Box, hull
from models.mention import BoxTuple, Place
from models.record import Record, RecordPage
from models.text import PAGE_BREAK

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_FRAGMENTS = "http://www.w3.org/TR/media-frags/"
_AROUND = 32
"""Characters before and after a quotation, by which it is found again."""

Json = str | int | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class _Value:
    """Something that was found: its field, the value as text, its places, and why it is told."""

    field: str
    text: str
    places: tuple[Place, ...]
    motivation: str = "identifying"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page, and where its share begins in the document's text."""

    page: RecordPage
    start: int


def annotation_lines(records: Iterable[Record], names: Names) -> Iterator[str]:
    """Each annotation of each record on a line of its own, with its line feed."""
    for record in records:
        for annotation in _annotations(record, names):
            yield json.dumps(annotation, ensure_ascii=False) + "\n"


def _annotations(record: Record, names: Names) -> Iterator[dict[str, Json]]:
    sheets = _sheets(record)
    counts: dict[str, int] = {}
    for value in _values(record):
        counts[value.field] = counts.get(value.field, 0) + 1
        if value.places:
            name = names("annotations", record.id, value.field, counts[value.field])
            targets: list[Json] = [
                _target(record, place, sheets.get(place.page), names) for place in value.places
            ]
            yield _annotation(record, value, name, targets)


def _annotation(record: Record, value: _Value, name: str, targets: list[Json]) -> dict[str, Json]:
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "Annotation",
        "motivation": value.motivation,
        "created": record.pipeline.processed_at.isoformat(),
        "creator": {"type": "Software", "name": f"justerat {record.pipeline.version}"},
        "body": [
            {
                "type": "TextualBody",
                "value": value.text,
                "format": "text/plain",
                "language": "sv",
                "purpose": value.motivation,
            },
            {"type": "TextualBody", "value": value.field, "format": "text/plain", "purpose": "tagging"},
        ],
        "target": targets,
    }


def _values(record: Record) -> Iterator[_Value]:
    for dnr in record.dnr:
        yield _Value("dnr", dnr.value, dnr.places)
    for date in record.dates:
        yield _Value("dates", date.value, date.places, "describing")
    for paragraph in record.paragraphs:
        last = f"-{paragraph.number_to}" if paragraph.number_to else ""
        yield _Value("paragraphs", f"§ {paragraph.number}{last}", paragraph.places, "describing")
    for person in record.people:
        yield _Value("people", person.name, person.places)
    for organisation in record.organisations:
        yield _Value("organisations", organisation.name, organisation.places)
    for number in record.personal_numbers:
        yield _Value("personal_numbers", number.kind.value, number.places, "classifying")
    for attendance in record.meeting.attendance if record.meeting else ():
        yield _Value("attendance", f"{attendance.name}, {attendance.capacity.value}", attendance.places)
    for item in record.items:
        heading = " ".join(filter(None, (f"§ {item.paragraph}" if item.paragraph else "", item.heading)))
        yield _Value("items", heading, item.places, "describing")
    yield from _of_decisions(record)


def _of_decisions(record: Record) -> Iterator[_Value]:
    for decision in record.decisions:
        outcome = f"{decision.status.value}, {decision.outcome.value}"
        yield _Value("decisions", outcome, decision.places, "classifying")
        for amount in decision.amounts:
            value = f"{amount.value}-{amount.value_to}" if amount.value_to else amount.value
            yield _Value("amounts", f"{value} {amount.currency.value}", amount.places, "describing")
        for addressee in decision.addressees:
            yield _Value("addressees", f"{addressee.name}, {addressee.role.value}", addressee.places)


def _target(record: Record, place: Place, sheet: _Sheet | None, names: Names) -> Json:
    text = record.text
    selectors: list[Json] = [
        {
            "type": "TextQuoteSelector",
            "exact": text[place.start : place.end],
            "prefix": text[max(place.start - _AROUND, 0) : place.start],
            "suffix": text[place.end : place.end + _AROUND],
        }
    ]
    if sheet:
        start, end = (position - sheet.start for position in (place.start, place.end))
        selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
        words = selectors if place.end > place.start else []
        selectors = [*fragments(place.boxes, sheet.page), *words]
    return {
        "type": "SpecificResource",
        "source": names.page(record.id, place.page),
        "scope": names("documents", record.id),
        "selector": selectors,
    }


def _sheets(record: Record) -> dict[int, _Sheet]:
    """The pages by number, each with where its share of the text begins."""
    made: dict[int, _Sheet] = {}
    start = 0
    for page, text in zip(record.pages, record.text.split(PAGE_BREAK), strict=False):
        made[page.number] = _Sheet(page, start)
        start += len(text) + len(PAGE_BREAK)
    return made


def fragments(boxes: tuple[BoxTuple, ...], page: RecordPage) -> Iterator[Json]:
    """The box around a place in percent of its page; none where the page has no size."""
    if boxes and page.width and page.height:
        box = hull([Box(*one) for one in boxes])
        left, right = (_percent(edge, page.width) for edge in (box.x0, box.x1))
        top, bottom = (_percent(edge, page.height) for edge in (box.y0, box.y1))
        value = f"xywh=percent:{left:.3f},{top:.3f},{right - left:.3f},{bottom - top:.3f}"
        yield {"type": "FragmentSelector", "conformsTo": _FRAGMENTS, "value": value}


def _percent(edge: float, whole: float) -> float:
    return 100 * min(max(edge / whole, 0), 1)
