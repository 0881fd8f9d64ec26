"""`summitdb remove`, `rebuild` and `diff`: what is in the database, taken out, derived anew, compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summitdb.cli.corrections import tell_vanished
from summitdb.cli.extraction import engine_option
from summitdb.cli.options import db_option, emit, format_option, open_engine

if TYPE_CHECKING:
    from summitdb.store.canonical import Difference


@click.command(short_help="Take articles out of the database.")
@click.argument("articles", nargs=-1, required=True)
@db_option
def remove(articles: tuple[str, ...], db: str) -> None:
    """Take ARTICLES, named by identifier or URL, out of the database, and with them exactly what only they supported.

    \b
    Example:
      summitdb remove baku-2024-caspian-wire
    """
    from summitdb.load.rebuild import remove as take_out

    with open_engine(db) as engine:
        for key in take_out(engine, articles):
            print(f"removed {key}")
        tell_vanished(engine)


@click.command(short_help="Derive the tables anew from the articles.")
@click.option("--extract", is_flag=True, help="Extract again from every article first.")
@engine_option
@click.option("--dry-run", is_flag=True, help="Change nothing; list every row that would come or go.")
@format_option
@db_option
def rebuild(extract: bool, engine: str, dry_run: bool, output_format: str, db: str) -> int:
    """Derive all tables anew from the stored articles, their records and people's corrections.

    \b
    Examples:
      summitdb rebuild
      summitdb rebuild --extract --dry-run
    """
    from summitdb.cli.main import complain
    from summitdb.load.rebuild import rebuild as derive
    from summitdb.query.rows import Rows

    with open_engine(db) as opened:
        report = derive(opened, extract=engine if extract else None, dry_run=dry_run)
        tell_vanished(opened)
    for failure in report.failed:
        complain(failure)
    if dry_run:
        _emit_differences(report.differences, output_format)
    else:
        changes = Counter((difference.table, difference.sign) for difference in report.differences)
        rows = [(table, changes[table, "+"], changes[table, "-"]) for table in sorted({table for table, _ in changes})]
        print(f"{report.articles} articles" + (f", extracted from {report.extracted} again" if extract else ""))
        if rows:
            emit(Rows(("table", "rows_new", "rows_gone"), rows), output_format)
        else:
            print("nothing has changed")
    return 1 if report.failed else 0


@click.command(short_help="Compare two databases.")
@click.argument("first")
@click.argument("second")
@format_option
def diff(first: str, second: str, output_format: str) -> int:
    """List the rows that only one of two databases has: - for FIRST, + for SECOND. Each may be a file, a URL, or a folder
    written by `summitdb export --canonical`. Exit code 1 if they differ.

    \b
    Example:
      summitdb diff summit.db summit.db
    """
    from summitdb.store.canonical import differences

    found = list(differences(_content(first), _content(second)))
    _emit_differences(found, output_format)
    return 1 if found else 0


def _content(name: str) -> dict[str, set[str]]:
    from summitdb.errors import DatabaseError
    from summitdb.store import canonical

    folder = Path(name)
    if folder.is_dir():
        if not (folder / "article.ndjson").exists():
            raise DatabaseError(f"{name}: no canonical export in it", "summitdb export DIR --canonical writes one")
        return canonical.read(folder)
    with open_engine(name) as engine, engine.connect() as connection:
        return canonical.content(connection)


def _emit_differences(differences: Iterable[Difference], output_format: str) -> None:
    from summitdb.query.rows import Rows

    emit(Rows(("sign", "table", "row"), [(d.sign, d.table, d.row) for d in differences]), output_format)
