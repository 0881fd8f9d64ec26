"""`summitdb export`."""

from __future__ import annotations

from pathlib import Path

import click

from summitdb.cli.options import db_option, emit


@click.command(short_help="Write all tables for other programs.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "-f", "--format", "file_format", default="csv", show_default=True, help="Kind of files.",
    type=click.Choice(["csv", "tsv", "ndjson", "json", "parquet", "sqlite", "records"]),
)  # fmt: skip
@db_option
def export(folder: Path, file_format: str, db: str) -> None:
    """Write every table and view into FOLDER, a file each.

    The format sqlite gives one database file instead, records the record file of each article.

    \b
    Examples:
      summitdb export out
      summitdb export out --format parquet
    """
    from summitdb.query.database import open_database
    from summitdb.query.export import export as write
    from summitdb.query.rows import Rows

    with open_database(db) as database:
        emit(Rows(("file", "rows"), list(write(database.connection, folder, file_format))), "table")
