"""Answers as data for other programs: what the command line writes with --json, and the web API answers."""

from __future__ import annotations

from collections.abc import Sequence

from models.way import Citation, Ruling, Spot, Step, Way

Json = str | int | float | bool | None | Sequence["Json"] | dict[str, "Json"]


def way_data(way: Way) -> dict[str, Json]:
    """The whole way for programs."""
    return {
        "municipality": way.municipality,
        "dnr": str(way.number) if way.number else None,
        "title": way.title,
        "steps": [_step(step) for step in way.steps],
        "named_in": [_spot(spot) for spot in way.named_in],
        "whole": way.whole,
    }


def _step(step: Step) -> dict[str, Json]:
    return {
        "date": step.date,
        "year": step.year,
        "body": step.body,
        "paragraph": step.paragraph,
        "kind": step.kind,
        "title": step.title,
        "done": step.act.value,
        "received": step.received,
        "decisions": [_ruling(ruling) for ruling in step.rulings],
        "vote": step.vote.model_dump(mode="json", exclude={"by_person"}) if step.vote else None,
        "dnr": [str(number) for number in step.numbers],
        "only_cited": step.only_cited,
        "documents": [_spot(spot) for spot in step.documents],
        "cited_by": [_cited(cite) for cite in step.cited_by],
        "differences": [
            {"field": one.field, "shown": one.shown, "told": one.told, "id": one.document, "page": one.page}
            for one in step.differences
        ],
    }


def _ruling(ruling: Ruling) -> dict[str, Json]:
    return {
        "id": ruling.id,
        "status": ruling.status.value,
        "outcome": ruling.outcome.value,
        "points": [outcome.value for outcome in ruling.points],
        "text": ruling.text,
    }


def _cited(cite: Citation) -> dict[str, Json]:
    return {
        "id": cite.document,
        "page": cite.page,
        "kind": cite.kind,
        "body": cite.body,
        "date": cite.date,
        "paragraph": cite.paragraph,
        "dnr": [str(number) for number in cite.numbers],
    }


def _spot(spot: Spot) -> dict[str, Json]:
    return {"id": spot.document, "page": spot.page}
