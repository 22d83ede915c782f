"""What people corrected, as W3C Web Annotations: one for each correction, by whom it was made and when.

By the Web Annotation Data Model (2017): a person is the creator, and the motivation says what was done.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from archive.export.annotations import CONTEXT, Json, fragments
from archive.export.names import Names
from archive.masking.record import mask_of
from models.correction import Act, Correction, Spot
from models.record import Record

_MOTIVATIONS = {
    Act.CONFIRM: "assessing",
    Act.CORRECT: "editing",
    Act.ADD: "identifying",
    Act.REJECT: "moderating",
    Act.UNDO: "moderating",
}


def correction_lines(
    record: Record, corrections: Iterable[Correction], names: Names, *, public: bool = False
) -> Iterator[str]:
    """Each correction of the record's document on a line of its own; with `public` no personal numbers."""
    mask = mask_of(record) if public else str
    for one in corrections:
        yield json.dumps(_annotation(record, one, names, mask), ensure_ascii=False) + "\n"


def _annotation(record: Record, one: Correction, names: Names, mask: Callable[[str], str]) -> dict[str, Json]:
    motivation = _MOTIVATIONS[one.act]
    return {
        "@context": CONTEXT,
        "id": names("corrections", one.number),
        "type": "Annotation",
        "motivation": motivation,
        "created": one.at,
        "creator": {"type": "Person", "name": one.by},
        "body": [*_bodies(one, motivation, mask), _tag(one.field), _tag(one.act.value)],
        "target": _target(record, one, names, mask),
    }


def _bodies(one: Correction, motivation: str, mask: Callable[[str], str]) -> Iterator[Json]:
    """The new value: a text as it is, all other as JSON."""
    if one.act in {Act.CONFIRM, Act.CORRECT, Act.ADD}:
        plain = isinstance(one.after, str)
        text = str(one.after) if plain else json.dumps(one.after, ensure_ascii=False)
        yield {
            "type": "TextualBody",
            "value": mask(text),
            "format": "text/plain" if plain else "application/json",
            "purpose": motivation,
        }


def _tag(value: str) -> Json:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": "tagging"}


def _target(record: Record, one: Correction, names: Names, mask: Callable[[str], str]) -> Json:
    """The place on the page; the document where there is none, and for an undo what was undone."""
    document = names("documents", record.id)
    if one.undoes is not None:
        return names("corrections", one.undoes)
    spot = one.spot or (one.anchor.spot if one.anchor else None)
    page = next((page for page in record.pages if spot and page.number == spot.page), None)
    if spot is None or page is None:
        return document
    selectors: list[Json] = [*fragments(spot.boxes, page), *_quotes(spot, mask)]
    target: dict[str, Json] = {
        "type": "SpecificResource",
        "source": names.page(record.id, spot.page),
        "scope": document,
    }
    if selectors:
        target["selector"] = selectors
    return target


def _quotes(spot: Spot, mask: Callable[[str], str]) -> Iterator[Json]:
    if spot.raw:
        yield {"type": "TextQuoteSelector", "exact": mask(spot.raw)}
