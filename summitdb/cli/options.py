"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from summitdb.query.rows import WRITERS, Rows

if TYPE_CHECKING:
    import sqlalchemy as sa

Command = TypeVar("Command", bound=Callable[..., Any])
DEFAULT_DATABASE = "summit.db"


def _named(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """The database named after the command, else the one named before it, else SUMMITDB_URL or the default."""
    if ctx.get_parameter_source(str(param.name)) is click.core.ParameterSource.COMMANDLINE:
        return value
    return ctx.find_root().params.get("db") or value


def db_option(command: Command) -> Command:
    """`--db URL`, passed on as `db`."""
    return click.option(
        "--db",
        metavar="URL",
        envvar="SUMMITDB_URL",
        default=DEFAULT_DATABASE,
        show_default=True,
        callback=_named,
        help="An SQLite file or a postgresql:// URL; also SUMMITDB_URL.",
    )(command)


def format_option(command: Command) -> Command:
    """`--format`, passed on as `output_format`; give it to `emit`."""
    return click.option(
        "-f",
        "--format",
        "output_format",
        type=click.Choice(["table", *WRITERS]),
        default="table",
        show_default=True,
        help="How to write the rows.",
    )(command)


def emit(rows: Rows, output_format: str) -> None:
    """Write rows on stdout."""
    if output_format == "table":
        from summitdb.cli.table import write_table

        write_table(rows, sys.stdout)
    else:
        WRITERS[output_format](rows, sys.stdout)


@contextmanager
def open_engine(db: str) -> Iterator[sa.Engine]:
    """An existing database at the newest schema, for commands that change it."""
    from summitdb.store.connect import connect

    engine = connect(db, create=False)
    try:
        yield engine
    finally:
        engine.dispose()
