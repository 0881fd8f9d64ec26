"""`summitdb sql`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from summitdb.cli.options import db_option, emit, format_option
from summitdb.errors import UsageError
from summitdb.query.sql import DEFAULT_TIMEOUT, parse_parameters, read_only_sql


@click.command(short_help="Ask in SQL; reading only.")
@click.argument("query")
@click.option("-p", "--param", "pairs", metavar="NAME=VALUE", multiple=True, help="The value of :NAME in the query.")
@click.option(
    "--timeout", type=click.FloatRange(min=0), default=DEFAULT_TIMEOUT, show_default=True,
    help="Seconds after which the query is stopped; 0 for never.",
)  # fmt: skip
@format_option
@db_option
def sql(query: str, pairs: tuple[str, ...], timeout: float, output_format: str, db: str) -> None:
    """Run one reading QUERY and write its rows. QUERY may be @FILE, or - for standard input.

    Nothing can be changed this way: the database is opened read-only and statements that write are refused.

    \b
    Examples:
      summitdb sql "select slug, city from summit_overview where starts_on >= :since" -p since=2024
      summitdb sql "select count(*) as statements from statement" --format csv
    """
    with read_only_sql(db, _query_text(query), parse_parameters(pairs), timeout=timeout) as rows:
        emit(rows, output_format)


def _query_text(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    if query.startswith("@"):
        try:
            return Path(query[1:]).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{query[1:]}: cannot be read as a query: {error}") from error
    return query
