"""A page to be read, with what is true of it."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict


class BenchPage(BaseModel):
    """A page image or file, and its true text in reading order.

    `aside` are words that stand on the page but not in its text, as a stamp's; `form`, `face` and `dpi` are
    "" and 0 where nobody knows them.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    kind: str
    path: Path
    truth: str
    form: str = ""
    face: str = ""
    dpi: int = 0
    aside: tuple[str, ...] = ()
