"""Finding a row by its slug."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import sqlalchemy as sa

from summitdb.errors import UsageError
from summitdb.schema import FOLDED, Correction, metadata
from summitdb.text.near import did_you_mean

LOOKED_THROUGH = 500  # slugs of a table that share a word with one that is none


class Found(NamedTuple):
    """A row, by table and number, and its slug."""

    table: str
    id: int
    slug: str


def find(connection: sa.Connection, slug: str) -> Found:
    """The row of a slug, which may be written `TABLE/SLUG`. A slug that the row had when a decision was made about it finds
    it too. Raises UsageError, with near slugs, if there is none, or if several tables have one."""
    table, _, name = slug.rpartition("/")
    if table and table not in FOLDED:
        raise UsageError(f"there is no table {table} of rows", f"there are: {', '.join(FOLDED)}")
    tables = [table] if table else FOLDED
    found = list(_present(connection, tables, name)) or list(_former(connection, tables, name))
    if not found:
        near = did_you_mean(name, _sharing_a_word(connection, tables, name), "summitdb list shows the slugs")
        raise UsageError(f"there is no row {slug}", near)
    if len(found) > 1:
        raise UsageError(f"{slug} is a row of several tables", f"write {' or '.join(f'{one.table}/{name}' for one in found)}")
    return found[0]


def _present(connection: sa.Connection, tables: Iterable[str], slug: str) -> Iterator[Found]:
    for table in tables:
        columns = metadata.tables[table].c
        row = connection.scalar(sa.select(columns.id).where(columns.slug == slug))
        if row is not None:
            yield Found(table, row, slug)


def _former(connection: sa.Connection, tables: Iterable[str], slug: str) -> Iterator[Found]:
    latest = Correction.made_at.desc(), Correction.key
    called = sa.or_(Correction.slug == slug, Correction.target.contains(f'"into":"{slug}"', autoescape=True))
    for table in tables:
        columns = metadata.tables[table].c
        query = sa.select(columns.id, columns.slug).join(Correction, Correction.__table__.c[f"{table}_id"] == columns.id)
        row = connection.execute(query.where(called).order_by(*latest)).first()
        if row is not None:
            yield Found(table, row.id, row.slug)


def _sharing_a_word(connection: sa.Connection, tables: Iterable[str], slug: str) -> Iterator[str]:
    every = re.findall(r"\w+", slug.lower())
    words = [word for word in every if len(word) > 2] or every
    for table in tables:
        column = metadata.tables[table].c.slug
        shared = sa.or_(sa.false(), *(column.contains(word, autoescape=True) for word in words))
        yield from connection.scalars(sa.select(column).where(shared).limit(LOOKED_THROUGH))
