"""Copying a whole database into an empty one, of the same kind or the other.

Rows are read in one snapshot and written in batches, each one transaction that also notes how far the copy is, so that an
interrupted copy goes on where it stopped. Row numbers stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from summitdb.errors import DatabaseError
from summitdb.schema import metadata
from summitdb.store import canonical, dialects, revisions
from summitdb.store.connect import writing
from summitdb.store.migrate import upgrade

BATCH = 2_000
# In the order in which rows can be written; each database has a history of its own schema.
TABLES = [table for table in metadata.sorted_tables if table.name != "schema_change"]

# How far an unfinished copy is. As long as this table is there, nothing but `copy` opens the database.
_progress = sa.Table(
    revisions.UNFINISHED_COPY,
    sa.MetaData(),
    sa.Column("table_name", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, nullable=False, comment="What tells whether the source is as it was"),
    sa.Column("rows", sa.Integer, nullable=False),
)


@dataclass(slots=True)
class CopyReport:
    """What a copy did: the rows of each table in the new database, and whether it went on with an earlier copy."""

    rows: dict[str, int] = field(default_factory=dict)
    resumed: bool = False


def copy(source: sa.Engine, target: sa.Engine, *, progress: Callable[[str, int, int], None] | None = None) -> CopyReport:
    """Copy a database at the newest revision into one that is missing, empty, or an unfinished copy of the same. At the end
    the numbers of rows and the canonical forms of both are compared. `progress` is called after each batch with the table,
    the rows written and the rows there are. Raises DatabaseError; then the same copy can be started again."""
    revisions.require_newest(revisions.state(source), source.url)
    with _snapshot(source) as reader:
        wanted = {table.name: _fingerprint(reader, table) for table in TABLES}
        report = CopyReport(resumed=_prepare(target, wanted))
        for table in TABLES:
            report.rows[table.name] = _copy_table(reader, target, table, wanted[table.name][1], progress)
        with writing(target) as writer:
            dialects.continue_row_numbers(writer, TABLES)
            if differing := [table.name for table in TABLES if not _is_same(reader, writer, table)]:
                raise DatabaseError(
                    f"the copy differs from {dialects.shown(source.url)} in {', '.join(differing)}",
                    "was one of the two written to? Empty the new database and copy again",
                )
            _progress.drop(writer)
    return report


@contextmanager
def _snapshot(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction in which what others write is not seen."""
    level = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with engine.connect().execution_options(**level) as connection, connection.begin():
        yield connection


def _fingerprint(connection: sa.Connection, table: sa.Table) -> tuple[str, int]:
    """What tells that a table is as it was, as far as can be seen quickly, and its number of rows."""
    last = sa.func.max(next(iter(table.primary_key.columns)))
    rows, newest = connection.execute(sa.select(sa.func.count(), last).select_from(table)).one()
    return f"{rows} rows to {newest}", rows


def _prepare(target: sa.Engine, wanted: dict[str, tuple[str, int]]) -> bool:
    """Make the target ready to be written to. Returns whether an earlier copy of the same goes on."""
    state = None if dialects.is_missing(target) else _state(target)
    if state is None:
        upgrade(target, backup=False)
    else:
        revisions.require_newest(state, target.url)
    with writing(target) as connection:
        unfinished = revisions.UNFINISHED_COPY in dialects.table_names(connection)
        if unfinished:
            found = {row.table_name: row.source for row in connection.execute(sa.select(_progress))}
            if found == {name: mark for name, (mark, _) in wanted.items()}:
                return True
        elif filled := _first_filled(connection):
            raise DatabaseError(
                f"{dialects.shown(target.url)} has rows already, in {filled}", "name an empty database or a new file"
            )
        for table in reversed(TABLES):
            connection.execute(sa.delete(table))
        _progress.drop(connection, checkfirst=True)
        _progress.create(connection)
        rows = [{"table_name": name, "source": mark, "rows": 0} for name, (mark, _) in wanted.items()]
        connection.execute(sa.insert(_progress), rows)
    return False


def _state(engine: sa.Engine) -> revisions.State | None:
    with engine.connect() as connection:
        return revisions.read_state(connection, unfinished=True)


def _first_filled(connection: sa.Connection) -> str | None:
    """A table with rows, other than reference data."""
    others = [table for table in TABLES if table.name != "country"]
    return next((table.name for table in others if connection.scalar(sa.select(sa.exists().select_from(table)))), None)


def _copy_table(
    reader: sa.Connection, target: sa.Engine, table: sa.Table, total: int, progress: Callable[[str, int, int], None] | None
) -> int:
    with target.connect() as connection:
        done = _done(connection, table)
    parents = [column for column in table.columns if any(key.column.table is table for key in column.foreign_keys)]
    # Rows that point to others of their table wait until all are there.
    columns = [sa.null().label(column.name) if column in parents else column for column in table.columns]
    query: Any = sa.select(*columns).order_by(*table.primary_key.columns).offset(done)
    for batch in reader.execute(query, execution_options={"yield_per": BATCH}).partitions():
        with writing(target) as writer:
            if _done(writer, table) != done:
                raise _crossed()
            dialects.insert_many(writer, table, [tuple(row) for row in batch])
            done += len(batch)
            writer.execute(sa.update(_progress).where(_progress.c.table_name == table.name).values(rows=done))
        if progress:
            progress(table.name, done, total)
    for column in parents:
        _point(reader, target, table, column)
    return done


def _done(connection: sa.Connection, table: sa.Table) -> int:
    """How many rows of a table have been copied."""
    if revisions.UNFINISHED_COPY not in dialects.table_names(connection):
        raise _crossed()
    done: int = connection.scalars(sa.select(_progress.c.rows).where(_progress.c.table_name == table.name)).one()
    return done


def _crossed() -> DatabaseError:
    return DatabaseError("another copy into this database is at work", "wait until it has finished")


def _point(reader: sa.Connection, target: sa.Engine, table: sa.Table, column: sa.Column[Any]) -> None:
    """Let the rows of a table point to others of the same table."""
    pointing = sa.select(table.c.id.label("row"), column.label("other")).where(column.is_not(None)).order_by(table.c.id)
    update = sa.update(table).where(table.c.id == sa.bindparam("row")).values({column: sa.bindparam("other")})
    for batch in reader.execute(pointing, execution_options={"yield_per": BATCH}).mappings().partitions():
        with writing(target) as writer:
            writer.execute(update, [dict(row) for row in batch])


def _is_same(reader: sa.Connection, writer: sa.Connection, table: sa.Table) -> bool:
    if _fingerprint(reader, table) != _fingerprint(writer, table):
        return False
    if table.name not in canonical.tables():
        return True
    return canonical.digest(reader, table.name) == canonical.digest(writer, table.name)
