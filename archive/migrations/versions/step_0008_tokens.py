"""Tokens of people and programs on other machines, kept as digests.

Revision ID: 0008
Revises: 0007
"""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"

TABLE = """CREATE TABLE tokens (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    digest TEXT NOT NULL,
    made TEXT NOT NULL,
    used TEXT,
    expires TEXT,
    PRIMARY KEY (id),
    UNIQUE (name)
)"""


def upgrade() -> None:
    """Make the table."""
    op.execute(TABLE)
