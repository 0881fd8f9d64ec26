"""Migrations: taking a database from one revision of the schema to another. Loads Alembic."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import alembic.command
import sqlalchemy as sa
from alembic.config import Config
from alembic.script import ScriptDirectory

import summitdb
from summitdb.errors import DatabaseError, UsageError
from summitdb.schema import Mention, RecordFile, SchemaChange
from summitdb.store import dialects, revisions
from summitdb.store.backup import save
from summitdb.store.reference import synchronise

# The tables that hold what cannot be derived from anything else.
LEDGER = ("article", "record_file", "correction")


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of the schema and what it does."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Migration:
    """What an upgrade or downgrade did: the revisions before and after (None: no tables), the backup made first, of a dry
    run how many rows each table has before and after (None: no such table), and whether the tables are now to be derived
    from the ledger, as they are where the database came from a revision that has not all of them."""

    before: str | None
    after: str | None
    backup: Path | None = None
    rows: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    to_derive: bool = False


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


def upgrade(engine: sa.Engine, revision: str = "head", *, backup: bool = True, dry_run: bool = False) -> Migration:
    """Bring a database up to `revision`, in one transaction, after a backup of an SQLite file that has tables. A database
    that is at the newest revision already gets what is new in the gazetteer.

    Two at once: the second waits and finds nothing to do. A dry run does the work, counts the rows and takes it back.
    Raises DatabaseError; then nothing has changed."""
    return _migrate(engine, revision, alembic.command.upgrade, backup=backup, dry_run=dry_run, discard=True)


def downgrade(
    engine: sa.Engine, revision: str, *, backup: bool = True, dry_run: bool = False, discard: bool = False
) -> Migration:
    """Take a database back to `revision` (`base`: no tables), in one transaction, after a backup as in `upgrade`.

    Raises DatabaseError where rows of the ledger would be lost, which cannot be derived from anything else, unless
    `discard` is true; then nothing has changed."""
    return _migrate(engine, revision, alembic.command.downgrade, backup=backup, dry_run=dry_run, discard=discard)


class _Undone(Exception):
    """Leaves the transaction of a dry run."""


def _migrate(
    engine: sa.Engine, revision: str, command: Callable[[Config, str], None], *, backup: bool, dry_run: bool, discard: bool
) -> Migration:
    target, copy, to_derive = revisions.target(revision), None, False
    rows: dict[str, tuple[int | None, int | None]] = {}
    if dry_run:
        revisions.state(engine)  # a missing file must not come to be
    try:
        with _exclusive(engine, lasting=not dry_run) as connection:
            state = revisions.read_state(connection)
            before = state.revision if state else None
            if state and before not in revisions.known():
                revisions.require_newest(state, engine.url)
            counted = {} if discard and not dry_run else _counts(connection)
            if before != target:
                on_file = engine.dialect.name == "sqlite" and engine.url.database
                copy = save(engine) if backup and not dry_run and before and on_file else None
                _require_way(before, target, command)
                command(configuration(connection), revision)
                _record(connection, target)
            if target == revisions.newest():
                synchronise(connection)
                to_derive = _is_to_derive(connection)
            _require_references(connection)
            if not discard:
                _require_ledger(counted, _counts(connection), target)
            if dry_run:
                after = _counts(connection)
                rows = {table: (counted.get(table), after.get(table)) for table in sorted(counted | after)}
                raise _Undone
    except _Undone:
        pass
    except BaseException:
        if copy:
            copy.unlink()  # nothing has changed
        raise
    return Migration(before, target, copy, rows, to_derive)


def _is_to_derive(connection: sa.Connection) -> bool:
    """Whether there are records and none of them is in the tables."""
    filled = sa.select(sa.exists().select_from(RecordFile)), sa.select(sa.exists().select_from(Mention))
    records, mentions = (connection.scalar(query) for query in filled)
    return bool(records) and not mentions


def _require_way(before: str | None, target: str | None, command: Callable[[Config, str], None]) -> None:
    """Raises UsageError for an upgrade to an earlier revision, or a downgrade to a later one."""
    up = command is alembic.command.upgrade
    if up != ((target or "") > (before or "")):
        way, other = ("older", "downgrade") if up else ("newer", "upgrade")
        raise UsageError(f"{target or 'base'} is {way} than the database", f"summitdb db {other} goes there")


def _record(connection: sa.Connection, revision: str | None) -> None:
    if revision is None:
        connection.execute(sa.text(f"DROP TABLE {revisions.VERSION_TABLE}"))
        return
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    row = {"revision": revision, "version": summitdb.__version__, "made_at": now}
    connection.execute(sa.insert(SchemaChange).values(row))


def _counts(connection: sa.Connection) -> dict[str, int]:
    """How many rows each table has, but for those that only describe the schema."""
    tables = dialects.table_names(connection) - {revisions.VERSION_TABLE, SchemaChange.__tablename__}
    count = sa.select(sa.func.count())
    return {table: connection.scalar(count.select_from(sa.table(table))) or 0 for table in sorted(tables)}


def _require_references(connection: sa.Connection) -> None:
    """Raises DatabaseError if a row points to one that is not there: SQLite does not look while tables are re-created."""
    sqlite = connection.dialect.name == "sqlite"
    if sqlite and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first()):
        raise DatabaseError(f"the migration would leave a row of {broken[0]} without its {broken[2]}")


def _require_ledger(before: dict[str, int], after: dict[str, int], target: str | None) -> None:
    lost = {table: before[table] - after.get(table, 0) for table in LEDGER if table in before}
    if told := ", ".join(f"{count} rows of {table}" for table, count in lost.items() if count > 0):
        raise DatabaseError(f"going back to {target or 'base'} would lose {told}", "summitdb db backup first, then say --discard")


@contextmanager
def _exclusive(engine: sa.Engine, *, lasting: bool) -> Iterator[sa.Connection]:
    """A transaction that no other writer shares, with foreign keys unenforced until its end on SQLite, where
    re-creating a parent table would otherwise delete its children. One that is not `lasting` is taken back."""
    with engine.connect().execution_options(**dialects.WRITE) as connection:
        driver = connection.connection.driver_connection
        sqlite = engine.dialect.name == "sqlite"
        if sqlite and driver is not None:
            if lasting:
                dialects.write_ahead(driver)
            driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                dialects.lock(connection)
                _create_schema(connection)
                yield connection
        finally:
            if sqlite and driver is not None:
                driver.execute("PRAGMA foreign_keys = ON")


def _create_schema(connection: sa.Connection) -> None:
    """Create the schema that a Postgres URL names, if it is missing."""
    if connection.dialect.name == "postgresql" and connection.scalar(sa.text("SELECT current_schema()")) is None:
        name = connection.scalar(sa.text("SHOW search_path"))
        connection.execute(sa.schema.CreateSchema(name.strip('"'), if_not_exists=True))
