"""Everything in which SQLite and Postgres differ while rows are read and written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from summitdb.errors import DatabaseError, LostConnection

BUSY_SECONDS = 120
CACHE_KIB = 64 * 1024  # pages of a large database that are read again and again while articles are folded
WAL_PAGES = 8192  # written to the log before they go to the file: a page that is written again and again goes there once
WRITE = {"summitdb_write": True}


def prepare(engine: sa.Engine) -> None:
    """Set up an engine's connections: pragmas and explicit transactions on SQLite, clear errors on both."""
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _sqlite_connect)
        sa.event.listen(engine, "begin", _sqlite_begin)
    sa.event.listen(engine, "handle_error", _explain)


def _sqlite_connect(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver must not begin or commit on its own, or DDL is not transactional
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA synchronous = FULL")  # what a person decided and was told is stored outlasts a power cut
    cursor.execute(f"PRAGMA wal_autocheckpoint = {WAL_PAGES}")
    cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    cursor.close()


def _sqlite_begin(connection: sa.Connection) -> None:
    # A writer takes the lock at once: one that starts by reading could not wait for another writer later.
    writes = connection.get_execution_options().get("summitdb_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def lock(connection: sa.Connection) -> None:
    """Wait until no other writer is at work in this database (on Postgres: this schema), until the transaction ends. On
    SQLite the transaction itself is that lock."""
    if connection.dialect.name == "postgresql":
        place = "hashtext(current_setting('search_path'))"  # unlike current_schema(), also while the schema is missing
        connection.execute(sa.text(f"SELECT pg_advisory_xact_lock(hashtext('summitdb'), {place})"))


def reserve_ids(connection: sa.Connection, table: sa.Table, count: int) -> list[int]:
    """Ids for new rows of a table, in a transaction that no other writer shares."""
    if connection.dialect.name == "postgresql":
        sequence = sa.func.nextval(sa.func.pg_get_serial_sequence(table.name, "id"))
        return list(connection.scalars(sa.select(sequence).select_from(sa.func.generate_series(1, count))))
    first = (connection.scalar(sa.select(sa.func.max(table.c.id))) or 0) + 1
    return list(range(first, first + count))


def is_missing(engine: sa.Engine) -> bool:
    """Whether this is an SQLite file that does not exist."""
    return engine.dialect.name == "sqlite" and bool(engine.url.database) and not Path(str(engine.url.database)).is_file()


def table_names(connection: sa.Connection) -> set[str]:
    """The tables of the database (on Postgres: of the schema)."""
    return set(sa.inspect(connection).get_table_names())


def insert_many(connection: sa.Connection, table: sa.Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert whole rows, in the order of the table's columns, as fast as the database can."""
    if not rows:
        return
    names = [column.name for column in table.columns]
    if connection.dialect.name == "sqlite":
        connection.execute(sa.insert(table), [dict(zip(names, row, strict=True)) for row in rows])
        return
    quote = connection.dialect.identifier_preparer.quote
    driver: Any = connection.connection.driver_connection
    statement = f"COPY {quote(table.name)} ({', '.join(map(quote, names))}) FROM STDIN"
    import psycopg

    try:
        with driver.cursor() as cursor, cursor.copy(statement) as out:
            for row in rows:
                out.write_row(row)
    except psycopg.Error as error:
        kind = LostConnection if driver.closed else DatabaseError
        raise kind(f"{shown(connection.engine.url)}: {str(error).strip().splitlines()[0]}") from error


def continue_row_numbers(connection: sa.Connection, tables: Iterable[sa.Table]) -> None:
    """Let new rows be numbered after those that were inserted with their numbers."""
    if connection.dialect.name == "postgresql":
        for table in tables:
            if "id" in table.columns:
                last = sa.select(sa.func.max(table.c.id)).scalar_subquery()
                sequence = sa.func.pg_get_serial_sequence(table.name, "id")
                connection.execute(sa.select(sa.func.setval(sequence, sa.func.coalesce(last, 1), last.is_not(None))))


def write_ahead(connection: Any) -> None:
    """Switch a SQLite file to write-ahead logging, so that people can read while a load is running. `connection` is the
    driver's. Where the folder or file system does not allow it, the rollback journal stays."""
    import sqlite3
    import time

    for _ in range(100):
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                return
            time.sleep(0.05)
        else:
            return


_SQLITE_ERRORS = {
    "file is not a database": ("{url} is not a database", "name another file, or move this one away"),
    "database disk image is malformed": ("{url} is damaged", "restore a backup"),
    "unable to open database file": ("{url} cannot be opened", "check that its folder exists and may be written to"),
    "attempt to write a readonly database": ("{url} may not be written to", "check the permissions of file and folder"),
    "database or disk is full": (
        "no space left for {url}",
        "make room and run the command again: nothing is half-written",
    ),
    "database is locked": ("{url} is in use by another program", "try again when that has finished"),
}


def _explain(context: sa.engine.interfaces.ExceptionContext) -> None:
    """Turn errors that a user can mend into one clear line."""
    text = str(context.original_exception).strip()
    engine = context.engine
    url = "" if engine is None else shown(engine.url)
    if context.dialect.name == "sqlite":
        for start, (message, hint) in _SQLITE_ERRORS.items():
            if text.startswith(start):
                raise DatabaseError(message.format(url=url), hint) from context.original_exception
    elif context.connection is None or context.is_disconnect:
        raise LostConnection(
            f"no connection to {url}: {text.splitlines()[0] if text else 'no reason given'}",
            "check host, port, user and password, and that the server is running",
        ) from context.original_exception
    elif type(context.original_exception).__name__ == "InsufficientPrivilege":
        raise DatabaseError(f"{url}: {text.splitlines()[0]}", "connect as a user with that right") from (
            context.original_exception
        )


def shown(url: sa.URL) -> str:
    """A database as shown to people: the file's path, or the URL without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    hidden = {name: "***" for name in url.query if "password" in name}
    return url.update_query_dict(hidden).render_as_string(hide_password=True)
