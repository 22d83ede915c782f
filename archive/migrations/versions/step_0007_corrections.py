"""Corrections by people, and beside a corrected record the one that the program made.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"

STATEMENTS = (
    """CREATE TABLE corrections (
        number INTEGER NOT NULL,
        document TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        page INTEGER,
        field TEXT NOT NULL,
        act TEXT NOT NULL,
        root INTEGER NOT NULL,
        undoes INTEGER,
        "by" TEXT NOT NULL,
        at TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        change INTEGER NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (number)
    )""",
    "CREATE INDEX ix_corrections_document ON corrections (document)",
    "CREATE INDEX ix_corrections_field ON corrections (field)",
    "ALTER TABLE documents ADD COLUMN original BLOB",
)


def upgrade() -> None:
    """Make the table and the column."""
    for statement in STATEMENTS:
        op.execute(statement)
