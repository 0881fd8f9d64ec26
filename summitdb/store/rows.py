"""Small helpers for reading and writing many rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from summitdb.store.dialects import reserve_ids

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
    """Insert rows, which all have the same keys, and return their ids in the same order. Only in a transaction that no other
    writer shares: the ids are reserved beforehand, which is much faster than having them returned one by one."""
    if not rows:
        return []
    ids = reserve_ids(connection, model.__table__, len(rows))
    insert(connection, model, [{"id": id_, **row} for id_, row in zip(ids, rows, strict=True)])
    return ids


def delete(connection: sa.Connection, model: Any, keys: Sequence[Mapping[str, Any]]) -> None:
    """Delete rows, each given by the values of the same columns."""
    if keys:
        same = (model.__table__.c[name] == sa.bindparam(f"old_{name}") for name in keys[0])
        connection.execute(sa.delete(model).where(*same), [{f"old_{name}": key[name] for name in key} for key in keys])


def update(connection: sa.Connection, model: Any, changes: Sequence[tuple[int, dict[str, Any]]]) -> None:
    """Change columns of rows, given by id; all changes are of the same columns."""
    if changes:
        columns: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in changes[0][1]}
        statement = sa.update(model).where(model.id == sa.bindparam("row")).values(columns)
        parameters = [{"row": id_, **{f"new_{name}": row[name] for name in columns}} for id_, row in changes]
        connection.execute(statement, parameters)
