"""The seam of a program that repairs text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, Protocol

from pydantic import BaseModel, ConfigDict

Correct = Callable[[str], "Corrected"]
"""Repairs one document, whose lines end with line feeds."""


class Span(NamedTuple):
    """Where an edit stands in the repaired text, and how sure the program was of it."""

    start: int
    end: int
    confidence: float


class Corrected(BaseModel):
    """A document as it was repaired; programs that tell no confidence name no edits."""

    model_config = ConfigDict(frozen=True)

    text: str
    edits: tuple[Span, ...] = ()


class Program(Protocol):
    """A program by its name; `ready` loads what it needs."""

    @property
    def name(self) -> str:
        """What it is called in tables and on the command line."""
        ...

    def version(self) -> str:
        """What exactly ran."""
        ...

    def ready(self) -> Correct:
        """The program, loaded."""
        ...


_WORD = re.compile(r"[^\W_](?:[^\s_]*[^\W_])?")
"""A word without the signs around it, as it stands between blanks."""
_LETTER = re.compile(r"[^\W\d_]")


def word_by_word(text: str, correct: Callable[[str], str]) -> Corrected:
    """The text with every word that holds a letter put through `correct`."""

    def put(match: re.Match[str]) -> str:
        return correct(match[0]) if _LETTER.search(match[0]) else match[0]

    return Corrected(text=_WORD.sub(put, text))
