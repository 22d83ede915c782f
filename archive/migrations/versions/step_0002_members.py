"""Files out of archives and e-mails are inputs: where they lay, and the digest they were unpacked under.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    "ALTER TABLE jobs ADD COLUMN container BLOB",
    "ALTER TABLE jobs ADD COLUMN unpacked TEXT",
    "ALTER TABLE jobs ADD COLUMN depth INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX ix_jobs_container ON jobs (container)",
)


def upgrade() -> None:
    """Add the columns."""
    for statement in STATEMENTS:
        op.execute(statement)
