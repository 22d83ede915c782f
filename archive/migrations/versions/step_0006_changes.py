"""The feed of changes; what the archive holds already is told as put in, in the order of ids.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"

STATEMENTS = (
    """CREATE TABLE changes (
        number INTEGER NOT NULL,
        document TEXT NOT NULL,
        what TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (number)
    )""",
    """INSERT INTO changes (number, document, what, at)
        SELECT row_number() OVER (ORDER BY id), id, 'put', processed_at FROM documents""",
)


def upgrade() -> None:
    """Make the table and fill it."""
    for statement in STATEMENTS:
        op.execute(statement)
