"""What a person says of a value that the program found, or of one that it missed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, JsonValue, StrictFloat

from models.mention import BoxTuple, Frozen

MOST_BOXES = 50
LONGEST_TEXT = 100_000
"""Characters of a new value, as JSON."""
TEXT = "text"
"""The field that a correction of the document's text has."""


def _number(given: object) -> object:
    """What is given, unless it is a text or a truth; a whole number may be written 12.0 (JSON Schema)."""
    if isinstance(given, str | bool):
        message = "a number is wanted"
        raise ValueError(message)  # noqa: TRY004  pydantic tells only these
    return given


_WHOLE = BeforeValidator(_number)
_Box = tuple[StrictFloat, StrictFloat, StrictFloat, StrictFloat]


class Act(StrEnum):
    """What was done to a value."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    ADD = "add"
    REJECT = "reject"
    UNDO = "undo"


class Spot(Frozen):
    """Where a value stands: `start` to `end` in the document's text as read, which says `raw` there."""

    page: Annotated[int, Field(ge=1)]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    raw: str
    boxes: Annotated[tuple[BoxTuple, ...], Field(max_length=MOST_BOXES)] = ()


class Anchor(Frozen):
    """By what a value of the program's is found again in another record of the same document.

    `value` is what the program said, without places; `nth` (from 0) tells apart those that are alike.
    """

    value: JsonValue = None
    spot: Spot | None = None
    nth: int = 0


class Correction(Frozen):
    """One row of what people did, never changed; `number` counts through the archive.

    Those of one value share a `root`, the number of the first. `before` and `after` are what the value was
    and is, without places; `spot` is the place that was chosen for it. `within` is the decision that an added
    amount or addressee belongs to, `undoes` the number that an undo takes back.
    """

    number: int
    document: str
    sha256: str
    by: str
    at: str
    act: Act
    field: str
    root: int
    anchor: Anchor | None = None
    before: JsonValue = None
    after: JsonValue = None
    spot: Spot | None = None
    within: str | None = None
    undoes: int | None = None
    change: int = 0

    @property
    def page(self) -> int | None:
        """The page that it is about, where it is about one."""
        spot = self.spot or (self.anchor.spot if self.anchor else None)
        return spot.page if spot else None


class Asked(Frozen):
    """A correction as it is asked for.

    `position` (from 1) names a value of a list as the record stood at change number `seen`; `start` and `end`
    a stretch of its text, for the field `text`. `words` or `boxes` choose a place on `page`.
    """

    act: Act
    field: Annotated[str, Field(max_length=40)]
    seen: Annotated[int, Field(ge=0, lt=2**53), _WHOLE]
    position: Annotated[int, Field(ge=1, lt=2**31), _WHOLE] | None = None
    start: Annotated[int, Field(ge=0, lt=2**53), _WHOLE] | None = None
    end: Annotated[int, Field(ge=0, lt=2**53), _WHOLE] | None = None
    value: JsonValue = None
    page: Annotated[int, Field(ge=1, lt=2**31), _WHOLE] | None = None
    boxes: Annotated[tuple[_Box, ...], Field(max_length=MOST_BOXES)] = ()
    words: Annotated[str, Field(max_length=1000)] | None = None
    within: Annotated[str, Field(max_length=100)] | None = None
