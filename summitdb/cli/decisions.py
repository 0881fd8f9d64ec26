"""A person's decisions about rows: `correct`, `merge`, `split`, `reject`, `accept`, `note`, `undo`, `history`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from summitdb.cli.options import db_option, emit, format_option, open_engine

reason_option = click.option("--reason", metavar="TEXT", help="Why, for those who read it later.")
author_option = click.option("--author", metavar="NAME", help="Who decides; by default SUMMITDB_AUTHOR, else you.")


@click.command(short_help="Give a field of a row another value.")
@click.argument("slug")
@click.argument("field")
@click.argument("value", required=False)
@click.option("--remove", is_flag=True, help="Leave the field empty, or take the member out of the list.")
@reason_option
@author_option
@db_option
def correct(slug: str, field: str, value: str | None, remove: bool, reason: str | None, author: str | None, db: str) -> None:
    """Give FIELD of the row SLUG the value VALUE. FIELD is what `summitdb show` calls it: city, starts_on,
    participants/ilham-aliyev/office. A member of a list is added by its own value and taken out by --remove.

    \b
    Examples:
      summitdb correct 1986-10-11-ru-us-reykjavik format summit --reason "as both sides called it"
      summitdb correct 1986-10-11-ru-us-reykjavik topics/arms_control arms_control
    """
    from summitdb.fold.decide import correct as decide

    if remove == (value is not None):
        raise click.UsageError("give a VALUE, or --remove")
    _decide(db, slug, lambda engine: decide(engine, slug, field, value, author=author, reason=reason))


@click.command(short_help="Confirm a row, or the value of a field.")
@click.argument("slug")
@click.argument("field", required=False)
@reason_option
@author_option
@db_option
def accept(slug: str, field: str | None, reason: str | None, author: str | None, db: str) -> None:
    """Confirm the row SLUG, or keep the present value of FIELD whatever articles to come may say.

    \b
    Example:
      summitdb accept 1986-10-11-ru-us-reykjavik city
    """
    from summitdb.fold.decide import accept as decide

    _decide(db, slug, lambda engine: decide(engine, slug, field, author=author, reason=reason))


@click.command(short_help="Decide that a row shall not be.")
@click.argument("slug")
@reason_option
@author_option
@db_option
def reject(slug: str, reason: str | None, author: str | None, db: str) -> None:
    """Take the row SLUG out of its table, for good: reloading or extracting again does not bring it back.

    \b
    Example:
      summitdb reject turkmenistan-turkey-gas-pipeline --reason "never a project"
    """
    from summitdb.fold.decide import reject as decide

    _decide(db, slug, lambda engine: decide(engine, slug, author=author, reason=reason))


@click.command(short_help="Attach a remark to a row.")
@click.argument("slug")
@click.argument("text")
@author_option
@db_option
def note(slug: str, text: str, author: str | None, db: str) -> None:
    """Attach TEXT to the row SLUG; `summitdb show` and `history` have it.

    \b
    Example:
      summitdb note 1986-10-11-ru-us-reykjavik "the first of two days"
    """
    from summitdb.fold.decide import note as decide

    _decide(db, slug, lambda engine: decide(engine, slug, text, author=author))


@click.command(short_help="Decide that two rows are the same.")
@click.argument("slug")
@click.argument("other")
@reason_option
@author_option
@db_option
def merge(slug: str, other: str, reason: str | None, author: str | None, db: str) -> None:
    """Decide that the rows SLUG and OTHER are one. Of two persons, corridors or organizations the name of SLUG
    remains.

    \b
    Examples:
      summitdb merge trans-anatolian-natural-gas-pipeline turkmenistan-turkey-gas-pipeline
      summitdb merge eduard-shevardnadze eduard-shevardnadze--2 --reason "foreign minister, then president"
    """
    from summitdb.fold.decide import merge as decide

    _decide(db, slug, lambda engine: decide(engine, slug, other, author=author, reason=reason))


@click.command(short_help="Decide that some articles tell of another thing.")
@click.argument("slug")
@click.argument("articles", nargs=-1, required=True)
@reason_option
@author_option
@db_option
def split(slug: str, articles: tuple[str, ...], reason: str | None, author: str | None, db: str) -> None:
    """Decide that what ARTICLES tell of is not the row SLUG but one of its own, and tell what that is called.

    \b
    Example:
      summitdb split 1986-10-11-ru-us-reykjavik reykjavik-1986-announced
    """
    from summitdb.fold.decide import split as decide

    _decide(db, slug, lambda engine: decide(engine, slug, articles, author=author, reason=reason))


@click.command(short_help="Take a decision back.")
@click.argument("key")
@author_option
@db_option
def undo(key: str, author: str | None, db: str) -> None:
    """Take back the decision KEY, which `summitdb history` and the command that made it name. The start of it will do.

    \b
    Example:
      summitdb undo 4f1c
    """
    from summitdb.fold.decide import undo as take_back

    with open_engine(db) as engine:
        take_back(engine, key, author=author)
    print(f"undone: {key}")


@click.command(short_help="Show how a row came to be.")
@click.argument("slug", required=False)
@format_option
@db_option
def history(slug: str | None, output_format: str, db: str) -> None:
    """Tell the row SLUG as one timeline: each article on the day it was published with what it contributed, the decisions made
    about the row, and what decided where articles disagree; without SLUG, list all decisions.

    \b
    Example:
      summitdb history 1986-10-11-ru-us-reykjavik
    """
    from summitdb.query.history import decisions
    from summitdb.query.history import history as of_row

    with open_engine(db) as engine, engine.connect() as connection:
        emit(of_row(connection, slug) if slug else decisions(connection), output_format)


def _decide(db: str, slug: str, decide: Callable[[Any], str]) -> None:
    """Make a decision and tell under which key, what the row is called now, and a row that a split made."""
    from summitdb.fold.decision_log import row_of, split_off

    with open_engine(db) as engine:
        key = decide(engine)
        with engine.connect() as connection:
            found, made = row_of(connection, key), split_off(connection, key)
    row = f"{found.table} {found.slug}" if found else f"{slug} is no longer a row"
    print(f"{key}  {row}{f', split off: {made.table} {made.slug}' if made else ''}")
