"""The content of a database in one fixed form: two databases with the same content give the same bytes.

Rows are named by slugs and natural keys; row numbers, times of loading and what is only kept for speed are left out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from summitdb.schema import FOLDED, metadata

# Left out altogether, or column by column: what says how and when the database was made, not what is in it.
_TABLES_LEFT_OUT = {"load_run", "schema_change", "mention_key", "support"}
_COLUMNS_LEFT_OUT = {"id", "loaded_at", "article.content_hash", "record_file.reference_on", "correction.path"}
# What names a row of a table in others, where it has a name that holds everywhere.
_NAMES = {"article": "key", **dict.fromkeys((*FOLDED, "place"), "slug")}


def tables() -> list[str]:
    """The tables of the canonical form, in their order."""
    return [name for name in sorted(metadata.tables) if name not in _TABLES_LEFT_OUT]


def lines(connection: sa.Connection, table: str) -> Iterator[str]:
    """Each row of a table as one line of JSON, sorted by code point."""
    for row in sorted(connection.execute(_query(table)).mappings().all(), key=lambda row: _json(dict(row))):
        yield _json(dict(row))


def digest(connection: sa.Connection, table: str) -> int:
    """A number that two tables with the same lines share, found without sorting them or holding them in memory."""
    rows = connection.execute(_query(table), execution_options={"yield_per": 1_000}).mappings()
    total = 0
    for row in rows:
        total += int.from_bytes(hashlib.sha256(_json(dict(row)).encode()).digest())
    return total % 2**256


def export(connection: sa.Connection, folder: Path) -> list[Path]:
    """Write the canonical form: one file `TABLE.ndjson` for each table. Returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in tables():
        file = folder / f"{table}.ndjson"
        file.write_text("".join(f"{line}\n" for line in lines(connection, table)), "utf-8")
        written.append(file)
    return written


def read(folder: Path) -> dict[str, set[str]]:
    """The lines of an exported canonical form, by table."""
    return {table: set(_lines(folder / f"{table}.ndjson")) for table in tables()}


def content(connection: sa.Connection) -> dict[str, set[str]]:
    """The lines of the canonical form of a database, by table."""
    return {table: set(lines(connection, table)) for table in tables()}


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that only one of two databases has: `sign` is - for the first, + for the second."""

    table: str
    sign: str
    row: str


def differences(first: dict[str, set[str]], second: dict[str, set[str]]) -> Iterator[Difference]:
    """The rows that only one of two canonical forms has, by table."""
    for table in tables():
        one, other = first.get(table, set()), second.get(table, set())
        yield from (Difference(table, "-", row) for row in sorted(one - other))
        yield from (Difference(table, "+", row) for row in sorted(other - one))


def _lines(file: Path) -> Iterable[str]:
    return file.read_text("utf-8").splitlines() if file.exists() else ()


def _json(row: dict[str, Any]) -> str:
    return msgspec.json.encode(row).decode()


@cache
def _query(table: str) -> sa.Select[Any]:
    """The rows of a table, what they point to named by its own name."""
    selected: list[Any] = []
    source: Any = metadata.tables[table]
    for column in metadata.tables[table].columns:
        if column.name in _COLUMNS_LEFT_OUT or f"{table}.{column.name}" in _COLUMNS_LEFT_OUT:
            continue
        target = next((key.column.table for key in column.foreign_keys), None)
        if target is None or target.name == "country":
            selected.append(column)
            continue
        label = column.name.removesuffix("_id")
        other = target.alias(f"{label}_named")
        source = source.outerjoin(other, other.c.id == column)
        if target.name in _NAMES:
            selected.append(other.c[_NAMES[target.name]].label(label))
        elif target.name == "record_file":
            selected.append((other.c.kind + " " + other.c.author).label(label))
        else:
            selected.append((other.c.table_name + " " + sa.cast(other.c.position, sa.Text)).label(label))
            file = metadata.tables["record_file"].alias("file_named")
            source = source.outerjoin(file, file.c.id == other.c.record_file_id)
            selected.append((file.c.kind + " " + file.c.author).label("record_file"))
    return sa.select(*selected).select_from(source)
