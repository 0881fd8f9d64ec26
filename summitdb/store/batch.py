"""Altering tables in migrations, with the traps of SQLite handled: it re-creates a table whose columns or constraints change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations


@contextmanager
def altered(table: str, *checks: sa.CheckConstraint) -> Iterator[BatchOperations]:
    """Within the block, operations that alter `table`.

    `checks` are the CHECK constraints that it has: SQLite does not tell them when the table is read. Views are set aside
    meanwhile, since SQLite refuses to rename a table while a view names one that is not there."""
    views = _views()
    for name, _ in views:
        op.execute(f'DROP VIEW "{name}"')
    with op.batch_alter_table(table, table_args=checks) as operations:
        yield operations
    for _, definition in views:
        op.execute(sa.text(definition.replace(":", r"\:")))


def _views() -> list[tuple[str, str]]:
    """Name and definition of the views that have to be set aside: on Postgres none."""
    if op.get_context().dialect.name != "sqlite":
        return []
    query: Any = sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'view' ORDER BY name")
    return [(row.name, row.sql) for row in op.get_bind().execute(query)]
