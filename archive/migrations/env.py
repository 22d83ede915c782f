"""Run by Alembic: takes the steps on the connection that archive/database.py hands over."""

from __future__ import annotations

from collections.abc import Mapping

from alembic import context
from alembic.ddl.postgresql import PostgresqlImpl
from sqlalchemy import Executable

from archive.dialect.steps import for_postgresql
from archive.tables import METADATA


class StepsOnPostgresql(PostgresqlImpl):
    """How steps are carried out on PostgreSQL: Alembic finds this by the name of the dialect."""

    __dialect__ = "postgresql"

    def execute(self, sql: Executable | str, execution_options: Mapping[str, object] | None = None) -> None:
        """Carry out a statement of a step."""
        told = for_postgresql(sql) if isinstance(sql, str) else sql
        if told is not None:
            super().execute(told, dict(execution_options) if execution_options else None)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
