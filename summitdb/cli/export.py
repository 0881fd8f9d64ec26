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
@click.option("--canonical", is_flag=True, help="The form in which equal databases give equal files, without row numbers.")
@db_option
def export(folder: Path, file_format: str, canonical: bool, db: str) -> None:
    """Write every table and view into FOLDER, a file each.

    The format sqlite gives one database file instead, records the record file of each article.

    \b
    Examples:
      summitdb export out
      summitdb export out --format parquet
      summitdb export out --canonical
    """
    from summitdb.query.database import open_database
    from summitdb.query.export import export as write
    from summitdb.query.export import export_canonical
    from summitdb.query.rows import Rows

    with open_database(db) as database:
        connection = database.connection
        written = export_canonical(connection, folder) if canonical else write(connection, folder, file_format)
        emit(Rows(("file", "rows"), list(written)), "table")
