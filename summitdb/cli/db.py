"""`summitdb db`: the database as a thing to keep: its schema, backups and dictionary."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summitdb.cli.options import db_option, emit, format_option

if TYPE_CHECKING:
    import sqlalchemy as sa

    from summitdb.store.migrate import Migration


@click.group(short_help="Upgrade, check, back up or describe the database.")
def db() -> None:
    """Look after the database.

    \b
    Examples:
      summitdb db current
      summitdb db upgrade
    """


def migration_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that upgrade and downgrade share."""
    for option in (
        db_option,
        click.option("--sql", is_flag=True, help="Print the SQL for an administrator instead; change nothing."),
        click.option("--dry-run", is_flag=True, help="Do it, count the rows of each table, and take it back."),
        click.option("--no-backup", is_flag=True, help="Make no copy of an SQLite file first."),
    ):
        command = option(command)
    return command


@db.command(short_help="Bring the schema up to date.")
@click.argument("revision", default="head")
@migration_options
def upgrade(revision: str, no_backup: bool, dry_run: bool, sql: bool, db: str) -> None:
    """Bring the database's schema up to REVISION, by default the newest, with all rows. An SQLite file is copied first.

    \b
    Examples:
      summitdb db upgrade --dry-run
      summitdb db upgrade
    """
    from summitdb.store.migrate import upgrade as migrate

    with _engine(db) as engine:
        if sql:
            _print_script(engine, revision)
        else:
            done = migrate(engine, revision, backup=not no_backup, dry_run=dry_run)
            _tell(done)
            if done.to_derive and not dry_run:
                _derive(engine)


@db.command(short_help="Take the schema back to an earlier revision.")
@click.argument("revision")
@click.option("--discard", is_flag=True, help="Go on even if articles, record files or corrections are lost.")
@migration_options
def downgrade(revision: str, discard: bool, no_backup: bool, dry_run: bool, sql: bool, db: str) -> None:
    """Take the database's schema back to REVISION (base: no tables at all). An SQLite file is copied first. Refuses where
    articles, record files or corrections would be lost.

    \b
    Example:
      summitdb db downgrade 0004_provenance
    """
    from summitdb.store.migrate import downgrade as migrate

    with _engine(db) as engine:
        if sql:
            _print_script(engine, revision)
        else:
            _tell(migrate(engine, revision, backup=not no_backup, dry_run=dry_run, discard=discard))


@db.command(short_help="Say which revision the database has.")
@db_option
def current(db: str) -> None:
    """Print the revision of the database's schema.

    \b
    Example:
      summitdb db current
    """
    from summitdb.store import revisions

    with _engine(db) as engine:
        state = revisions.state(engine)
    print(state.revision if state else "no tables")
    if state and state.revision != revisions.newest():
        print(f"the newest that this version knows is {revisions.newest()}", file=sys.stderr)


@db.command(short_help="List the revisions of the schema.")
@format_option
def history(output_format: str) -> None:
    """List every revision of the schema, oldest first.

    \b
    Example:
      summitdb db history
    """
    from summitdb.query.rows import Rows
    from summitdb.store.migrate import history as revisions

    emit(Rows(("revision", "what_it_does"), [(r.name, r.title) for r in revisions()]), output_format)


@db.command(short_help="Compare the schema with what it should be.")
@db_option
def check(db: str) -> int:
    """Compare the tables, columns, constraints, indexes and views with those of this version. A line for each
    difference, and exit code 1 if there are any.

    \b
    Example:
      summitdb db check
    """
    from summitdb.store.drift import check as differences
    from summitdb.store.revisions import state

    with _engine(db) as engine:
        if state(engine) is None:
            print("missing: all tables; summitdb db upgrade makes them")
            return 1
        found = differences(engine)
    for difference in found:
        print(difference)
    if not found:
        print("the schema is as it should be", file=sys.stderr)
    return 1 if found else 0


@db.command(short_help="Copy an SQLite database while it is in use.")
@click.argument("to", required=False, type=click.Path(path_type=Path))
@db_option
def backup(to: Path | None, db: str) -> None:
    """Copy an SQLite database, consistently, to the file TO, by default beside it. Prints the copy's name.

    \b
    Example:
      summitdb db backup copy.db
    """
    from summitdb.store.backup import save

    with _engine(db) as engine:
        print(save(engine, to))


