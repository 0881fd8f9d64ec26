"""A database to ask questions of, from Python: the same questions, under the same names, as on the command line."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import Any

import sqlalchemy as sa

from summitdb.errors import UsageError
from summitdb.query.filters import Filters
from summitdb.query.listing import list_rows, select_listing
from summitdb.query.reports.catalogue import run_report
from summitdb.query.rows import Rows
from summitdb.query.search import search
from summitdb.query.show import Shown, show
from summitdb.query.sql import read_only_sql
from summitdb.store.connect import DEFAULT, connect
from summitdb.text.near import did_you_mean

FILTERS = {field.name for field in fields(Filters)}
# Keywords for one value of a filter that takes several.
SEVERAL = {"country": "countries", "topic": "topics"}


class Database:
    """An open database. Filters are given as on the command line: `country="AZ"`, `person="Aliyev"`, `since="2024"`,
    and several countries or topics as a list. Everything raises UsageError for names and values that are not known."""

    def __init__(self, url: str, connection: sa.Connection) -> None:
        self.url = url
        self.connection = connection

    def list(self, table: str, *, limit: int | None = None, **wanted: Any) -> Rows:
        """The rows of summits, agreements, statements, corridors, organizations, people, articles or conflicts."""
        return list_rows(self.connection, table, filters_of(wanted), limit)

    def select(self, table: str, **wanted: Any) -> sa.Select[*tuple[Any, ...]]:
        """The SQLAlchemy select behind `list`, to be narrowed, joined or counted further; run it with `connection`."""
        return select_listing(table, filters_of(wanted))

    def show(self, slug: str) -> Shown:
        """One row in full, with the articles that give each value, in their words."""
        return show(self.connection, slug)

    def report(self, name: str, **wanted: Any) -> Rows:
        """The rows of a named report."""
        return run_report(self.connection, name, filters_of(wanted))

    def search(self, words: str, *, limit: int = 20, **wanted: Any) -> Rows:
        """The articles and statements in which all words occur, best first."""
        return search(self.connection, words, filters_of(wanted), limit)

    def sql(self, query: str, **parameters: str) -> Rows:
        """The rows of a reading SQL query with `:name` parameters."""
        with read_only_sql(self.url, query, parameters) as rows:
            return Rows(rows.columns, list(rows))


def filters_of(wanted: dict[str, Any]) -> Filters:
    """Filters from keywords; `country` and `topic` may be one or a list. Raises UsageError for another one."""
    given: dict[str, Any] = {}
    for keyword, value in wanted.items():
        if keyword in SEVERAL:
            given[SEVERAL[keyword]] = (value,) if isinstance(value, str) else tuple(value or ())
        elif keyword in FILTERS:
            given[keyword] = value
        else:
            known = sorted(FILTERS.union(SEVERAL).difference(SEVERAL.values()))
            raise UsageError(f"no filter {keyword!r}", did_you_mean(keyword, known, f"there are {', '.join(known)}"))
    return Filters(**given)


@contextmanager
def open_database(url: str | None = None) -> Iterator[Database]:
    """Open a database by file or URL; without one, SUMMITDB_URL or `summit.db` in the current folder. It is only read.
    Raises DatabaseError if there is none, or one of another version."""
    url = url or os.environ.get("SUMMITDB_URL") or DEFAULT
    engine = connect(url, create=False)
    try:
        with engine.connect() as connection:
            yield Database(url, connection)
    finally:
        engine.dispose()
