"""Repair by justerat, of a document as it comes from a text file."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

from benchmarks.repair.programs.program import Correct, Corrected, Span
from models.page import Origin, Page, Word
from models.settings import RepairSettings
from models.text import Text
from pipeline.repair import repair
from pipeline.text import as_read


@dataclass(frozen=True, slots=True)
class Ours:
    """`pipeline.repair` with its settings as they come."""

    name: str = "ours"

    def version(self) -> str:
        """The program's version."""
        return f"justerat {version('justerat')}"

    def ready(self) -> Correct:
        """Its tables are loaded with the first document."""
        return corrected


def corrected(content: str) -> Corrected:
    """One page of text, repaired; a form feed begins no new page, for it is not known where pages ended."""
    text = repair(as_text(content), RepairSettings()).text
    spans = (Span(*text.span_of(n), edit.confidence) for n, edit in enumerate(text.edits))
    return Corrected(text=text.content, edits=tuple(spans))


def as_text(content: str) -> Text:
    """The content as one page of text."""
    page = Page(1, tuple(Word(line, "\n") for line in content.splitlines()), Origin.TEXT)
    return as_read([page])
