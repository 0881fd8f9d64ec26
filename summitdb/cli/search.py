"""`summitdb search`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from summitdb.cli.filtering import filter_options
from summitdb.cli.options import db_option, emit, format_option

if TYPE_CHECKING:
    from summitdb.query.filters import Filters


@click.command(short_help="Find words in articles and statements.")
@click.argument("words", nargs=-1, required=True)
@filter_options
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="No more than N hits.")
@format_option
@db_option
def search(words: tuple[str, ...], filters: Filters, limit: int, output_format: str, db: str) -> None:
    """Find the articles and statements in which all WORDS occur, best first. A word finds those that begin with it; words
    in quotation marks must stand together.

    \b
    Examples:
      summitdb search railway capacity
      summitdb search "joint statement" energy --since 2024
    """
    from summitdb.query.database import open_database
    from summitdb.query.search import search as find

    terms = [f'"{word}"' if " " in word and '"' not in word else word for word in words]
    with open_database(db) as database:
        emit(find(database.connection, " ".join(terms), filters, limit), output_format)
