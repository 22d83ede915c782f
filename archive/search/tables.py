"""The tables of the search index, which any database keeps: sets of entries as packed bitmaps."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, LargeBinary, Table

from archive.dialect.types import Integer, Text
from archive.tables import METADATA

ENTRIES = Table(
    "entries",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("page", Integer, nullable=False),
    Column("paragraph", Integer),
    Column("heading", Text),
    Column("text", Text, nullable=False),
)
"""What can be found (archive/search/entries.py): documents, items, pages outside items, decisions.

A number is given again when no set holds it any longer (archive/search/compact.py).
"""

POSTINGS = Table(
    "postings",
    METADATA,
    Column("term", Text, primary_key=True),
    Column("segment", Integer, primary_key=True),
    Column("members", LargeBinary, nullable=False),
)
"""The numbers of the entries that a term stands for, of one segment of 65,536 numbers, as a Roaring bitmap.

A term is a word of the text (`w:`), of a heading (`h:`), two words that follow on each other (`b:`), a value
of a field (`body:`), a kind of entry (`kind of entry:`), `of many years`, `live`: all that are there, or
`free`: the numbers that can be given again.
"""

ENTRY_DAYS = Table(
    "entry_days",
    METADATA,
    Column("segment", Integer, primary_key=True),
    Column("starts", LargeBinary, nullable=False),
    Column("ends", LargeBinary, nullable=False),
)
"""The first and last day of each entry of a segment, as 32-bit numbers of days from year 1; 0 is unknown."""

WORDS = Table(
    "words",
    METADATA,
    Column("word", Text, primary_key=True),
    Column("known", Boolean, nullable=False, index=True),
)
"""Each word that stands in an entry, and whether it is Swedish: one that isn't may be misread."""

WORD_FORMS = Table(
    "word_forms",
    METADATA,
    Column("form", Text, primary_key=True),
    Column("word", Text, primary_key=True),
)
"""The stems by which each word is found: its own and those of the parts of a compound."""

FIELD_VALUES = Table(
    "field_values",
    METADATA,
    Column("field", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("shown", Text, nullable=False),
)
"""The values that fields have, as they are compared and as they are shown."""

INDEX_STATE = Table(
    "index_state", METADATA, Column("name", Text, primary_key=True), Column("value", Integer, nullable=False)
)
"""`changes`: how often the index was written to, by which a reader knows that what it holds is old."""
