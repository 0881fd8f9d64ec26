"""Read-only SQL on Postgres: a server-side cursor inside a read-only transaction, with a statement timeout.

A cursor can be declared only for a query that reads, and takes no second statement; the transaction refuses what a
function or a WITH clause might still try to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from summitdb.errors import DatabaseError, SummitError, UsageError
from summitdb.query.rows import Rows, distinct
from summitdb.query.sql import explained

if TYPE_CHECKING:
    import psycopg

READING_WORDS = {"select", "with", "values", "table"}
# A :name, or what may contain its look-alikes: a string, a quoted name, a comment, a cast (::); or a percent sign.
PARAMETER = re.compile(r"('(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*|/\*.*?\*/|::)|(?<!\w):([a-zA-Z_]\w*)|%", re.DOTALL)


@contextmanager
def run(url: str, query: str, parameters: dict[str, str], timeout: float) -> Iterator[Rows]:
    """The rows of one reading query; see `summitdb.query.sql.read_only_sql`."""
    from summitdb.store.connect import open_engine

    prepared = _pyformat(query, parameters)
    engine = open_engine(url)
    import psycopg

    try:
        with engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            driver.read_only = True
            driver.execute(f"SET statement_timeout = {int(timeout * 1000)}")
            try:
                with driver.cursor(name="summitdb_sql") as cursor:
                    cursor.execute(prepared.encode(), parameters)
                    yield Rows(distinct([column.name for column in cursor.description or ()]), cursor)
            except psycopg.Error as error:
                raise _translated(error, query, driver, timeout) from error
    finally:
        engine.dispose()


def _pyformat(query: str, parameters: dict[str, str]) -> str:
    """The query with psycopg's placeholders for its `:name` parameters."""

    def placeholder(found: re.Match[str]) -> str:
        name = found.group(2)
        if name is None:
            return found.group().replace("%", "%%")
        if name not in parameters:
            raise UsageError(f"no value given for :{name}", "give each :name of the query with -p name=value")
        return f"%({name})s"

    return PARAMETER.sub(placeholder, query)


def _translated(error: psycopg.Error, query: str, connection: psycopg.Connection[Any], timeout: float) -> SummitError:
    import psycopg
    from psycopg import errors

    message = str(error)
    first_word = (re.findall(r"\w+", query) or [""])[0].lower()
    if isinstance(error, errors.QueryCanceled):
        return DatabaseError(f"the query took more than {timeout:g} seconds", "--timeout 0 sets no limit")
    if "multiple commands" in message:
        return UsageError("one statement at a time, please")
    writes = isinstance(error, errors.ReadOnlySqlTransaction | errors.FeatureNotSupported | errors.InvalidCursorDefinition)
    if writes or (isinstance(error, errors.SyntaxError) and first_word not in READING_WORDS):
        return UsageError("summitdb sql only reads", "load, correct and remove change the database")
    if isinstance(error, psycopg.OperationalError):
        return DatabaseError(message.strip().splitlines()[0])
    return explained(message, _names(connection))


def _names(connection: psycopg.Connection[Any]) -> dict[str, list[str]]:
    import psycopg

    query = """SELECT table_name, column_name FROM information_schema.columns
               WHERE table_schema NOT IN ('pg_catalog', 'information_schema')"""
    names: dict[str, list[str]] = {}
    try:
        connection.rollback()
        for table, column in connection.execute(query):
            names.setdefault(table, []).append(column)
    except psycopg.Error:
        return {}
    return names
