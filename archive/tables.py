"""The tables of an archive, as they are now; archive/migrations tells how they came about."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

METADATA = MetaData()
Value = str | int | float | bool | bytes | None
Row = dict[str, Value]
"""A row to be written, by the names of its columns."""


def _of_document(name: str, *columns: Column[object]) -> Table:
    """A table of things that a document holds: `id` is `<document>/<name>/<position>`, position from 1."""
    return Table(
        name,
        METADATA,
        Column("id", Text, primary_key=True),
        Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
        Column("position", Integer, nullable=False),
        *columns,
    )


SOURCES = Table(
    "sources",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("path", Text, nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("page_count", Integer, nullable=False),
)
"""Files whose documents are in the archive, each once, whatever paths it was given under."""

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("source", Text, ForeignKey("sources.sha256", ondelete="CASCADE"), nullable=False, index=True),
    Column("part", Integer, nullable=False),
    Column("page_from", Integer, nullable=False),
    Column("page_to", Integer, nullable=False),
    Column("kind", Text, nullable=False, index=True),
    Column("title", Text),
    Column("municipality", Text),
    Column("municipality_code", Text),
    Column("body", Text, index=True),
    Column("date", Text),
    Column("date_start", Text, index=True),
    Column("date_end", Text),
    Column("paragraph_from", Integer),
    Column("paragraph_to", Integer),
    Column("status", Text, nullable=False),
    Column("confidence", Float),
    Column("version", Text, nullable=False),
    Column("settings", Text, nullable=False),
    Column("processed_at", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("original", LargeBinary),
)
"""One row a record; `record` is the record itself, as JSON packed with zlib. Where corrections stand, it is
the corrected one, and `original` the one that the program made."""

ITEMS = _of_document(
    "items",
    Column("paragraph", Integer),
    Column("heading", Text),
    Column("dnr", Text, nullable=False),
    Column("summary", Text),
    Column("vote_method", Text),
    Column("vote_yes", Integer),
    Column("vote_no", Integer),
    Column("immediate", Boolean, nullable=False),
)
DECISIONS = _of_document(
    "decisions",
    Column("decision", Text, nullable=False),
    Column("paragraph", Integer),
    Column("body", Text),
    Column("date", Text),
    Column("dnr", Text),
    Column("status", Text, nullable=False),
    Column("outcome", Text, nullable=False, index=True),
    Column("text", Text, nullable=False),
)
AMOUNTS = _of_document(
    "amounts",
    Column("decision", Text, nullable=False),
    Column("point", Integer),
    Column("value", Float, nullable=False, index=True),
    Column("value_to", Float),
    Column("currency", Text, nullable=False),
    Column("bound", Text),
    Column("per", Text),
)
ADDRESSEES = _of_document(
    "addressees",
    Column("decision", Text, nullable=False),
    Column("point", Integer),
    Column("name", Text, nullable=False, index=True),
    Column("kind", Text),
    Column("role", Text, nullable=False),
)
PEOPLE = _of_document(
    "people",
    Column("name", Text, nullable=False, index=True),
    Column("party", Text),
    Column("party_printed", Text),
    Column("roles", Text, nullable=False),
    Column("bodies", Text, nullable=False),
    Column("candidates", Text, nullable=False, server_default=""),
)
DNR = _of_document(
    "dnr",
    Column("value", Text, nullable=False, index=True),
    Column("registry", Text),
    Column("year", Integer),
    Column("number", Integer),
    Column("class_code", Text),
    Column("document_no", Text),
    Column("relation", Text, nullable=False),
    Column("candidates", Text, nullable=False),
)
DATES = _of_document(
    "dates",
    Column("value", Text, nullable=False),
    Column("start", Text, index=True),
    Column("end", Text),
    Column("precision", Text, nullable=False),
    Column("year_inferred", Boolean, nullable=False),
    Column("role", Text, nullable=False),
)
PARAGRAPHS = _of_document(
    "paragraphs",
    Column("number", Integer, nullable=False),
    Column("number_to", Integer),
    Column("year", Integer),
    Column("body", Text),
    Column("date", Text),
    Column("kind", Text, nullable=False),
    Column("statute", Text),
)
FINDINGS = _of_document(
    "findings",
    Column("code", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("page", Integer),
    Column("message", Text, nullable=False),
)
PAGES = Table(
    "pages",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("width", Float),
    Column("height", Float),
    Column("unit", Text),
    Column("dpi", Integer),
    Column("origin", Text, nullable=False),
    Column("engine", Text),
    Column("confidence", Float),
    Column("rotation", Float, nullable=False),
    Column("text", Text, nullable=False),
)
"""The pages of each document, with their text."""

TOLD = Table(
    "told",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("telling", Text, nullable=False),
    Column("by", Integer, nullable=False),
    Column("municipality", Text, nullable=False),
    Column("organ", Text),
    Column("year", Integer),
    Column("paragraph", Integer),
    Column("body", Text),
    Column("date", Text),
    Column("kind", Text),
    Column("act", Text, nullable=False),
    Column("title", Text),
    Column("page", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Index("ix_told_document", "document", "position"),
    Index("ix_told_municipality", "municipality", "telling"),
    Index("ix_told_paragraph", "paragraph", "year", "municipality", "organ"),
)
"""What a document tells of a step of a matter (models/way.py): its own, another's that it cites, or a number
that it only names. `municipality` and `organ` are as they are compared; `content` is the telling as JSON."""

TOLD_NUMBERS = Table(
    "told_numbers",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("municipality", Text, nullable=False),
    Column("registry", Text),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Index("ix_told_numbers_number", "year", "number", "municipality", "registry"),
)
"""The diarienummer that are printed with a telling, `position` of `document`."""

JOBS = Table(
    "jobs",
    METADATA,
    Column("location", LargeBinary, primary_key=True),
    Column("path", LargeBinary, nullable=False),
    Column("shown", Text, nullable=False),
    Column("state", Text, nullable=False, index=True),
    Column("error", Text),
    Column("message", Text),
    Column("attempts", Integer, nullable=False),
    Column("sha256", Text, index=True),
    Column("settings", Text),
    Column("version", Text),
    Column("changed_at", DateTime, nullable=False),
    Column("container", LargeBinary, index=True),
    Column("unpacked", Text),
    Column("depth", Integer, nullable=False, server_default="0"),
)
"""One row an input: `location` is its absolute path and `path` the path as given, both as the bytes the
system uses; `shown` is the same as text. `error` is the name of a class in models/errors.py. A file out of an
archive or e-mail has that one's location as `container`, the digest that it was unpacked under, if it could
be, and in how many archives it lay."""

READ_PAGES = Table(
    "read_pages",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("page", Integer, primary_key=True),
    Column("reading", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""Words of pages as read, so that nothing is read twice; `content` is a page as JSON packed with zlib."""

CHANGES = Table(
    "changes",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("at", Text, nullable=False),
)
"""Which documents were put in (`put`) or are gone (`gone`), in order; a number is never given twice."""

TOKENS = Table(
    "tokens",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("used", Text),
    Column("expires", Text),
)
"""By what people and programs on other machines are known: `digest` is SHA-256, the token is kept nowhere."""

CORRECTIONS = Table(
    "corrections",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("sha256", Text, nullable=False),
    Column("page", Integer),
    Column("field", Text, nullable=False, index=True),
    Column("act", Text, nullable=False),
    Column("root", Integer, nullable=False),
    Column("undoes", Integer),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("change", Integer, nullable=False),
    Column("content", Text, nullable=False),
)
"""What people said of values; rows are only ever added, and outlast their document. Those of one value have
the first one's number as `root`; `content` is the whole correction as JSON (models/correction.py)."""

UNWRITTEN = Table("unwritten", METADATA, Column("document", Text, primary_key=True))
"""Ids whose record file may not agree with the database yet: to be written, or removed with its row."""
