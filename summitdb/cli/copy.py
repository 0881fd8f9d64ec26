"""`summitdb copy`: a database moved to another place or to the other kind."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@click.command(short_help="Copy a database into a new one, on SQLite or Postgres.")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def copy(source: str, target: str) -> None:
    """Copy the database FROM, with all that is in it, into the database TO: SQLite files or postgresql:// URLs (with
    ?schema=NAME if need be), in any combination. TO must be missing or empty. At the end both are compared. An
    interrupted copy goes on when the same command is run again.

    \b
    Example:
      summitdb copy summit.db archive.db
    """
    from summitdb.store.connect import connect, open_engine
    from summitdb.store.copy import copy as copy_rows

    reading = connect(source, create=False)
    writing = open_engine(target)
    try:
        with _progress() as progress:
            report = copy_rows(reading, writing, progress=progress)
    finally:
        reading.dispose()
        writing.dispose()
    again = "; went on with an earlier copy" if report.resumed else ""
    print(f"{sum(report.rows.values())} rows copied, {report.rows['article']} of them articles; both are the same{again}")


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """What to call as a copy goes on: a bar for each table, where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("")

        def show(table: str, done: int, total: int) -> None:
            bars.update(task, description=table, completed=done, total=total)

        yield show
