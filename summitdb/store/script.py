"""Migrations as SQL, for an administrator who runs it."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import alembic.command
import sqlalchemy as sa
from alembic.config import Config

import summitdb
from summitdb.errors import UsageError
from summitdb.schema import SchemaChange
from summitdb.store import dialects, migrate, reference, revisions

_ON_SQLITE = "PRAGMA foreign_keys = OFF;\nBEGIN IMMEDIATE;\n", "PRAGMA foreign_key_check;\nCOMMIT;\n"


def script(engine: sa.Engine, revision: str = "head") -> str:
    """The SQL that takes a database to `revision`, which may be newer or older than its own. Changes nothing. Raises
    DatabaseError, and UsageError if there is nothing to do."""
    target = revisions.target(revision)
    state = None if dialects.is_missing(engine) else revisions.state(engine)
    if state and state.revision not in revisions.known():
        revisions.require_newest(state, engine.url)
    before = state.revision if state else None
    if before == target:
        raise UsageError(f"{dialects.shown(engine.url)} is at {before or 'base'} already")
    command = alembic.command.upgrade if (target or "") > (before or "") else alembic.command.downgrade
    if engine.dialect.name == "sqlite":
        begin, end = _ON_SQLITE
        steps = _observed(before, revision, command)
    else:
        begin, end = "BEGIN;\n", "COMMIT;\n"
        steps = _rendered(before, revision, command, engine)
    after = "".join(f"{statement};\n" for statement in _afterwards(target, engine.dialect))
    return f"-- {dialects.shown(engine.url)}: {before or 'no tables'} to {target or 'no tables'}\n{begin}{steps}{after}{end}"


def _rendered(before: str | None, revision: str, command: Callable[..., None], engine: sa.Engine) -> str:
    """What Alembic would execute. The script is run as one transaction, in the schema that the URL names."""
    out = io.StringIO()
    config = migrate.configuration()
    config.output_buffer = out
    config.attributes["dialect"] = engine.dialect.name
    command(config, f"{before or 'base'}:{revision}", sql=True)
    with engine.connect() as connection:
        path = str(connection.scalar(sa.text("SHOW search_path")))
    default = path == '"$user", public'
    place = "" if default else f"CREATE SCHEMA IF NOT EXISTS {path};\nSET LOCAL search_path = {path};\n"
    return f"{place}{out.getvalue().strip()}\n"


def _observed(before: str | None, revision: str, command: Callable[[Config, str], None]) -> str:
    """What an SQLite database without rows executes: re-creating a table needs one to look at."""
    statements: list[str] = []
    engine = sa.create_engine("sqlite://", poolclass=sa.StaticPool)
    dialects.prepare(engine)
    with engine.connect() as connection:
        if before:
            alembic.command.upgrade(migrate.configuration(connection), before)
        driver: Any = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.set_trace_callback(statements.append)
        command(migrate.configuration(connection), revision)
        driver.set_trace_callback(None)
    reading = ("SELECT", "PRAGMA", "BEGIN", "COMMIT", "--")
    return "".join(f"{text.strip()};\n" for text in statements if not text.lstrip().upper().startswith(reading))


def _afterwards(target: str | None, dialect: sa.Dialect) -> list[str]:
    """What `upgrade` does beside the migrations."""
    if target is None:
        return [f"DROP TABLE {revisions.VERSION_TABLE}"]
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    row = {"revision": target, "version": summitdb.__version__, "made_at": now}
    changes: list[Any] = [sa.insert(SchemaChange).values(row)]
    if target == revisions.newest():
        changes.append(reference.countries(dialect.name))
    return [str(change.compile(dialect=dialect, compile_kwargs={"literal_binds": True})) for change in changes]
