"""Run by Alembic: takes the steps on the connection that archive/database.py hands over."""

from __future__ import annotations

from alembic import context

from archive.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
