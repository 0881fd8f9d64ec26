"""Ad-hoc SQL that can only read, whatever the query says.

SQLite is reached through the standard library alone, so that a one-line query starts fast; Postgres through psycopg.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import AbstractContextManager

from summitdb.errors import UsageError
from summitdb.query.rows import Rows
from summitdb.text.near import did_you_mean

DEFAULT_TIMEOUT = 60.0


def read_only_sql(
    url: str, query: str, parameters: Mapping[str, str] | None = None, *, timeout: float = DEFAULT_TIMEOUT
) -> AbstractContextManager[Rows]:
    """The rows of one query with `:name` parameters, read as the database delivers them inside the `with` block.

    `timeout` is in seconds, 0 for none. Raises UsageError for a query that is wrong, that writes, or that is more than one
    statement, and DatabaseError where there is no database or the query takes too long.
    """
    query = query.strip().rstrip("; \n\t")
    if not query:
        raise UsageError("the query is empty")
    if url.startswith(("postgresql", "postgres:")):
        from summitdb.query.sql_postgres import run
    else:
        from summitdb.query.sql_sqlite import run
    return run(url, query, dict(parameters or {}), timeout)


def parse_parameters(pairs: tuple[str, ...]) -> dict[str, str]:
    """`name=value` pairs as a mapping. Raises UsageError for one without `=` or with no proper name."""
    parameters = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.isidentifier():
            raise UsageError(f"-p {pair}: not of the form name=value")
        parameters[name] = value
    return parameters


def explained(message: str, names: Mapping[str, list[str]]) -> UsageError:
    """The database's complaint as one line, with near names for a table or column it does not know.

    `names` maps every table and view to its columns.
    """
    message = message.strip().splitlines()[0]
    if found := re.search(r'no such table: (?:\w+\.)?(\S+)|relation "(?:\w+\.)?([^"]+)" does not exist', message):
        word = next(filter(None, found.groups()))
        return UsageError(f"no table {word}", did_you_mean(word, names, "summitdb db schema lists the tables"))
    if found := re.search(r'no such column: (?:\w+\.)?(\S+)|column "?(?:\w+\.)?(\w+)"? does not exist', message):
        word = next(filter(None, found.groups()))
        columns = sorted({column for columns in names.values() for column in columns})
        return UsageError(f"no column {word}", did_you_mean(word, columns, "summitdb db schema lists the columns"))
    return UsageError(message)
