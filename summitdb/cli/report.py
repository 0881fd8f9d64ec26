"""`summitdb report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from summitdb.cli.filtering import filter_options
from summitdb.cli.options import db_option, emit, format_option

if TYPE_CHECKING:
    from summitdb.query.filters import Filters


@click.command(short_help="Answer one of the questions asked again and again.")
@click.argument("name", required=False)
@filter_options
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help="Draw a picture: .svg, .html or .png.")
@format_option
@db_option
def report(name: str | None, filters: Filters, output: Path | None, output_format: str, db: str) -> None:
    """Run the report called NAME; without NAME, list the reports there are.

    \b
    Examples:
      summitdb report
      summitdb report who-met-whom --country AZ
      summitdb report said --person Aliyev --format csv
      summitdb report agreements-by-sector --output sectors.svg
    """
    from summitdb.query.database import open_database
    from summitdb.query.reports.catalogue import CATALOGUE, find_report, run_report
    from summitdb.query.rows import Rows

    if name is None:
        emit(Rows(("report", "question"), [(r.name, r.question) for r in CATALOGUE.values()]), output_format)
        return
    find_report(name)
    with open_database(db) as database:
        rows = run_report(database.connection, name, filters)
    if output is None:
        emit(rows, output_format)
    else:
        from summitdb.query.reports.picture import save_picture

        save_picture(find_report(name), rows, output)
