"""Drift: how a database's schema differs from the one this version works with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from summitdb.schema import VIEWS, metadata
from summitdb.store.revisions import VERSION_TABLE

SCRATCH = "summitdb_check"


def check(engine: sa.Engine) -> list[str]:
    """The differences between a database's tables, columns, keys, constraints, indexes, views and comments and those of
    the models, one line each; empty when there are none. Changes nothing."""
    with engine.connect() as connection:
        found = dict(_describe(connection))
        expected = _expected(connection)
    missing = [f"missing: {what}" for what in expected if what not in found]
    extra = [f"not ours: {what}" for what in found if what not in expected]
    changed = [
        f"differs: {what}: {found[what]}, should be {expected[what]}"
        for what in expected
        if what in found and found[what] != expected[what]
    ]
    return sorted(missing) + sorted(changed) + sorted(extra)


def _expected(connection: sa.Connection) -> dict[str, str]:
    """The models' schema as this kind of database describes it: made in a scratch place and read back."""
    if connection.dialect.name == "sqlite":
        with sa.create_engine("sqlite://").connect() as scratch:
            return _made(scratch)
    transaction = connection.get_transaction() or connection.begin()
    try:
        connection.execute(sa.schema.CreateSchema(SCRATCH))
        connection.execute(sa.text(f"SET LOCAL search_path = {SCRATCH}"))
        return _made(connection)
    finally:
        transaction.rollback()


def _made(connection: sa.Connection) -> dict[str, str]:
    metadata.create_all(connection)
    for view in VIEWS:
        connection.execute(sa.text(f"CREATE VIEW {view.name} AS {view.sql(connection.dialect.name)}"))
    return dict(_describe(connection))


def _describe(connection: sa.Connection) -> Iterator[tuple[str, str]]:
    """Everything in a schema as (what, its definition)."""
    inspector = sa.inspect(connection)
    schema = inspector.default_schema_name if connection.dialect.name == "sqlite" else None
    comments = connection.dialect.supports_comments
    for table in inspector.get_table_names(schema=schema):
        if table == VERSION_TABLE:
            continue
        yield f"table {table}", str(inspector.get_table_comment(table).get("text")) if comments else ""
        for column in inspector.get_columns(table):
            yield f"column {table}.{column['name']}", _column(column)
        yield f"primary key of {table}", _shown(inspector.get_pk_constraint(table))
        for key in inspector.get_foreign_keys(table):
            yield f"foreign key {key['name']}", _shown(key)
        for unique in inspector.get_unique_constraints(table):
            yield f"unique constraint {unique['name']}", _shown(unique)
        for constraint in inspector.get_check_constraints(table):
            yield f"check {constraint['name']}", " ".join(constraint["sqltext"].split())
        for index in inspector.get_indexes(table):
            if not index.get("duplicates_constraint"):
                yield f"index {index['name']}", _shown(index)
    for view in inspector.get_view_names():
        yield f"view {view}", " ".join(str(inspector.get_view_definition(view)).split())


def _column(column: Any) -> str:
    null = "null" if column["nullable"] else "not null"
    return f"{column['type']} {null} default {_default(column)} comment {column.get('comment')!r}"


def _default(column: Any) -> str | None:
    default = column.get("default")
    return "serial" if default and default.startswith("nextval(") else default


def _shown(thing: Any) -> str:
    """A constraint or index as text, the same whatever the order in which its parts are reported."""
    if isinstance(thing, dict):
        kept = {key: value for key, value in thing.items() if key not in ("name", "referred_schema", "comment")}
        return ", ".join(f"{key} {_shown(value)}" for key, value in sorted(kept.items()) if value not in (None, {}, []))
    if isinstance(thing, list):
        return "(" + ", ".join(_shown(item) for item in thing) + ")"
    return str(thing)
