"""Pages with the personal numbers on them hidden, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from archive.export.matching import Stretch, edits_of
from archive.export.printed import Printed, PrintedPage
from archive.masking.mask import hidden
from archive.masking.record import Span, spans_of
from models.text import Text


def spans_as_read(documents: Iterable[Stretch]) -> tuple[Span, ...]:
    """Where the personal numbers of a file's documents stand in its text as read, in order."""
    return tuple(sorted(span for document in documents for span in _of_document(document)))


def masked_page(printed: PrintedPage, spans: Sequence[Span]) -> PrintedPage:
    """The page with every word hidden that touches one of `spans`, in positions of the file's text as read.

    The whole word is hidden, with what is written together with the number.
    """
    blocks = tuple(
        tuple(tuple(_masked(word, spans) for word in line) for line in block) for block in printed.blocks
    )
    return replace(printed, blocks=blocks)


def _of_document(document: Stretch) -> Iterable[Span]:
    record = document.record
    edits = tuple(
        replace(edit, start=edit.start - document.start, end=edit.end - document.start)
        for edit in edits_of([document])
    )
    text = Text(document.read, edits=edits)
    for start, end in spans_of(record):
        low, high = text.to_raw(start, end)
        yield low + document.start, high + document.start


def _masked(word: Printed, spans: Sequence[Span]) -> Printed:
    end = word.start + max(len(word.read), len(word.text), 1)
    if not any(low < end and high > word.start for low, high in spans):
        return word
    return replace(word, text=hidden(word.text), read=hidden(word.read), cut=None, hidden=True)
