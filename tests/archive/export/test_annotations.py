"""Web Annotations point at what they tell of."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.export.annotations import annotation_lines
from archive.export.names import Names
from models.mention import Dnr, Place
from models.record import Record, RecordPage
from tests.archive.records import record_of, source_of

PAGES = ("Protokoll", "§ 12 Dnr BN 1974/187 avslås")
START = len(PAGES[0]) + 1 + PAGES[1].index("BN")
WORDS = "BN 1974/187"


def record(boxes: Sequence[tuple[float, float, float, float]], size: float | None = 200.0) -> Record:
    place = Place(
        page=2,
        start=START,
        end=START + len(WORDS),
        boxes=tuple(boxes),
        raw=WORDS,
        confidence=1,
        rule="test",
    )
    pages = tuple(RecordPage(number=n, origin="ocr", unit="px", width=size, height=size) for n in (1, 2))
    dnr = Dnr(value=WORDS, places=(place, place))
    return record_of(source_of(), pages=PAGES).model_copy(
        update={"dnr": (dnr,), "people": (), "decisions": (), "pages": pages}
    )


def told(one: Record, url: str | None = None) -> list[dict[str, object]]:
    return [json.loads(line) for line in annotation_lines([one], Names(url))]


def test_one_value_is_one_annotation_with_all_its_places() -> None:
    made = record([(10, 20, 50, 40), (10, 45, 30, 60)])
    (annotation,) = told(made, "https://arkiv.granby.example/")
    base = "https://arkiv.granby.example"
    assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert annotation["id"] == f"{base}/annotations/{made.id}/dnr/1"
    assert (annotation["type"], annotation["motivation"]) == ("Annotation", "identifying")
    assert annotation["body"] == [
        {
            "type": "TextualBody",
            "value": WORDS,
            "format": "text/plain",
            "language": "sv",
            "purpose": "identifying",
        },
        {"type": "TextualBody", "value": "dnr", "format": "text/plain", "purpose": "tagging"},
    ]
    target = {
        "type": "SpecificResource",
        "source": f"{base}/documents/{made.id}/pages/2",
        "scope": f"{base}/documents/{made.id}",
        "selector": [
            {
                "type": "FragmentSelector",
                "conformsTo": "http://www.w3.org/TR/media-frags/",
                "value": "xywh=percent:5.000,10.000,20.000,20.000",
            },
            {
                "type": "TextQuoteSelector",
                "exact": WORDS,
                "prefix": "Protokoll\f§ 12 Dnr ",
                "suffix": " avslås",
            },
            {"type": "TextPositionSelector", "start": 9, "end": 20},
        ],
    }
    assert annotation["target"] == [target, target]


@pytest.mark.parametrize(("boxes", "size"), [([], 200.0), ([(1.0, 2.0, 3.0, 4.0)], None)])
def test_without_box_or_size_the_text_alone_is_pointed_at(
    boxes: list[tuple[float, float, float, float]], size: float | None
) -> None:
    (annotation,) = told(record(boxes, size))
    text = json.dumps(annotation)
    assert "FragmentSelector" not in text
    assert "TextQuoteSelector" in text
    assert '"urn:justerat:documents/' in text


_EDGE = st.floats(-50, 400, allow_nan=False)


@given(st.lists(st.tuples(_EDGE, _EDGE, _EDGE, _EDGE), min_size=1, max_size=4))
def test_boxes_never_leave_the_page(drawn: list[tuple[float, float, float, float]]) -> None:
    boxes = [(min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in drawn]
    (annotation,) = told(record(boxes))
    value = json.dumps(annotation).partition("xywh=percent:")[2].partition('"')[0]
    left, top, width, height = map(float, value.split(","))
    assert min(left, top, width, height) >= 0
    assert max(left + width, top + height) <= 100.001


def test_every_kind_of_value_that_has_a_place_is_told() -> None:
    fields = {str(one["id"]).split("/")[-2] for one in told(record_of(source_of()))}
    assert fields == {"people", "amounts"}
