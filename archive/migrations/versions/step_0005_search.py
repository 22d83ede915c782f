"""A search index that any database can keep, in place of SQLite's full-text tables.

It is filled anew from the records.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"

STATEMENTS = (
    "DROP TRIGGER pages_insert",
    "DROP TRIGGER pages_delete",
    "DROP TRIGGER pages_update",
    "DROP TABLE IF EXISTS page_text",
    "DROP TRIGGER told_insert",
    "DROP TRIGGER told_delete",
    "DROP TABLE IF EXISTS told_text",
    """CREATE TABLE entries (
        number INTEGER NOT NULL,
        document TEXT NOT NULL,
        kind TEXT NOT NULL,
        position INTEGER NOT NULL,
        page INTEGER NOT NULL,
        paragraph INTEGER,
        heading TEXT,
        text TEXT NOT NULL,
        PRIMARY KEY (number),
        FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_entries_document ON entries (document)",
    """CREATE TABLE postings (
        term TEXT NOT NULL,
        segment INTEGER NOT NULL,
        members BLOB NOT NULL,
        PRIMARY KEY (term, segment)
    )""",
    """CREATE TABLE entry_days (
        segment INTEGER NOT NULL,
        starts BLOB NOT NULL,
        ends BLOB NOT NULL,
        PRIMARY KEY (segment)
    )""",
    """CREATE TABLE words (
        word TEXT NOT NULL,
        known BOOLEAN NOT NULL,
        PRIMARY KEY (word)
    )""",
    "CREATE INDEX ix_words_known ON words (known)",
    """CREATE TABLE word_forms (
        form TEXT NOT NULL,
        word TEXT NOT NULL,
        PRIMARY KEY (form, word)
    )""",
    """CREATE TABLE field_values (
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        shown TEXT NOT NULL,
        PRIMARY KEY (field, value)
    )""",
    """CREATE TABLE index_state (
        name TEXT NOT NULL,
        value INTEGER NOT NULL,
        PRIMARY KEY (name)
    )""",
)


def upgrade() -> None:
    """Take the full-text tables away and make those of the index."""
    for statement in STATEMENTS:
        op.execute(statement)
