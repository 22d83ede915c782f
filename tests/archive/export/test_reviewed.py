"""Corrections as Web Annotations: who did what to which place."""

from __future__ import annotations

import json

from archive.export.names import Names
from archive.export.reviewed import correction_lines
from archive.masking.record import mask_of
from models.correction import Act, Anchor, Correction, Spot
from tests.archive.review.made import document

SPOT = Spot(page=2, start=83, end=92, raw="Granby IF", boxes=((100.0, 140.0, 300.0, 280.0),))
URL = "https://arkiv.granby.example"


def said(number: int, act: Act, **what: object) -> Correction:
    record = document()
    told = {
        "number": number, "document": record.id, "sha256": record.source.sha256, "by": "Vera Granskare",
        "at": "2026-01-02T03:04:05+00:00", "act": act, "field": "organisations", "root": 1, **what,
    }  # fmt: skip
    return Correction.model_validate(told)


def told(*corrections: Correction, public: bool = False) -> list[dict[str, object]]:
    lines = correction_lines(document(), corrections, Names(URL), public=public)
    return [json.loads(line) for line in lines]


def test_a_correction_is_an_annotation_by_a_person() -> None:
    value = {"name": "Granby idrottsförening", "kind": "association"}
    (made,) = told(said(1, Act.CORRECT, after=value, spot=SPOT))
    assert made["id"] == f"{URL}/corrections/1"
    assert (made["type"], made["motivation"]) == ("Annotation", "editing")
    assert made["created"] == "2026-01-02T03:04:05+00:00"
    assert made["creator"] == {"type": "Person", "name": "Vera Granskare"}
    assert made["body"] == [
        {
            "type": "TextualBody",
            "value": json.dumps(value, ensure_ascii=False),
            "format": "application/json",
            "purpose": "editing",
        },
        {"type": "TextualBody", "value": "organisations", "format": "text/plain", "purpose": "tagging"},
        {"type": "TextualBody", "value": "correct", "format": "text/plain", "purpose": "tagging"},
    ]
    assert made["target"] == {
        "type": "SpecificResource",
        "source": f"{URL}/documents/{document().id}/pages/2",
        "scope": f"{URL}/documents/{document().id}",
        "selector": [
            {
                "type": "FragmentSelector",
                "conformsTo": "http://www.w3.org/TR/media-frags/",
                "value": "xywh=percent:10.000,10.000,20.000,10.000",
            },
            {"type": "TextQuoteSelector", "exact": "Granby IF"},
        ],
    }


def test_each_act_has_its_motivation_and_target() -> None:
    made = told(
        said(1, Act.CONFIRM, after="Protokoll", field="title"),
        said(2, Act.REJECT, anchor=Anchor(value={"name": "Granby IF"}, spot=SPOT)),
        said(3, Act.UNDO, undoes=2),
    )
    assert [one["motivation"] for one in made] == ["assessing", "moderating", "moderating"]
    assert made[0]["target"] == f"{URL}/documents/{document().id}"
    assert made[2]["target"] == f"{URL}/corrections/2"


def test_no_personal_number_is_published() -> None:
    number = "19121212-1212"
    value = {"name": f"Åsa, pnr {number}"}
    record = document().model_copy(update={"text": f"{document().text} pnr {number}"})
    assert number not in mask_of(record)(number)
    lines = correction_lines(record, [said(1, Act.ADD, after=value)], Names(), public=True)
    assert number not in "".join(lines)
