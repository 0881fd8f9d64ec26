"""Small helpers for reading and writing many rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

CHUNK = 500  # rows or parameters per statement: both databases take many more
Item = TypeVar("Item")


def chunks(items: Sequence[Item], size: int = CHUNK) -> Iterator[Sequence[Item]]:
    """The items in pieces of at most `size`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def insert(connection: sa.Connection, model: Any, rows: list[dict[str, Any]]) -> None:
    """Insert rows, which all have the same keys."""
    if rows:
        connection.execute(sa.insert(model), rows)


def insert_ids(connection: sa.Connection, model: Any, rows: list[dict[str, Any]]) -> list[int]:
    """Insert rows, which all have the same keys, and return their ids in the same order."""
    if not rows:
        return []
    query = sa.insert(model).returning(model.id, sort_by_parameter_order=True)
    return list(connection.scalars(query, rows))


def delete(connection: sa.Connection, column: Any, values: Sequence[Any]) -> None:
    """Delete the rows of the column's table in which it has one of the values."""
    for some in chunks(values):
        connection.execute(sa.delete(column.class_).where(column.in_(some)))
