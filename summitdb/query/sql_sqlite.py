"""Read-only SQL on SQLite: the file is opened read-only and an authorizer admits nothing but reading."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic
from urllib.parse import quote

from summitdb.errors import DatabaseError, SummitError, UsageError
from summitdb.query.rows import Rows, distinct
from summitdb.query.sql import explained

READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
HARMLESS_PRAGMAS = {
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list",
    "database_list", "compile_options", "function_list", "data_version",
}  # fmt: skip
FORBIDDEN_FUNCTIONS = {"load_extension", "fts3_tokenizer"}
BROKEN = (
    "file is not a database", "unable to open database file", "database disk image is malformed", "database is locked"
)  # fmt: skip
STEPS_BETWEEN_CHECKS = 50_000


def sqlite_path(url: str) -> Path:
    """The file that a path or an `sqlite:///` URL names."""
    scheme, found, rest = url.partition("://")
    if not found:
        if "password=" in url:
            raise DatabaseError("the database is not named by a URL", "write postgresql://user@host/name or a file path")
        return Path(url)
    if not scheme.startswith("sqlite") or not rest.startswith("/"):
        raise DatabaseError(f"{scheme}: not a database that SummitDB knows", "give a file, sqlite:/// or postgresql://")
    return Path(rest[1:].partition("?")[0])


@contextmanager
def run(url: str, query: str, parameters: dict[str, str], timeout: float) -> Iterator[Rows]:
    """The rows of one reading query; see `summitdb.query.sql.read_only_sql`."""
    path = sqlite_path(url)
    if not path.is_file():
        raise DatabaseError(f"{path}: no such database", "summitdb load FILES makes one; --db names another")
    connection = sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)
    with closing(connection):
        _guard(connection, timeout)
        try:
            cursor = connection.execute(query, {name: _number_or_text(value) for name, value in parameters.items()})
            columns = distinct([name for name, *_ in cursor.description or ()])
            yield Rows(columns, cursor)
        except sqlite3.Error as error:
            raise _translated(error, connection, path, timeout) from error


def _guard(connection: sqlite3.Connection, timeout: float) -> None:
    connection.execute("PRAGMA query_only = ON")
    connection.set_authorizer(_authorize)
    deadline = monotonic() + timeout if timeout else float("inf")
    connection.set_progress_handler(lambda: monotonic() > deadline, STEPS_BETWEEN_CHECKS)


def _authorize(action: int, first: str | None, second: str | None, database: str | None, trigger: str | None) -> int:
    allowed = (
        action in READING
        or (action == sqlite3.SQLITE_FUNCTION and second not in FORBIDDEN_FUNCTIONS)
        or (action == sqlite3.SQLITE_PRAGMA and first in HARMLESS_PRAGMAS)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _number_or_text(value: str) -> str | int | float:
    for kind in (int, float):
        try:
            number = kind(value)
        except ValueError:
            continue
        if str(number) == value:
            return number
    return value


def _translated(error: sqlite3.Error, connection: sqlite3.Connection, path: Path, timeout: float) -> SummitError:
    message = str(error)
    if message.startswith(("not authorized", "authorization denied")):
        return UsageError("summitdb sql only reads", "load, correct and remove change the database")
    if message == "interrupted":
        return DatabaseError(f"the query took more than {timeout:g} seconds", "--timeout 0 sets no limit")
    if message in BROKEN or message.startswith("disk I/O error"):
        return DatabaseError(f"{path}: {message}")
    if "one statement" in message:
        return UsageError("one statement at a time, please")
    if isinstance(error, sqlite3.ProgrammingError) and "binding" in message.lower():
        name = re.search(r":\w+", message)
        told = f"no value given for {name[0]}" if name else message.rstrip(".")
        return UsageError(told, "give each :name of the query with -p name=value")
    return explained(message, _names(connection))


def _names(connection: sqlite3.Connection) -> dict[str, list[str]]:
    query = "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type IN ('table', 'view')"
    names: dict[str, list[str]] = {}
    connection.set_authorizer(None)
    connection.set_progress_handler(None, 0)
    try:
        for table, column in connection.execute(query):
            names.setdefault(table, []).append(column)
    except sqlite3.Error:
        return {}
    return names
