"""Migrations: taking a database from one revision of the schema to another. Loads Alembic."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import alembic.command
import sqlalchemy as sa
from alembic.config import Config
from alembic.script import ScriptDirectory

import summitdb
from summitdb.errors import DatabaseError, UsageError
from summitdb.schema import SchemaChange
from summitdb.store import dialects, revisions
from summitdb.store.reference import synchronise


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of the schema and what it does."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Migration:
    """What an upgrade or downgrade did: the revisions before and after (None: no tables), and the backup made first."""

    before: str | None
    after: str | None
    backup: Path | None = None


def configuration(connection: sa.Connection | None = None) -> Config:
    """Alembic's configuration, made in code so that it works without a checkout; the scripts use `connection`."""
    config = Config()
    config.set_main_option("script_location", str(revisions.scripts()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def history() -> list[Revision]:
    """Every revision, oldest first."""
    script = ScriptDirectory.from_config(configuration())
    return [Revision(item.revision, (item.doc or "").splitlines()[0]) for item in script.walk_revisions()][::-1]


def upgrade(engine: sa.Engine, revision: str = "head", *, backup: bool = True) -> Migration:
    """Bring a database up to `revision`, in one transaction, after a backup of an SQLite file that has tables.

    Two at once: the second waits and finds nothing to do. Raises DatabaseError; then nothing has changed."""
    return _migrate(engine, revision, alembic.command.upgrade, backup)


def downgrade(engine: sa.Engine, revision: str, *, backup: bool = True) -> Migration:
    """Take a database back to `revision` (`base`: no tables), in one transaction, after a backup as in `upgrade`."""
    return _migrate(engine, revision, alembic.command.downgrade, backup)


def _migrate(engine: sa.Engine, revision: str, command: Callable[[Config, str], None], backup: bool) -> Migration:
    target = _target(revision)
    with _exclusive(engine) as connection:
        state = revisions.read_state(connection)
        before = state.revision if state else None
        if state and before not in revisions.known():
            revisions.require_newest(state, engine.url)
        if before == target:
            return Migration(before, before)
        copy = save(engine) if backup and before and engine.dialect.name == "sqlite" and engine.url.database else None
        command(configuration(connection), revision)
        if target is None:
            connection.execute(sa.text(f"DROP TABLE {revisions.VERSION_TABLE}"))
        else:
            _record(connection, target)
        if target == revisions.newest():
            synchronise(connection)
    return Migration(before, target, copy)


def _target(revision: str) -> str | None:
    if revision == "head":
        return revisions.newest()
    if revision == "base":
        return None
    if revision not in revisions.known():
        raise UsageError(f"there is no revision {revision}", "see: summitdb db history")
    return revision


def _record(connection: sa.Connection, revision: str) -> None:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    row = {"revision": revision, "version": summitdb.__version__, "made_at": now}
    connection.execute(sa.insert(SchemaChange).values(row))


@contextmanager
def _exclusive(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that no other writer shares, with foreign keys unenforced until its end on SQLite, where
    re-creating a parent table would otherwise delete its children."""
    with engine.connect().execution_options(**dialects.WRITE) as connection:
        driver = connection.connection.driver_connection
        sqlite = engine.dialect.name == "sqlite"
        if sqlite and driver is not None:
            dialects.write_ahead(driver)
            driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                dialects.lock(connection)
                _create_schema(connection)
                yield connection
                if sqlite and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first()):
                    raise DatabaseError(f"the migration would leave a row of {broken[0]} without its {broken[2]}")
        finally:
            if sqlite and driver is not None:
                driver.execute("PRAGMA foreign_keys = ON")


def _create_schema(connection: sa.Connection) -> None:
    """Create the schema that a Postgres URL names, if it is missing."""
    if connection.dialect.name == "postgresql" and connection.scalar(sa.text("SELECT current_schema()")) is None:
        name = connection.scalar(sa.text("SHOW search_path"))
        connection.execute(sa.schema.CreateSchema(name.strip('"'), if_not_exists=True))


def save(engine: sa.Engine, to: Path | None = None) -> Path:
    """Copy an SQLite database, consistently, while others may use it. Without `to` the copy lies beside the file, named
    after revision and time. Raises DatabaseError."""
    import sqlite3

    if engine.dialect.name != "sqlite" or not engine.url.database:
        raise DatabaseError("only an SQLite file can be copied", "for Postgres use pg_dump")
    state = revisions.state(engine)
    file = Path(engine.url.database)
    if to is None:
        moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        to = file.with_name(f"{file.name}.{state.revision if state else 'empty'}.{moment}.backup")
    elif to.exists():
        raise DatabaseError(f"{to} already exists", "name another file")
    with engine.connect() as connection:
        target = sqlite3.connect(to)
        try:
            connection.connection.driver_connection.backup(target)  # type: ignore[union-attr]
        finally:
            target.close()
    return to
