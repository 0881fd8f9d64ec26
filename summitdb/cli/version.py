"""`summitdb version`."""

from __future__ import annotations

import click

from summitdb.cli.options import emit, format_option


@click.command(short_help="Versions of SummitDB and of what it runs on.")
@format_option
def version(output_format: str) -> None:
    """Print the versions of SummitDB, its newest schema, Python, SQLite and the libraries.

    \b
    Example:
      summitdb version
    """
    import platform
    import sqlite3
    from importlib.metadata import PackageNotFoundError, version

    from summitdb import __version__
    from summitdb.query.rows import Rows
    from summitdb.store.revisions import newest

    rows = [
        ("summitdb", __version__),
        ("schema", newest()),
        ("python", platform.python_version()),
        ("sqlite", sqlite3.sqlite_version),
    ]
    for library in ("sqlalchemy", "alembic", "psycopg"):
        try:
            rows.append((library, version(library)))
        except PackageNotFoundError:
            rows.append((library, "not installed"))
    emit(Rows(("what", "version"), rows), output_format)
