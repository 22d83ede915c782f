"""What documents tell of the steps of matters, so that a matter's way can be followed through them.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    """CREATE TABLE told (
        "key" INTEGER NOT NULL,
        document TEXT NOT NULL,
        position INTEGER NOT NULL,
        telling TEXT NOT NULL,
        "by" INTEGER NOT NULL,
        municipality TEXT NOT NULL,
        organ TEXT,
        year INTEGER,
        paragraph INTEGER,
        body TEXT,
        date TEXT,
        kind TEXT,
        act TEXT NOT NULL,
        title TEXT,
        page INTEGER NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY ("key"),
        FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_told_document ON told (document, position)",
    "CREATE INDEX ix_told_municipality ON told (municipality, telling)",
    "CREATE INDEX ix_told_paragraph ON told (paragraph, year, municipality, organ)",
    """CREATE TABLE told_numbers (
        "key" INTEGER NOT NULL,
        document TEXT NOT NULL,
        position INTEGER NOT NULL,
        municipality TEXT NOT NULL,
        registry TEXT,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY ("key"),
        FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_told_numbers_document ON told_numbers (document)",
    "CREATE INDEX ix_told_numbers_number ON told_numbers (year, number, municipality, registry)",
    """CREATE VIRTUAL TABLE told_text USING fts5(
        title, content='told', content_rowid='key', tokenize='unicode61 remove_diacritics 0'
    )""",
    """CREATE TRIGGER told_insert AFTER INSERT ON told WHEN new.telling = 'own' BEGIN
        INSERT INTO told_text(rowid, title) VALUES (new.key, new.title);
    END""",
    """CREATE TRIGGER told_delete AFTER DELETE ON told WHEN old.telling = 'own' BEGIN
        INSERT INTO told_text(told_text, rowid, title) VALUES ('delete', old.key, old.title);
    END""",
)


def upgrade() -> None:
    """Make the tables; the archive then fills them from the records that it holds."""
    for statement in STATEMENTS:
        op.execute(statement)
