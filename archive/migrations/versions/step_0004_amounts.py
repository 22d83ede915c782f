"""The amounts of money that decisions name, to whom they turn, and who may be the same person.

Records of older versions name none until they are made anew, so there is nothing to fill in.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = (
    """CREATE TABLE amounts (
        id TEXT NOT NULL,
        document TEXT NOT NULL,
        position INTEGER NOT NULL,
        decision TEXT NOT NULL,
        point INTEGER,
        value FLOAT NOT NULL,
        value_to FLOAT,
        currency TEXT NOT NULL,
        bound TEXT,
        per TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_amounts_document ON amounts (document)",
    "CREATE INDEX ix_amounts_value ON amounts (value)",
    """CREATE TABLE addressees (
        id TEXT NOT NULL,
        document TEXT NOT NULL,
        position INTEGER NOT NULL,
        decision TEXT NOT NULL,
        point INTEGER,
        name TEXT NOT NULL,
        kind TEXT,
        role TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_addressees_document ON addressees (document)",
    "CREATE INDEX ix_addressees_name ON addressees (name)",
    "ALTER TABLE people ADD COLUMN candidates TEXT NOT NULL DEFAULT ''",
)


def upgrade() -> None:
    """Make the tables and the column."""
    for statement in STATEMENTS:
        op.execute(statement)
