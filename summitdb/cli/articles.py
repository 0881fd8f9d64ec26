"""`summitdb load`: articles into the database."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from summitdb.cli.corrections import tell_vanished
from summitdb.cli.extraction import engine_option
from summitdb.cli.options import db_option, open_engine
from summitdb.cli.reading import Reading, reading_options

if TYPE_CHECKING:
    from summitdb.load import LoadReport


@click.command(short_help="Load articles into the database.")
@click.argument("paths", nargs=-1, required=True)
@reading_options
@engine_option
@click.option("--coder", metavar="NAME", help="Who coded the record files among PATHS; by default you.")
@db_option
def load(paths: tuple[str, ...], reading: Reading, engine: str, coder: str | None, db: str) -> int:
    """Read articles from files, folders, glob patterns or standard input (-), extract their records and fold them into
    the tables.

    Texts, Markdown, saved web pages, JSON, NDJSON and CSV are read, also as .gz, and record files that people coded. What
    is loaded already is left as it is; an article that has changed replaces its earlier version. What cannot be read is
    named and skipped: exit code 1.

    \b
    Examples:
      summitdb load seeds
      summitdb load "seeds/*.csv" --publisher "Meridian Post" --field title=headline
    """
    from summitdb.cli.main import complain
    from summitdb.load import load as load_articles

    with _progress() as progress:
        defaults, fields = reading.defaults(), reading.fields
        report = load_articles(paths, db, engine=engine, defaults=defaults, fields=fields, coder=coder, progress=progress)
    for failure in report.failed:
        complain(str(failure), failure.hint)
    for line in (*report.refused, *report.replaced):
        complain(line)
    _summarise(report)
    if report.changed:
        with open_engine(db) as opened:
            tell_vanished(opened)
    return 1 if report.failed or report.refused else 0


def _summarise(report: LoadReport) -> None:
    read = report.new + report.changed + report.unchanged
    counts = f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, {len(report.failed)} failed"
    print(f"{read} article{'' if read == 1 else 's'}: {counts}")
    if report.codings:
        print(f"{report.codings} coded by hand")
    if report.not_extracted:
        print(f"{report.not_extracted} not in English: stored, not extracted from")
    if report.undated:
        print(f'{report.undated} without a day of publication: a "Monday" in them counts from today; --published-on gives it')
    if added := [f"{count:+} {table}{'' if abs(count) == 1 else 's'}" for table, count in report.rows.items() if count]:
        print(", ".join(added))


@contextmanager
def _progress() -> Iterator[Callable[[LoadReport], None] | None]:
    """What to call as a load goes on: a line that counts, where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles, {task.fields[failed]} failed"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("load", total=None, failed=0)

        def show(report: LoadReport) -> None:
            done = report.new + report.changed + report.unchanged
            bar.update(task, completed=done, failed=len(report.failed))

        yield show
