"""A stretch of a list: some rows, and where the next ones begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from archive.cursor import Keys, cursor_of

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Line]):
    """Some rows; `next` is the cursor of those that follow, None where these are the last."""

    rows: tuple[Line, ...]
    next: str | None = None


def cut(found: Sequence[Line], limit: int, keys: Callable[[Line], Keys]) -> Stretch[Line]:
    """The first `limit` of what was found, which is asked for with one more than that."""
    rows = tuple(found[:limit])
    return Stretch(rows, cursor_of(keys(rows[-1])) if len(found) > limit else None)