@db.command(short_help="Put a copy of an SQLite database back.")
@click.argument("backup", type=click.Path(path_type=Path))
@click.option("--no-backup", is_flag=True, help="Make no copy of what is there now.")
@db_option
def restore(backup: Path, no_backup: bool, db: str) -> None:
    """Put BACKUP, a copy made by `summitdb db backup` or before an upgrade, in the place of the database. What is there
    now is copied first.

    \b
    Example:
      summitdb db restore copy.db
    """
    from summitdb.store import revisions
    from summitdb.store.backup import restore as put_back

    with _engine(db) as engine:
        kept = put_back(engine, backup, keep=not no_backup)
        state = revisions.state(engine)
    if kept:
        print(f"what was there is in {kept}", file=sys.stderr)
    print(state.revision if state else "no tables")


@db.command(short_help="Print the SQL that gives roles their rights on Postgres.")
@click.option("--owner", metavar="ROLE", default="summitdb_owner", show_default=True, help="Upgrades the schema.")
@click.option("--writer", metavar="ROLE", default="summitdb_writer", show_default=True, help="Loads and corrects.")
@click.option("--reader", metavar="ROLE", default="summitdb_reader", show_default=True, help="Asks questions.")
@db_option
def grant(owner: str, writer: str, reader: str, db: str) -> None:
    """Print the SQL that makes three roles on Postgres, if they are missing, and gives each no more rights than it needs in
    the schema that the database URL names, by default public. Nothing is executed.

    \b
    Example:
      summitdb db grant --db "postgresql://host/name?schema=summits"
    """
    from summitdb.store.connect import schema_of
    from summitdb.store.grant import grants

    for statement in grants(schema_of(db), owner, writer, reader):
        print(f"{statement};")


@db.command(short_help="Describe every table, column and view.")
@click.argument("tables", nargs=-1)
@click.option(
    "-f", "--format", "output_format", default="table", show_default=True, help="How to write it.",
    type=click.Choice(["table", "csv", "tsv", "json", "ndjson", "markdown", "mermaid"]),
)  # fmt: skip
def schema(tables: tuple[str, ...], output_format: str) -> None:
    """Print the data dictionary, of some TABLES or of all: what each column means. No database is needed.

    \b
    Examples:
      summitdb db schema summit summit_overview
      summitdb db schema --format mermaid
    """
    from summitdb.errors import UsageError
    from summitdb.query.dictionary import as_markdown, as_mermaid, as_rows, dictionary
    from summitdb.text.near import did_you_mean

    known = {entry.name: entry for entry in dictionary()}
    for name in tables:
        if name not in known:
            raise UsageError(f"no table {name!r}", did_you_mean(name, known, "summitdb db schema lists them"))
    entries = [known[name] for name in tables or known]
    if output_format == "markdown":
        print(as_markdown(entries), end="")
    elif output_format == "mermaid":
        print(as_mermaid(entries), end="")
    else:
        emit(as_rows(entries), output_format)


@contextmanager
def _engine(db: str) -> Iterator[sa.Engine]:
    from summitdb.store.connect import open_engine

    engine = open_engine(db)
    try:
        yield engine
    finally:
        engine.dispose()


def _print_script(engine: sa.Engine, revision: str) -> None:
    from summitdb.store.script import script

    print(script(engine, revision), end="")


def _derive(engine: sa.Engine) -> None:
    from summitdb.load.rebuild import rebuild

    print(f"derived the tables from {rebuild(engine).articles} articles", file=sys.stderr)


def _tell(done: Migration) -> None:
    before, after = done.before or "no tables", done.after or "no tables"
    if done.backup:
        print(f"copied to {done.backup} first", file=sys.stderr)
    if done.rows:
        from summitdb.query.rows import Rows

        print(f"{before} to {after}: nothing has been changed", file=sys.stderr)
        emit(Rows(("table", "rows_before", "rows_after"), [(table, *counts) for table, counts in done.rows.items()]), "table")
    else:
        print(after if before != after else f"{after}: nothing to do")
